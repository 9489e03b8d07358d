package yunhe.notifications.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;

/** The operator's own gateway. */
class SmsWebhookTest extends TextChannelContract {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T02:00:00Z"), ZoneOffset.UTC);

    private final List<Arrived> received = new CopyOnWriteArrayList<>();
    private final FakeHttp gateway = new FakeHttp(this::answer);
    private volatile Mood mood = Mood.ACCEPTS;

    @AfterEach
    void close() {
        gateway.close();
    }

    private FakeHttp.Answer answer(FakeHttp.Call call) {
        return switch (mood) {
            case IS_AWAY -> FakeHttp.Answer.NONE;
            case IS_BUSY -> FakeHttp.Answer.of(429, "");
            case REFUSES -> FakeHttp.Answer.of(422, "no such number: +8613800000001");
            case ACCEPTS -> isSigned(call) ? accept(call.text()) : FakeHttp.Answer.of(401, "");
        };
    }

    private FakeHttp.Answer accept(String body) {
        try {
            var json = new JsonMapper().readTree(body);
            received.add(
                    new Arrived(json.path("to").textValue(), json.path("text").textValue()));
            return FakeHttp.Answer.of(202, "");
        } catch (JsonProcessingException notJson) {
            return FakeHttp.Answer.of(400, "");
        }
    }

    private static boolean isSigned(FakeHttp.Call call) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("shared".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((call.header("X-Yunhe-Timestamp") + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(call.body())).equals(call.header("X-Yunhe-Signature"));
        } catch (java.security.GeneralSecurityException cause) {
            throw new IllegalStateException(cause);
        }
    }

    @Override
    Channel<TextMessage> channel() {
        return new SmsWebhook(gateway.at("/sms"), "shared", CLOCK);
    }

    @Override
    void theProvider(Mood next) {
        mood = next;
    }

    @Override
    List<Arrived> received() {
        return received;
    }

    @Override
    int calls() {
        return gateway.calls().size();
    }
}
