package yunhe.notifications.channel;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one platform's robots are spoken to. All of them take a POST of JSON at an address that is a secret itself, and
 * say in the answer's body, usually with status 200, whether they took it.
 */
interface Robot {

    /** With the signature, where the platform wants it there. */
    URI address(Instant at);

    Map<String, ?> body(RobotMessage message, Instant at);

    /** Fields of the answer of which the first that is there holds the code; 0 is an acceptance. */
    List<String> codeFields();

    /** Codes that ask to come again: too many calls, or a platform that is busy. Any other refuses for good. */
    Set<String> comeAgain();
}
