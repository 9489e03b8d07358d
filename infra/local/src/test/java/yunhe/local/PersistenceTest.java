package yunhe.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yunhe.local.probe.Probe;

final class PersistenceTest {
    @Test
    void records_messages_clock_secrets_and_keys_outlive_the_runner(@TempDir Path data) {
        Options options = ProbeSystem.options().withData(data);
        JsonNode keys;
        JsonNode variables;
        JsonNode clock;
        try (ProbeSystem first = ProbeSystem.start(options)) {
            first.put("a", "thing");
            first.settle();
            Probe.queueFailures = batch -> batch;
            first.get("/things/send?body=left");
            DeliveryTest.awaitTrue(() -> Probe.QUEUE_BATCHES.contains(List.of("left")));
            first.send("POST", "/local/clock", "{\"advance\":\"P1D\"}");
            keys = first.json("/local/oidc/jwks");
            variables = first.json("/things/variables");
            clock = first.json("/local/clock");
        }
        try (ProbeSystem second = ProbeSystem.start(options)) {
            second.settle();
            assertTrue(Probe.STREAM_BATCHES.isEmpty());
            assertEquals(List.of(List.of("left")), Probe.QUEUE_BATCHES);
            assertEquals(keys, second.json("/local/oidc/jwks"));
            assertEquals(
                    variables.path("SECRET"), second.json("/things/variables").path("SECRET"));
            assertTrue(second.json("/local/clock")
                            .path("now")
                            .asText()
                            .compareTo(clock.path("now").asText())
                    > 0);
        }
    }

    @Test
    void an_accepted_mail_is_shown_with_its_headers(@TempDir Path data) throws MessagingException {
        try (var mailbox =
                yunhe.local.mailbox.Mailbox.start(java.time.Clock.systemUTC(), java.util.Optional.of(data))) {
            send(mailbox.smtpPort());
            assertEquals("你好", mailbox.mails().getFirst().subject());
        }
        try (var again = yunhe.local.mailbox.Mailbox.start(java.time.Clock.systemUTC(), java.util.Optional.of(data))) {
            var mail = again.mails().getFirst();
            assertEquals("han@example.com", mail.to());
            assertEquals("link", mail.kind());
            assertEquals("reg_1", mail.about());
            assertEquals("内容", mail.text().strip());
        }
    }

    private static void send(int port) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("from@example.com"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("han@example.com"));
        message.setSubject("你好", "UTF-8");
        message.setHeader("X-Yunhe-Kind", "link");
        message.setHeader("X-Yunhe-About", "reg_1");
        message.setText("内容", "UTF-8");
        Transport.send(message);
    }
}
