package yunhe.notifications.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

class DingTalkRobotTest extends RobotChannelContract {

    @Override
    Channel<RobotMessage> channel(URI host, String secret) {
        return RobotChannel.dingTalk(host.resolve("/robot/send?access_token=a+b"), Optional.of(secret), CLOCK);
    }

    @Override
    boolean isSigned(FakeHttp.Call call, JsonNode body) {
        var query = new HashMap<String, String>();
        for (var field : call.uri().getRawQuery().split("&", -1)) {
            var parts = field.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        // Milliseconds.
        var timestamp = query.get("timestamp");
        return timestamp.equals("1796090400789")
                && query.get("access_token").equals("a b")
                && query.get("sign").equals(hmacBase64(SECRET, timestamp + "\n" + SECRET));
    }

    @Override
    String text(JsonNode body) {
        return body.path("msgtype").asText().equals("text")
                ? body.at("/text/content").asText()
                : "";
    }

    @Override
    String answer(int code) {
        return "{\"errcode\":%d,\"errmsg\":\"any\"}".formatted(code);
    }

    @Override
    List<Integer> busyCodes() {
        return List.of(-1, 130101, 410100);
    }

    @Override
    int wrongSignature() {
        return 310000;
    }

    @Override
    int bytesMax() {
        return 20_000;
    }
}
