package yunhe.notifications.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * DingTalk. With "additional signature" (加签) switched on, the address carries the time in milliseconds and
 * {@code base64(HMAC-SHA256(secret, time + "\n" + secret))}; the platform allows an hour between the clocks. Without a
 * secret the robot has to be guarded by a keyword or by addresses.
 */
record DingTalkRobot(URI webhook, Optional<String> secret) implements Robot {

    /** 20,000 bytes are taken, JSON included. */
    private static final int BYTES_MAX = 15_000;

    /** Busy; more than 20 messages in a minute (two codes are in use). */
    private static final Set<String> COME_AGAIN = Set.of("-1", "130101", "410100");

    @Override
    public URI address(Instant at) {
        return secret.map(it -> signed(it, Long.toString(at.toEpochMilli()))).orElse(webhook);
    }

    private URI signed(String key, String timestamp) {
        var signature = Base64.getEncoder().encodeToString(Hmac.sha256(key, timestamp + "\n" + key));
        var separator = webhook.getRawQuery() == null ? "?" : "&";
        return URI.create(
                webhook + separator + "timestamp=" + timestamp + "&sign=" + URLEncoder.encode(signature, UTF_8));
    }

    @Override
    public Map<String, ?> body(RobotMessage message, Instant at) {
        return Map.of("msgtype", "text", "text", Map.of("content", message.textWithin(BYTES_MAX)));
    }

    @Override
    public List<String> codeFields() {
        return List.of("errcode");
    }

    @Override
    public Set<String> comeAgain() {
        return COME_AGAIN;
    }

    @Override
    public String toString() {
        return "DingTalkRobot[hidden]";
    }
}
