package yunhe.notifications.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import yunhe.notifications.channel.SmtpSettings.Security;

/** Mail over SMTP, in each of its three ways. */
class SmtpChannelTest {

    private static final Certificate CERTIFICATE = Certificate.of("localhost");
    private static final Certificate OF_ANOTHER_NAME = Certificate.of("mail.example.com");

    @Nested
    class InTheClear extends OverSmtp {
        InTheClear() {
            super(Security.NONE);
        }
    }

    @Nested
    class WithTls extends OverSmtp {
        WithTls() {
            super(Security.TLS);
        }
    }

    @Nested
    class WithStartTls extends OverSmtp {
        WithStartTls() {
            super(Security.STARTTLS);
        }
    }

    abstract static class OverSmtp extends MailChannelContract {

        private final Security security;
        private final FakeMailServer server;

        OverSmtp(Security security) {
            this.security = security;
            this.server = new FakeMailServer(security, CERTIFICATE);
        }

        @AfterEach
        void close() throws IOException {
            server.close();
        }

        @Override
        Channel<Mail> channel() {
            return SmtpChannelTest.channel(server, security, CERTIFICATE);
        }

        @Override
        void theProvider(Mood mood) {
            server.mood = mood;
        }

        @Override
        List<MimeMessage> received() {
            return server.mails();
        }

        @Override
        List<String> recipients() {
            return server.recipients();
        }

        @Override
        String idOf(MimeMessage received) throws MessagingException {
            return received.getMessageID();
        }
    }

    @Test
    void a_server_that_offers_no_tls_gets_no_mail_where_it_is_demanded() throws IOException {
        try (var server = new FakeMailServer(Security.NONE, CERTIFICATE)) {
            assertUnavailable(channel(server, Security.STARTTLS, CERTIFICATE));
            assertUnavailable(channel(server, Security.TLS, CERTIFICATE));
            assertEquals(0, server.mails().size());
        }
    }

    @Test
    void a_server_that_nobody_vouches_for_gets_no_mail() throws IOException {
        for (var security : List.of(Security.TLS, Security.STARTTLS)) {
            try (var server = new FakeMailServer(security, CERTIFICATE)) {
                assertUnavailable(channel(server, security, OF_ANOTHER_NAME));
                assertEquals(0, server.mails().size());
            }
        }
    }

    @Test
    void a_server_of_another_name_gets_no_mail() throws IOException {
        for (var security : List.of(Security.TLS, Security.STARTTLS)) {
            try (var server = new FakeMailServer(security, OF_ANOTHER_NAME)) {
                assertUnavailable(channel(server, security, OF_ANOTHER_NAME));
                assertEquals(0, server.mails().size());
            }
        }
    }

    private static void assertUnavailable(Channel<Mail> channel) {
        try (var line = channel.open()) {
            assertThrows(ChannelUnavailable.class, () -> line.send(MailChannelContract.mail(1, "韩梅梅")));
        }
    }

    private static Channel<Mail> channel(FakeMailServer server, Security security, Certificate trusted) {
        var settings =
                new SmtpSettings("localhost", server.port(), security, Optional.empty(), MailChannelContract.FROM);
        return new SmtpChannel(settings, Optional.of(trusted.trust()));
    }
}
