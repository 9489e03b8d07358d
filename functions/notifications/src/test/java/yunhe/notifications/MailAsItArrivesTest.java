package yunhe.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yunhe.core.activity.Registration;
import yunhe.core.notice.NoticeKind;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.testkit.Samples;

/** What a mail app is given, whatever a person is called. */
class MailAsItArrivesTest {

    private static World world;

    @BeforeAll
    static void open() {
        world = new World();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void emptyTheMailbox() throws Exception {
        world.mailServer.purgeEmailFromAllMailboxes();
    }

    @Test
    void a_confirmation_has_every_part_the_contract_names() throws Exception {
        var made = confirmed("韩梅梅");
        var mail = only();

        assertEquals("registration.confirmed", mail.getHeader("X-Yunhe-Kind", null));
        assertEquals(made.id().value(), mail.getHeader("X-Yunhe-About", null));
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertEquals("报名成功：运河南端遇见你", mail.getSubject());
        assertEquals("no-reply@yunhe.example", ((InternetAddress) mail.getFrom()[0]).getAddress());
        assertEquals("运河 yunhe", ((InternetAddress) mail.getFrom()[0]).getPersonal());

        var text = text(mail, "text/plain");
        var html = text(mail, "text/html");
        var manage = "https://yunhe.example/m/" + made.id().value() + "?token=";
        assertTrue(text.contains(manage));
        assertTrue(html.contains(manage));
        assertTrue(text.contains("https://yunhe.example/t/"));
        assertTrue(text.contains("2026年12月8日 星期二"), text);

        var picture = StillTrueTest.parts(mail, "image/png").getFirst();
        var contentId = picture.getHeader("Content-ID")[0];
        assertTrue(html.contains("cid:" + contentId.substring(1, contentId.length() - 1) + "\""));
        assertEquals("inline", picture.getDisposition());

        var calendar = StillTrueTest.parts(mail, "text/calendar").getFirst();
        assertEquals("attachment", calendar.getDisposition());
        assertTrue(calendar.getContentType().contains("method=REQUEST"), calendar.getContentType());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mal\r\nBcc: all@example.com\r\n\r\nlory",
                "\"Quote\" <script>alert(1)</script> O'Hara & Söhne",
                "李雷 👩‍👩‍👧‍👦 🎉",
                "مريم الفاسي",
                "{{manageUrl}} {{{title}}} {{/paragraphs}}",
                "a,b;c:<d@e.example>",
            })
    void no_name_breaks_a_mail(String name) throws Exception {
        confirmed(name);
        var mail = only();

        assertEquals(1, mail.getAllRecipients().length);
        assertNull(mail.getHeader("Bcc", null));
        var shown = ((InternetAddress) mail.getAllRecipients()[0]).getPersonal();
        assertEquals(name.replaceAll("[\\r\\n]+", " "), shown);
        var html = text(mail, "text/html");
        assertFalse(html.contains("<script>"));
        var line = name.replaceAll("[\\r\\n]+", " ");
        assertTrue(html.contains(escaped(line)), html);
        assertTrue(text(mail, "text/plain").contains(line));
        assertTrue(html.endsWith("</html>\n")
                || html.endsWith("</html>\r\n")
                || html.strip().endsWith("</html>"));
    }

    private static Registration confirmed(String name) {
        var person = new Person(
                name,
                Optional.of(new Email("guest@example.com")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var made = world.signUp(world.published(Samples.mixer(5, "women:1")), person);
        assertEquals(0, world.deliver(world.notifier(), World.notice(made, NoticeKind.CONFIRMED)));
        return made;
    }

    private static MimeMessage only() {
        assertEquals(1, world.mails().size());
        return world.mails().getFirst();
    }

    private static String text(MimeMessage mail, String type) throws MessagingException, IOException {
        return StillTrueTest.parts(mail, type).getFirst().getContent().toString();
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
