package yunhe.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A request of nobody's, sent to a handler again and again until the virtual machine knows the way. The handler has to
 * be one that reaches no store.
 */
public final class Rehearsal {

    /** In a request: the number of the turn, in two digits, so that it is somebody else's each time. */
    public static final String TURN = "(turn)";

    /** So often that what a request needs is compiled, by the first compiler at least. */
    private static final int TIMES = 100;

    private final String event;

    private Rehearsal(String event) {
        this.event = event;
    }

    /** @param path and, behind a question mark, a query */
    public static Rehearsal get(String path) {
        return new Rehearsal(event("GET", path, "text/html").toString());
    }

    public static Rehearsal post(String path, String json) {
        return new Rehearsal(
                event("POST", path, "application/json").put("body", json).toString());
    }

    private static ObjectNode event(String method, String pathAndQuery, String accept) {
        int mark = pathAndQuery.indexOf('?');
        var path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        var event = Json.object()
                .put("version", "2.0")
                .put("routeKey", "ANY " + path)
                .put("rawPath", path)
                .put("rawQueryString", mark < 0 ? "lang=en" : pathAndQuery.substring(mark + 1))
                .put("isBase64Encoded", false);
        event.putObject("headers")
                .put("accept", accept)
                .put("accept-language", "zh-CN,zh;q=0.9,en;q=0.8")
                .put("content-type", "application/json")
                .put("idempotency-key", "rehearsal-" + TURN);
        var context = event.putObject("requestContext")
                .put("domainName", "rehearsal.invalid")
                .put("requestId", "rehearsal");
        context.putObject("http").put("method", method);
        context.putObject("authorizer")
                .putObject("jwt")
                .putObject("claims")
                .put("sub", "rehearsal")
                .put("roles", "[admin]");
        return event;
    }

    /**
     * The status of the last answer. It matters to tests only: no deployment fails for a rehearsal that went astray.
     */
    @SuppressWarnings("NullAway") // No handler behind the API looks at its context.
    public int by(HttpHandler handler) {
        var answer = new ByteArrayOutputStream();
        try {
            for (int i = 0; i < TIMES; i++) {
                answer.reset();
                var turn = event.replace(TURN, "%02d".formatted(i)).getBytes(UTF_8);
                handler.serve(new ByteArrayInputStream(turn), answer, null);
            }
            return Json.read(answer.toString(UTF_8)).path("statusCode").asInt();
        } catch (IOException cause) {
            throw new UncheckedIOException("nothing here leaves the memory", cause);
        }
    }
}
