package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What came back. */
final class Reply {

    /** What would tell a stranger how the service is built. */
    private static final Pattern INSIDES =
            Pattern.compile("\\tat |Exception\\b|java\\.(lang|util|io|time)\\.|com\\.fasterxml|software\\.amazon"
                    + "|yunhe\\.[a-z]+\\.[A-Za-z]|DynamoDB|ConditionalCheck");

    private final String request;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] bytes;

    Reply(String request, int status, HttpHeaders headers, byte[] bytes) {
        this.request = request;
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
    }

    static Reply of(String request, HttpResponse<byte[]> response) {
        return new Reply(request, response.statusCode(), response.headers(), response.body());
    }

    /** Method and path, to say what was asked. */
    String request() {
        return request;
    }

    int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    byte[] bytes() {
        return bytes;
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return Json.parse(bytes);
    }

    String get(String property) {
        return json().path(property).asText();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String contentType() {
        return header("Content-Type");
    }

    boolean isHtml() {
        return contentType().startsWith("text/html");
    }

    Reply expect(int expected) {
        assertEquals(expected, status, this::toString);
        return this;
    }

    /** Holds for every reply, whatever was asked. */
    void assertDecent() {
        assertTrue(status < 500, this::toString);
        if (status >= 400) {
            assertFalse(INSIDES.matcher(text()).find(), this::toString);
        }
        if (!isTheGateways()) {
            assertEquals("nosniff", header("X-Content-Type-Options"), this::toString);
            assertEquals("no-referrer", header("Referrer-Policy"), this::toString);
        }
        if (isHtml()) {
            assertGuarded(header("Content-Security-Policy"));
        }
    }

    /** The gateway's own refusals are as it makes them. */
    private boolean isTheGateways() {
        return List.of(401, 403, 404, 413, 429, 503).contains(status)
                && contentType().startsWith("application/json")
                && json().has("message");
    }

    private void assertGuarded(String policy) {
        assertTrue(policy.contains("frame-ancestors 'none'"), this::toString);
        for (String directive : policy.split(";", -1)) {
            if (directive.strip().startsWith("script-src") || directive.strip().startsWith("default-src")) {
                assertFalse(directive.contains("unsafe-inline"), this::toString);
                assertFalse(directive.contains("unsafe-eval"), this::toString);
            }
            assertFalse(directive.matches(".*(https?:|//|\\*).*"), () -> "an external host: " + policy);
        }
        assertTrue(policy.contains("default-src") || policy.contains("script-src"), this::toString);
    }

    @Override
    public String toString() {
        String body = contentType().matches(".*(json|html|text|calendar|xml).*") ? text() : bytes.length + " bytes";
        return request + " → " + status + " " + headers.map() + "\n"
                + (body.length() > 3000 ? body.substring(0, 3000) + "…" : body);
    }
}
