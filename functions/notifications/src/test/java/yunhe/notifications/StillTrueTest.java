package yunhe.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;
import yunhe.dynamo.notice.DynamoNotices;
import yunhe.testkit.Samples;

/** Nobody is told what is no longer so, and a calendar follows the registration. */
class StillTrueTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void after_a_cancellation_nothing_but_the_cancellation_is_told() throws MessagingException {
        var made = world.signUp(world.published(Samples.mixer(5, "women:1")), Samples.withEmail(1));
        var confirmed = World.notice(made, NoticeKind.CONFIRMED);
        var link = new Notice(made.id(), NoticeKind.LINK, 1);
        var cancelled = World.notice(world.cancel(made), NoticeKind.CANCELLED);

        assertEquals(0, world.deliver(world.notifier(), cancelled, confirmed, link));
        assertEquals(1, world.mails().size());
        assertEquals("registration.cancelled", world.mails().getFirst().getHeader("X-Yunhe-Kind", null));
        assertEquals(NoticeRecord.Status.DROPPED_LATE, world.status(confirmed));
        assertEquals(NoticeRecord.Status.DROPPED_LATE, world.status(link));
        assertEquals(NoticeRecord.Status.SENT, world.status(cancelled));
    }

    @Test
    void a_cancellation_waits_while_a_confirmation_may_be_on_its_way() {
        var made = world.signUp(world.published(Samples.mixer(5, "women:1")), Samples.withEmail(1));
        world.notices().claim(World.notice(made, NoticeKind.CONFIRMED), world.clock.instant());
        var cancelled = World.notice(world.cancel(made), NoticeKind.CANCELLED);

        assertEquals(1, world.deliver(world.notifier(), cancelled));
        world.clock.advance(DynamoNotices.CLAIM_FOR);
        assertEquals(0, world.deliver(world.notifier(), cancelled));
        assertEquals(1, world.mails().size());
    }

    @Test
    void word_of_the_line_is_dropped_once_the_activity_has_begun() {
        var activity = world.published(Samples.mixer(5, "women:1"));
        var first = world.signUp(activity, Samples.withEmail(1));
        var waiting = World.notice(world.signUp(activity, Samples.withEmail(2)), NoticeKind.WAITLISTED);
        world.clock.moveTo(Samples.START);

        assertEquals(0, world.deliver(world.notifier(), waiting));
        assertEquals(NoticeRecord.Status.DROPPED_LATE, world.status(waiting));
        assertEquals(0, world.deliver(world.notifier(), World.notice(first, NoticeKind.CONFIRMED)));
        assertEquals(1, world.mails().size(), "a ticket is still good while doors are open");
    }

    @Test
    void nobody_gets_a_ticket_for_what_is_over() {
        var made = world.signUp(world.published(Samples.mixer(5, "women:1")), Samples.withEmail(1));
        world.clock.moveTo(Samples.START.plus(Duration.ofHours(3)));
        var confirmed = World.notice(made, NoticeKind.CONFIRMED);

        assertEquals(0, world.deliver(world.notifier(), confirmed));
        assertEquals(NoticeRecord.Status.DROPPED_LATE, world.status(confirmed));
        assertEquals(0, world.mails().size());
    }

    @Test
    void a_cancellation_takes_back_the_calendar_entry_that_the_confirmation_gave() throws Exception {
        var made = world.signUp(world.published(Samples.mixer(5, "women:1")), Samples.withEmail(1));
        world.deliver(world.notifier(), World.notice(made, NoticeKind.CONFIRMED));
        world.deliver(world.notifier(), World.notice(world.cancel(made), NoticeKind.CANCELLED));

        var request = calendars(world.mails().get(0)).getFirst();
        var cancel = calendars(world.mails().get(1)).getFirst();
        assertTrue(request.contains("METHOD:REQUEST"), request);
        assertTrue(cancel.contains("METHOD:CANCEL"), cancel);
        assertEquals(line("UID", request), line("UID", cancel));
        assertTrue(Integer.parseInt(line("SEQUENCE", cancel)) > Integer.parseInt(line("SEQUENCE", request)));
    }

    @Test
    void who_moved_up_gets_one_message_with_ticket_and_entry() throws Exception {
        var activity = world.published(Samples.mixer(5, "women:1"));
        var first = world.signUp(activity, Samples.withEmail(1));
        var waiter = world.signUp(activity, Samples.withEmail(2));
        var waitlisted = World.notice(waiter, NoticeKind.WAITLISTED);
        world.cancel(first);
        world.promote(activity);
        var promoted = World.notice(world.registrations.find(waiter.id()).orElseThrow(), NoticeKind.PROMOTED);

        assertEquals(0, world.deliver(world.notifier(), waitlisted, promoted, promoted));
        assertEquals(1, world.mails().size());
        assertEquals(1, calendars(world.mails().getFirst()).size());
        assertEquals(1, parts(world.mails().getFirst(), "image/png").size());
    }

    @Test
    void a_waiter_who_cancels_has_no_entry_to_take_back() throws Exception {
        var activity = world.published(Samples.mixer(5, "women:0"));
        var waiter = world.signUp(activity, Samples.withEmail(1));
        world.deliver(world.notifier(), World.notice(waiter, NoticeKind.WAITLISTED));
        world.deliver(world.notifier(), World.notice(world.cancel(waiter), NoticeKind.CANCELLED));

        assertEquals(2, world.mails().size());
        assertTrue(calendars(world.mails().get(1)).isEmpty());
    }

    @Test
    void an_address_that_the_server_refuses_for_good_is_not_tried_again() throws IOException {
        var made = world.signUp(world.published(Samples.mixer(5, "women:1")), Samples.withEmail(1));
        var notice = World.notice(made, NoticeKind.CONFIRMED);
        try (var later = new StubbornMailServer("451 4.3.0 later")) {
            world.variables.put("SMTP_PORT", Integer.toString(later.port()));
            assertEquals(1, world.deliver(world.notifier(), notice));
            assertEquals(NoticeRecord.Status.QUEUED, world.status(notice));
        }
        try (var never = new StubbornMailServer("550 5.1.1 no such user")) {
            world.variables.put("SMTP_PORT", Integer.toString(never.port()));
            assertEquals(0, world.deliver(world.notifier(), notice));
            assertEquals(NoticeRecord.Status.FAILED, world.status(notice));
        }
    }

    @Test
    void what_is_no_notice_comes_again_until_it_lies_with_the_dead_letters() {
        var event = world.batch(new Notice[] {});
        var message = new com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage();
        message.setMessageId("odd");
        message.setBody("{\"about\":\"nobody\"}");
        event.setRecords(List.of(message));
        assertEquals(1, World.deliver(world.notifier(), event));
        assertFalse(NoticeMessage.read("no json").isPresent());
    }

    static List<String> calendars(MimeMessage mail) throws MessagingException, IOException {
        var calendars = new ArrayList<String>();
        for (var part : parts(mail, "text/calendar")) {
            calendars.add(new String(part.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return calendars;
    }

    static List<Part> parts(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return List.of(part);
        }
        var found = new ArrayList<Part>();
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                found.addAll(parts(several.getBodyPart(i), type));
            }
        }
        return found;
    }

    static String line(String name, String ics) {
        var line = Pattern.compile("(?m)^" + name + ":(.*)$").matcher(ics);
        assertTrue(line.find(), ics);
        return line.group(1).strip();
    }
}
