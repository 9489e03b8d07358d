package yunhe.notifications.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;

class SesChannelTest extends MailChannelContract {

    static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create(AwsSignature.KEY_ID, AwsSignature.SECRET));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T02:00:00Z"), ZoneOffset.UTC);

    private final FakeSes ses = new FakeSes();

    @AfterEach
    void close() {
        ses.close();
    }

    @Override
    Channel<Mail> channel() {
        return channel(CREDENTIALS);
    }

    private SesChannel channel(StaticCredentialsProvider credentials) {
        return new SesChannel(new AwsService("ses", ses.endpoint(), "eu-central-1", credentials, CLOCK), FROM);
    }

    @Override
    void theProvider(Mood mood) {
        ses.mood = mood;
    }

    @Override
    List<MimeMessage> received() {
        return ses.mails();
    }

    @Override
    List<String> recipients() {
        return ses.recipients();
    }

    /** SES puts its own Message-ID in place of ours. */
    @Override
    String idOf(MimeMessage received) throws MessagingException {
        return received.getHeader(SesChannel.NOTICE, null);
    }

    @Test
    void a_call_that_got_no_answer_is_not_repeated_behind_our_back() {
        theProvider(Mood.IS_AWAY);
        assertThrows(ChannelUnavailable.class, () -> send(mail(1, "韩梅梅")));
        assertEquals(1, ses.calls());
    }

    @Test
    void a_wrong_signature_is_the_deployments_fault_and_not_the_mails() {
        var others = StaticCredentialsProvider.create(AwsBasicCredentials.create(AwsSignature.KEY_ID, "another"));
        try (var line = channel(others).open()) {
            assertThrows(ChannelUnavailable.class, () -> line.send(mail(1, "韩梅梅")));
        }
    }

    @Test
    void an_account_in_the_sandbox_is_the_deployments_fault_and_not_the_mails() {
        theProvider(Mood.REFUSES);
        ses.refusalText = "Email address is not verified. The following identities failed the check: a@example.com";
        assertThrows(ChannelUnavailable.class, () -> send(mail(1, "韩梅梅")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AccountSuspendedException",
                "SendingPausedException",
                "LimitExceededException",
                "MailFromDomainNotVerifiedException",
                "AccessDeniedException"
            })
    void what_is_wrong_with_the_account_is_tried_again(String error) {
        theProvider(Mood.REFUSES);
        ses.refusal = error;
        assertThrows(ChannelUnavailable.class, () -> send(mail(1, "韩梅梅")));
    }

    @Test
    void a_mail_that_ses_cannot_read_is_refused() {
        theProvider(Mood.REFUSES);
        ses.refusal = "BadRequestException";
        assertEquals(new Delivery.Refused("ses BadRequestException"), send(mail(1, "韩梅梅")));
    }

    /** The fake is held to the real client, so that it does not merely agree with us. */
    @Test
    void the_sdks_own_client_reaches_the_same_service() throws Exception {
        send(mail(1, "韩梅梅"));
        var raw = new ByteArrayOutputStream();
        received().getFirst().writeTo(raw);
        try (var client = SesV2Client.builder()
                .endpointOverride(ses.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            var sent = client.sendEmail(it -> it.destination(to -> to.toAddresses("guest1@example.com"))
                    .content(content -> content.raw(data -> data.data(SdkBytes.fromByteArray(raw.toByteArray())))));
            assertEquals("0102018f", sent.messageId());
            assertEquals(recipients().get(0), recipients().get(1));
            assertEquals(idOf(received().get(0)), idOf(received().get(1)));

            theProvider(Mood.REFUSES);
            var refused = assertThrows(
                    RuntimeException.class,
                    () -> client.sendEmail(it -> it.content(
                            content -> content.raw(data -> data.data(SdkBytes.fromByteArray(raw.toByteArray()))))));
            assertInstanceOf(MessageRejectedException.class, refused);
        }
    }
}
