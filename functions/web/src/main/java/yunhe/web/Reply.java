package yunhe.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is answered. Nothing may be kept by a cache unless the reply says so with {@link #cached}. */
public final class Reply {

    private static final byte[] EMPTY = new byte[0];

    private final int status;
    private final Map<String, String> headers;
    private final List<String> cookies;
    private final byte[] body;
    private final boolean isText;

    private Reply(int status, Map<String, String> headers, List<String> cookies, byte[] body, boolean isText) {
        this.status = status;
        this.headers = headers;
        this.cookies = cookies;
        this.body = body;
        this.isText = isText;
    }

    public static Reply json(int status, JsonNode tree) {
        return text(status, "application/json", Json.write(tree));
    }

    public static Reply html(int status, String page) {
        return text(status, "text/html; charset=utf-8", page);
    }

    public static Reply text(int status, String contentType, String text) {
        return new Reply(status, Map.of("content-type", contentType), List.of(), text.getBytes(UTF_8), true);
    }

    public static Reply bytes(String contentType, byte[] bytes) {
        return new Reply(200, Map.of("content-type", contentType), List.of(), bytes.clone(), false);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), List.of(), EMPTY, true);
    }

    public static Reply noContent() {
        return empty(204);
    }

    /** 303: look there with GET. */
    public static Reply seeOther(String location) {
        return empty(303).withHeader("location", location);
    }

    /** Names are lower-case, as the gateway has them. */
    public Reply withHeader(String name, String value) {
        var copy = new TreeMap<>(headers);
        copy.put(name, value);
        return new Reply(status, Map.copyOf(copy), cookies, body, isText);
    }

    /** @param cookie as in {@code Set-Cookie} */
    public Reply withCookie(String cookie) {
        var copy = new ArrayList<>(cookies);
        copy.add(cookie);
        return new Reply(status, headers, List.copyOf(copy), body, isText);
    }

    public Reply cached(String cacheControl) {
        return withHeader("cache-control", cacheControl);
    }

    Reply withoutBody() {
        return new Reply(status, headers, cookies, EMPTY, true);
    }

    /** The same headers without a body, for a client that has the body already. */
    Reply notModified() {
        var kept = new TreeMap<>(headers);
        kept.remove("content-type");
        return new Reply(304, Map.copyOf(kept), cookies, EMPTY, true);
    }

    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public List<String> cookies() {
        return cookies;
    }

    public byte[] body() {
        return body.clone();
    }

    public String bodyText() {
        return new String(body, UTF_8);
    }

    boolean isHtml() {
        return header("content-type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
    }

    APIGatewayV2HTTPResponse toGateway() {
        var response = new APIGatewayV2HTTPResponse();
        response.setStatusCode(status);
        response.setHeaders(new HashMap<>(headers));
        response.setCookies(cookies);
        response.setIsBase64Encoded(!isText);
        response.setBody(isText ? bodyText() : Base64.getEncoder().encodeToString(body));
        return response;
    }
}
