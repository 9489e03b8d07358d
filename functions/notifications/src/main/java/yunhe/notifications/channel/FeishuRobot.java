package yunhe.notifications.channel;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Feishu, and Lark outside China. The signature is in the body: the time in seconds, and the HMAC-SHA256 of nothing
 * with {@code time + "\n" + secret} as its key, in Base64; the platform allows an hour between the clocks.
 *
 * <p>The message is a post: in a plain text a typed {@code <at user_id="all">} would call everybody.
 */
record FeishuRobot(URI webhook, Optional<String> secret) implements Robot {

    /** 20 KB are taken, JSON included. */
    private static final int BYTES_MAX = 12_000;

    /** Too many calls: of the robot, of the tenant, of the gateway, in the chat. */
    private static final Set<String> COME_AGAIN = Set.of("9499", "11232", "99991400", "230020");

    @Override
    public URI address(Instant at) {
        return webhook;
    }

    @Override
    public Map<String, ?> body(RobotMessage message, Instant at) {
        var lines = message.within(BYTES_MAX).stream()
                .map(paragraph -> List.of(Map.of("tag", "text", "text", paragraph + "\n")))
                .toList();
        var body = new LinkedHashMap<String, Object>();
        secret.ifPresent(it -> {
            var timestamp = Long.toString(at.getEpochSecond());
            body.put("timestamp", timestamp);
            body.put("sign", Base64.getEncoder().encodeToString(Hmac.sha256(timestamp + "\n" + it, "")));
        });
        body.put("msg_type", "post");
        // Shown in whatever language the reader has set: there is only this one.
        body.put("content", Map.of("post", Map.of("zh_cn", Map.of("title", message.title(), "content", lines))));
        return body;
    }

    /** Older robots have the second only. */
    @Override
    public List<String> codeFields() {
        return List.of("code", "StatusCode");
    }

    @Override
    public Set<String> comeAgain() {
        return COME_AGAIN;
    }

    @Override
    public String toString() {
        return "FeishuRobot[hidden]";
    }
}
