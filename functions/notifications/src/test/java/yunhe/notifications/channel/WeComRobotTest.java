package yunhe.notifications.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;

/** The key in the address is all there is to know. */
class WeComRobotTest extends RobotChannelContract {

    @Override
    Channel<RobotMessage> channel(URI host, String secret) {
        return RobotChannel.weCom(host.resolve("/cgi-bin/webhook/send?key=" + secret), CLOCK);
    }

    @Override
    boolean isSigned(FakeHttp.Call call, JsonNode body) {
        return call.uri().getRawQuery().equals("key=" + SECRET);
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
        return List.of(-1, 45009, 45033);
    }

    @Override
    int wrongSignature() {
        return 93000;
    }

    /** 2,048 for the text, and the JSON around it. */
    @Override
    int bytesMax() {
        return 2_400;
    }
}
