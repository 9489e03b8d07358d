package yunhe.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request as the API hands it to a function: payload 2.0. */
final class HttpEvents {

    private final ObjectNode event = JsonNodeFactory.instance.objectNode();
    private final ObjectNode headers;
    private final ObjectNode context;

    private HttpEvents(String method, String path) {
        event.put("version", "2.0")
                .put("routeKey", "ANY " + path)
                .put("rawPath", path)
                .put("rawQueryString", "");
        headers = event.putObject("headers")
                .put("accept", "application/json")
                .put("host", "example.org")
                .put("user-agent", "bench")
                .put("x-forwarded-for", "192.0.2.1");
        context = event.putObject("requestContext")
                .put("accountId", "000000000000")
                .put("apiId", "bench")
                .put("domainName", "example.org")
                .put("domainPrefix", "bench")
                .put("requestId", "bench")
                .put("routeKey", "ANY " + path)
                .put("stage", "$default")
                .put("time", "01/Dec/2026:10:00:00 +0000")
                .put("timeEpoch", 1_796_119_200_000L);
        context.putObject("http")
                .put("method", method)
                .put("path", path)
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "192.0.2.1")
                .put("userAgent", "bench");
        event.put("isBase64Encoded", false);
    }

    static HttpEvents request(String method, String path) {
        return new HttpEvents(method, path);
    }

    HttpEvents header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    HttpEvents query(String name, String value) {
        event.put("rawQueryString", name + "=" + value);
        event.putObject("queryStringParameters").put(name, value);
        return this;
    }

    HttpEvents page() {
        return header("accept", "text/html");
    }

    /** As the authorizer of the API hands over who calls. */
    HttpEvents by(String role) {
        context.putObject("authorizer")
                .putObject("jwt")
                .putObject("claims")
                .put("sub", "bench")
                .put("roles", "[" + role + "]");
        return this;
    }

    String body(String json) {
        headers.put("content-type", "application/json");
        event.put("body", json);
        return event.toString();
    }

    String withoutBody() {
        return event.toString();
    }
}
