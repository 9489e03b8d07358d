package yunhe.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yunhe.core.shared.Language;

/** One HTTP request as the gateway hands it over (payload 2.0). Immutable. */
public final class Request {

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final Map<String, String> query;
    private final Map<String, String> cookies;
    private final String body;
    private final boolean isBase64;
    private final Optional<Caller> caller;
    private final String domainName;
    private final String routeKey;
    private final String requestId;

    private Request(APIGatewayV2HTTPEvent event) {
        var context = Optional.ofNullable(event.getRequestContext());
        var http = context.flatMap(it -> Optional.ofNullable(it.getHttp()));
        this.method = http.flatMap(it -> Optional.ofNullable(it.getMethod()))
                .orElse("GET")
                .toUpperCase(Locale.ROOT);
        this.path = withoutTrailingSlash(Optional.ofNullable(event.getRawPath()).orElse("/"));
        this.headers = lowerCase(Optional.ofNullable(event.getHeaders()).orElse(Map.of()));
        this.query = query(event);
        this.cookies = cookies(Optional.ofNullable(event.getCookies()).orElse(List.of()));
        this.body = Optional.ofNullable(event.getBody()).orElse("");
        this.isBase64 = event.getIsBase64Encoded();
        this.caller = context.flatMap(it -> Optional.ofNullable(it.getAuthorizer()))
                .flatMap(it -> Optional.ofNullable(it.getJwt()))
                .flatMap(it -> Optional.ofNullable(it.getClaims()))
                .map(claims -> Caller.ofClaims(claims.getOrDefault("sub", ""), claims.getOrDefault("roles", "")));
        this.domainName =
                context.flatMap(it -> Optional.ofNullable(it.getDomainName())).orElse("localhost");
        this.routeKey = Optional.ofNullable(event.getRouteKey()).orElse("");
        this.requestId =
                context.flatMap(it -> Optional.ofNullable(it.getRequestId())).orElse("");
    }

    public static Request of(APIGatewayV2HTTPEvent event) {
        return new Request(event);
    }

    public String method() {
        return method;
    }

    /** Without a slash at the end, unless it is all there is. */
    public String path() {
        return path;
    }

    /** The first value, decoded. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    public byte[] bytes() {
        if (!isBase64) {
            return body.getBytes(UTF_8);
        }
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException notBase64) {
            throw FormBody.malformed();
        }
    }

    /** The body, JSON or form. Leaves with 400, 413 or 415 when it is neither, too large or unreadable. */
    public Body body() {
        return Body.parse(this, Body.BYTES_MAX, true);
    }

    /** The body, which has to be JSON. */
    public Body json() {
        return json(Body.BYTES_MAX);
    }

    public Body json(int bytesMax) {
        return Body.parse(this, bytesMax, false);
    }

    public Language language() {
        return query("lang")
                .flatMap(Accepts::language)
                .or(() -> header("accept-language").flatMap(Accepts::language))
                .orElse(Language.ZH);
    }

    /** Whether the sender is a browser that shows what it gets. */
    public boolean prefersHtml() {
        return header("accept").filter(Accepts::prefersHtml).isPresent();
    }

    public Optional<String> bearer() {
        return header("authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }

    /** The token of a manage link: from the header, or else from the query. */
    public Optional<String> manageToken() {
        return bearer().or(() -> query("token"));
    }

    /** Empty when the route has no authorizer or nobody signed in. */
    public Optional<Caller> caller() {
        return caller;
    }

    /** Where visitors reach the service, without a slash at the end. */
    public String baseUrl(Optional<String> publicUrl) {
        return publicUrl.orElse("https://" + domainName);
    }

    /** The route as the template words it; unlike the path it holds no ticket. */
    public String routeKey() {
        return routeKey;
    }

    public String requestId() {
        return requestId;
    }

    private static String withoutTrailingSlash(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        var copy = new HashMap<String, String>();
        headers.forEach((name, value) -> copy.put(name.toLowerCase(Locale.ROOT), value));
        return Map.copyOf(copy);
    }

    private static Map<String, String> query(APIGatewayV2HTTPEvent event) {
        var raw = Optional.ofNullable(event.getRawQueryString()).orElse("");
        if (raw.isEmpty()) {
            return Map.copyOf(
                    Optional.ofNullable(event.getQueryStringParameters()).orElse(Map.of()));
        }
        var values = new HashMap<String, String>();
        for (var pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            values.putIfAbsent(lenient(name), equals < 0 ? "" : lenient(pair.substring(equals + 1)));
        }
        return Map.copyOf(values);
    }

    /** What is no percent-encoding stands as it is: a query is never worth an error. */
    private static String lenient(String encoded) {
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return encoded;
        }
    }

    private static Map<String, String> cookies(List<String> pairs) {
        var values = new HashMap<String, String>();
        for (var pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return Map.copyOf(values);
    }
}
