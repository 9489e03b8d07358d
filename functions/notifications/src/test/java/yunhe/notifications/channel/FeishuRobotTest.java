package yunhe.notifications.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

class FeishuRobotTest extends RobotChannelContract {

    @Override
    Channel<RobotMessage> channel(URI host, String secret) {
        return RobotChannel.feishu(host.resolve("/open-apis/bot/v2/hook/one"), Optional.of(secret), CLOCK);
    }

    @Override
    boolean isSigned(FakeHttp.Call call, JsonNode body) {
        // Seconds, and the text to sign as the key over nothing.
        var timestamp = body.path("timestamp").asText();
        return timestamp.equals("1796090400")
                && body.path("sign").asText().equals(hmacBase64(timestamp + "\n" + SECRET, ""));
    }

    @Override
    String text(JsonNode body) {
        var post = body.at("/content/post/zh_cn");
        var text = new StringBuilder(post.path("title").asText()).append("\n");
        for (var line : post.path("content")) {
            line.forEach(part -> text.append(
                    part.path("tag").asText().equals("text") ? part.path("text").asText() : ""));
            text.append("\n");
        }
        return body.path("msg_type").asText().equals("post") ? text.toString() : "";
    }

    @Override
    String answer(int code) {
        return "{\"code\":%d,\"data\":{\"a\":[1]},\"msg\":\"any\"}".formatted(code);
    }

    @Override
    List<Integer> busyCodes() {
        return List.of(9499, 11232, 99991400, 230020);
    }

    @Override
    int wrongSignature() {
        return 19021;
    }

    @Override
    int bytesMax() {
        return 20_000;
    }
}
