package yunhe.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a function's answer into the reply that API Gateway makes of it. */
final class FunctionReplies {
    /** A synchronous answer of Lambda's may not be longer. */
    private static final int BODY_BYTES_MAX = 6 * 1024 * 1024;

    private FunctionReplies() {}

    static Reply of(@Nullable Object answer) {
        if (!(answer instanceof APIGatewayV2HTTPResponse response)
                || response.getStatusCode() < 100
                || response.getStatusCode() > 599) {
            return fault();
        }
        byte[] body;
        try {
            body = body(response);
        } catch (IllegalArgumentException notBase64) {
            return fault();
        }
        return body.length > BODY_BYTES_MAX ? fault() : new Reply(response.getStatusCode(), headers(response), body);
    }

    static Reply fault() {
        return Reply.message(500, "Internal Server Error");
    }

    private static byte[] body(APIGatewayV2HTTPResponse response) {
        @Nullable String body = response.getBody();
        if (body == null) {
            return new byte[0];
        }
        return response.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Map.Entry<String, String>> headers(APIGatewayV2HTTPResponse response) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        @Nullable Map<String, String> single = response.getHeaders();
        if (single != null) {
            single.forEach((name, value) -> add(headers, name, value));
        }
        @Nullable Map<String, List<String>> multiple = response.getMultiValueHeaders();
        if (multiple != null) {
            multiple.forEach((name, values) -> values.forEach(value -> add(headers, name, value)));
        }
        @Nullable List<String> cookies = response.getCookies();
        if (cookies != null) {
            cookies.forEach(cookie -> add(headers, "set-cookie", cookie));
        }
        if (headers.stream().noneMatch(header -> header.getKey().equals("content-type"))) {
            add(headers, "content-type", "text/plain; charset=utf-8");
        }
        return headers;
    }

    private static void add(List<Map.Entry<String, String>> headers, String name, @Nullable String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        // The gateway counts the bytes itself.
        if (value != null && !lower.equals("content-length") && !lower.equals("connection")) {
            headers.add(Map.entry(lower, value));
        }
    }
}
