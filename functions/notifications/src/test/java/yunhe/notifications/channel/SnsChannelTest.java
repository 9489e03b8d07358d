package yunhe.notifications.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

class SnsChannelTest extends TextChannelContract {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T02:00:00Z"), ZoneOffset.UTC);

    private final FakeSns sns = new FakeSns();

    @AfterEach
    void close() {
        sns.close();
    }

    @Override
    Channel<TextMessage> channel() {
        return new SnsChannel(new AwsService("sns", sns.endpoint(), "eu-central-1", SesChannelTest.CREDENTIALS, CLOCK));
    }

    @Override
    void theProvider(Mood mood) {
        sns.mood = mood;
    }

    @Override
    List<Arrived> received() {
        return sns.published().stream()
                .map(form -> new Arrived(form.get("PhoneNumber"), form.get("Message")))
                .toList();
    }

    @Override
    int calls() {
        return sns.calls();
    }

    /** The fake is held to the real client, so that it does not merely agree with us. */
    @Test
    void the_sdks_own_client_says_the_same() {
        try (var client = SnsClient.builder()
                        .endpointOverride(sns.endpoint())
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(SesChannelTest.CREDENTIALS)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
                var line = channel().open()) {
            line.send(new TextMessage("ntc_1", "link", "reg_1", "+8613800000001", "你好 ✓"));
            var published = client.publish(it -> it.phoneNumber("+8613800000001")
                    .message("你好 ✓")
                    .messageAttributes(Map.of(
                            "AWS.SNS.SMS.SMSType",
                            MessageAttributeValue.builder()
                                    .dataType("String")
                                    .stringValue("Transactional")
                                    .build())));
            assertEquals("567910cd", published.messageId());
            assertEquals(sns.published().get(1), sns.published().get(0));

            theProvider(Mood.REFUSES);
            assertThrows(
                    InvalidParameterException.class,
                    () -> client.publish(it -> it.phoneNumber("1").message("2")));
        }
    }
}
