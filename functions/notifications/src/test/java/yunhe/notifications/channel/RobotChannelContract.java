package yunhe.notifications.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every platform's robot has to keep. The platform checks the signature with its own arithmetic. */
abstract class RobotChannelContract {

    static final String SECRET = "SEC0123456789";
    static final Instant NOW = Instant.parse("2026-12-01T02:00:00.789Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final List<Integer> bytes = new CopyOnWriteArrayList<>();
    private final FakeHttp platform = new FakeHttp(this::answer);
    private volatile FakeHttp.Answer next = FakeHttp.Answer.of(200, "");
    private volatile boolean accepts = true;

    abstract Channel<RobotMessage> channel(URI host, String secret);

    abstract boolean isSigned(FakeHttp.Call call, JsonNode body);

    /** Title and paragraphs, as a reader sees them. */
    abstract String text(JsonNode body);

    abstract String answer(int code);

    abstract List<Integer> busyCodes();

    abstract int wrongSignature();

    /** What the platform takes, for the whole body. */
    abstract int bytesMax();

    @AfterEach
    void close() {
        platform.close();
    }

    private FakeHttp.Answer answer(FakeHttp.Call call) {
        if (!accepts) {
            return next;
        }
        try {
            var body = new JsonMapper().readTree(call.text());
            if (!isSigned(call, body)) {
                return FakeHttp.Answer.of(200, answer(wrongSignature()));
            }
            posted.add(text(body));
            bytes.add(call.body().length);
            return FakeHttp.Answer.of(200, answer(0));
        } catch (JsonProcessingException notJson) {
            return FakeHttp.Answer.of(400, "not JSON");
        }
    }

    private void answers(FakeHttp.Answer answer) {
        next = answer;
        accepts = false;
    }

    @Test
    void what_is_accepted_arrives_as_it_was_written() {
        assertEquals(new Delivery.Sent(), send(message("新报名 3 人", "城市漫步：3 人", "联谊：0 人")));
        assertEquals(1, posted.size());
        assertTrue(posted.getFirst().startsWith("新报名 3 人\n"), posted.getFirst());
        assertTrue(posted.getFirst().contains("城市漫步：3 人"));
        assertTrue(posted.getFirst().contains("联谊：0 人"));
    }

    @Test
    void who_signs_with_another_secret_is_refused() {
        try (var line = channel(platform.at(""), "SEC-of-somebody-else").open()) {
            assertEquals(new Delivery.Refused("code " + wrongSignature()), line.send(message("t", "p")));
        }
        assertEquals(0, posted.size());
    }

    @Test
    void a_refusal_says_a_code_and_nothing_of_the_address() {
        answers(FakeHttp.Answer.of(200, answer(123456)));
        assertEquals(new Delivery.Refused("code 123456"), send(message("t", "p")));
        answers(FakeHttp.Answer.of(404, "<html>no such robot</html>"));
        assertEquals(new Delivery.Refused("http 404"), send(message("t", "p")));
    }

    @Test
    void too_many_calls_and_a_busy_platform_are_no_refusal() {
        for (int code : busyCodes()) {
            answers(FakeHttp.Answer.of(200, answer(code)));
            var busy = assertThrows(ChannelUnavailable.class, () -> send(message("t", "p")), () -> "code " + code);
            assertFalse(busy.getMessage().contains("http://"), busy.getMessage());
        }
        for (int status : List.of(429, 500, 503)) {
            answers(FakeHttp.Answer.of(status, ""));
            assertThrows(ChannelUnavailable.class, () -> send(message("t", "p")));
        }
    }

    @Test
    void an_answer_that_cannot_be_read_is_no_acceptance() {
        for (var body : List.of("", "ok", "<html>login</html>", "{}", "{\"errcode\":\"x\",\"code\":\"x\"}", "[0]")) {
            answers(FakeHttp.Answer.of(200, body));
            assertThrows(ChannelUnavailable.class, () -> send(message("t", "p")), body);
        }
    }

    @Test
    void who_is_away_is_asked_once() {
        answers(FakeHttp.Answer.NONE);
        try (var line = channel(platform.at(""), SECRET).open()) {
            var away = assertThrows(ChannelUnavailable.class, () -> line.send(message("t", "p")));
            assertFalse(away.getMessage().contains("http"), away.getMessage());
            assertThrows(ChannelUnavailable.class, () -> line.send(message("t", "p")));
        }
        assertEquals(1, platform.calls().size());
    }

    @Test
    void a_line_goes_on_after_a_refusal() {
        try (var line = channel(platform.at(""), SECRET).open()) {
            answers(FakeHttp.Answer.of(200, answer(123456)));
            assertInstanceOf(Delivery.Refused.class, line.send(message("t", "p")));
            accepts = true;
            assertEquals(new Delivery.Sent(), line.send(message("t", "p")));
        }
        assertEquals(1, posted.size());
    }

    @Test
    void nothing_that_was_typed_ends_a_text_or_calls_everybody() {
        var typed = "\"}, \"msgtype\":\"x\" \\ \u202e🎉 <at user_id=\"all\"></at> @all";
        assertEquals(new Delivery.Sent(), send(message(typed, typed)));
        assertTrue(posted.getFirst().startsWith(typed));
        var body = platform.calls().getFirst().text();
        assertFalse(body.contains("mentioned_list") || body.contains("isAtAll"), body);
    }

    @Test
    void what_is_too_long_ends_with_how_much_more_there_is() {
        var paragraphs = IntStream.range(0, 500)
                .mapToObj(number -> "第 " + number + " 个活动 \"with quotes\" https://yunhe.example/g/gath_0123456789")
                .toArray(String[]::new);
        assertEquals(new Delivery.Sent(), send(message("题", paragraphs)));

        assertTrue(bytes.getFirst() <= bytesMax(), () -> bytes.getFirst() + " bytes");
        var lines = posted.getFirst().lines().filter(line -> !line.isBlank()).toList();
        assertEquals("还有 " + (500 - (lines.size() - 2)) + " 个", lines.getLast());
        assertTrue(lines.size() > 10, posted.getFirst());
    }

    private Delivery send(RobotMessage message) {
        try (var line = channel(platform.at(""), SECRET).open()) {
            return line.send(message);
        }
    }

    private static RobotMessage message(String title, String... paragraphs) {
        return new RobotMessage("digest", title, List.of(paragraphs), left -> "还有 " + left + " 个");
    }

    static String hmacBase64(String key, String message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
