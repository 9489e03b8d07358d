package yunhe.notifications.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yunhe.core.shared.Language;

/** What every way of sending mail has to keep. */
abstract class MailChannelContract {

    static final String FROM = "运河 yunhe <no-reply@yunhe.example>";

    abstract Channel<Mail> channel();

    abstract void theProvider(Mood mood);

    abstract List<MimeMessage> received();

    /** To whom it was handed over, whatever the mail says. */
    abstract List<String> recipients();

    /** Which of our ids it still carries. */
    abstract String idOf(MimeMessage received) throws MessagingException;

    @Test
    void what_is_accepted_arrives_as_it_was_written() throws Exception {
        assertEquals(new Delivery.Sent(), send(mail(1, "韩梅梅")));

        var mail = only();
        assertEquals("报名成功 ✓", mail.getSubject());
        assertEquals("no-reply@yunhe.example", ((InternetAddress) mail.getFrom()[0]).getAddress());
        assertEquals("运河 yunhe", ((InternetAddress) mail.getFrom()[0]).getPersonal());
        assertEquals("韩梅梅", ((InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0]).getPersonal());
        assertEquals("registration.confirmed", mail.getHeader("X-Yunhe-Kind", null));
        assertEquals("reg_1", mail.getHeader("X-Yunhe-About", null));
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertTrue(mail.getContentType().startsWith("multipart/mixed"), mail.getContentType());
        assertEquals(List.of("guest1@example.com"), recipients());
    }

    @Test
    void the_same_mail_carries_the_same_id_whenever_it_is_sent() throws Exception {
        send(mail(1, "韩梅梅"));
        send(mail(1, "韩梅梅"));
        send(mail(2, "韩梅梅"));

        assertEquals(3, received().size());
        assertEquals(idOf(received().get(0)), idOf(received().get(1)));
        assertFalse(idOf(received().get(0)).equals(idOf(received().get(2))));
    }

    @Test
    void a_refusal_is_final_and_says_a_code_and_no_address() {
        theProvider(Mood.REFUSES);
        var refused = assertInstanceOf(Delivery.Refused.class, send(mail(1, "韩梅梅")));
        assertTrue(refused.reason().matches("[A-Za-z0-9 ]{1,40}"), refused.reason());
    }

    @Test
    void who_is_busy_is_asked_again_later() {
        theProvider(Mood.IS_BUSY);
        assertNoAddress(assertThrows(ChannelUnavailable.class, () -> send(mail(1, "韩梅梅"))));
        theProvider(Mood.ACCEPTS);
        assertEquals(new Delivery.Sent(), send(mail(1, "韩梅梅")));
    }

    @Test
    void who_is_away_is_asked_again_later_and_not_for_every_mail_of_the_batch() {
        theProvider(Mood.IS_AWAY);
        try (var line = channel().open()) {
            assertNoAddress(assertThrows(ChannelUnavailable.class, () -> line.send(mail(1, "韩梅梅"))));
            theProvider(Mood.ACCEPTS);
            assertThrows(ChannelUnavailable.class, () -> line.send(mail(2, "李雷")));
        }
        assertEquals(new Delivery.Sent(), send(mail(1, "韩梅梅")));
        assertEquals(1, received().size());
    }

    @Test
    void a_line_goes_on_after_a_refusal_and_after_a_busy_moment() {
        try (var line = channel().open()) {
            theProvider(Mood.REFUSES);
            assertInstanceOf(Delivery.Refused.class, line.send(mail(1, "韩梅梅")));
            theProvider(Mood.ACCEPTS);
            assertEquals(new Delivery.Sent(), line.send(mail(2, "李雷")));
            theProvider(Mood.IS_BUSY);
            assertThrows(ChannelUnavailable.class, () -> line.send(mail(3, "Ada")));
            theProvider(Mood.ACCEPTS);
            assertEquals(new Delivery.Sent(), line.send(mail(4, "Lin")));
        }
        assertEquals(2, received().size());
        assertEquals(List.of("guest2@example.com", "guest4@example.com"), recipients());
    }

    @Test
    void nothing_that_was_typed_begins_a_header_or_adds_a_recipient() throws Exception {
        var name = "\"韩\r\nBcc: thief@example.com\r\n\r\n<梅>, thief@example.com\" \u202e🎉";
        assertEquals(new Delivery.Sent(), send(mail(1, name)));

        assertNull(only().getHeader("Bcc", null));
        assertEquals(1, only().getAllRecipients().length);
        assertEquals(List.of("guest1@example.com"), recipients());
        var names = Arrays.stream(only().getRecipients(Message.RecipientType.TO))
                .map(it -> ((InternetAddress) it).getPersonal())
                .toList();
        assertFalse(names.getFirst().contains("\n"));
        assertTrue(names.getFirst().contains("🎉"));
    }

    final Delivery send(Mail mail) {
        try (var line = channel().open()) {
            return line.send(mail);
        }
    }

    static Mail mail(int number, String name) {
        return new Mail(
                new Mail.Stamp(
                        "ntc_" + number, "registration.confirmed", "reg_" + number, Instant.EPOCH, Optional.empty()),
                new Mail.To(name, "guest" + number + "@example.com"),
                Language.ZH,
                new Mail.Content("报名成功 ✓", "你好\n", "<p>你好</p>"),
                new Mail.Enclosures(
                        Optional.of(new Mail.Picture("ticket", new byte[] {1, 2, 3})),
                        Optional.of(
                                new Mail.Calendar("invite.ics", "REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))));
    }

    private static void assertNoAddress(ChannelUnavailable unavailable) {
        assertFalse(unavailable.getMessage().contains("example.com"), unavailable.getMessage());
    }

    private MimeMessage only() {
        assertEquals(1, received().size());
        return received().getFirst();
    }
}
