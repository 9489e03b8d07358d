package yunhe.notifications.channel;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** WeCom. Nothing is signed: the key in the address is the secret. */
record WeComRobot(URI webhook) implements Robot {

    /** The platform's own limit for a text. */
    private static final int BYTES_MAX = 2_048;

    /** Busy; more than 20 messages in a minute; too many at once. */
    private static final Set<String> COME_AGAIN = Set.of("-1", "45009", "45033");

    @Override
    public URI address(Instant at) {
        return webhook;
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
        return "WeComRobot[hidden]";
    }
}
