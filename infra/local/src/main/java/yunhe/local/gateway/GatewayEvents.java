package yunhe.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes payload 2.0 events of requests, as API Gateway makes them. */
final class GatewayEvents {
    /** What reaches functions as text. Everything else is base64, form posts included. */
    private static final Set<String> TEXTS = Set.of("application/json", "application/xml", "application/javascript");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Clock clock;

    GatewayEvents(Clock clock) {
        this.clock = clock;
    }

    @SuppressWarnings("NullAway") // The event's fields are absent, that is null, where the gateway leaves them out.
    APIGatewayV2HTTPEvent event(Incoming request, Routes.Match match, Optional<Map<String, String>> claims) {
        Map<String, String> headers = headers(request);
        List<String> cookies = cookies(headers);
        Map<String, String> query = Percent.queryParameters(request.query());
        Map<String, String> path = new LinkedHashMap<>();
        match.pathParameters().forEach((name, value) -> path.put(name, Percent.decodePath(value)));
        boolean text = isText(headers.get("content-type"));
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey(match.route().key())
                .withRawPath(Percent.decodePath(request.path()))
                .withRawQueryString(request.query())
                .withCookies(cookies.isEmpty() ? null : cookies)
                .withHeaders(headers)
                .withQueryStringParameters(query.isEmpty() ? null : query)
                .withPathParameters(path.isEmpty() ? null : path)
                .withRequestContext(context(request, headers, match.route().key(), claims))
                .withBody(body(request.body(), text))
                .withIsBase64Encoded(request.body().length > 0 && !text)
                .build();
    }

    private RequestContext context(
            Incoming request, Map<String, String> headers, String routeKey, Optional<Map<String, String>> claims) {
        Instant now = clock.instant();
        String domain = headers.getOrDefault("host", "localhost").replaceFirst(":\\d+$", "");
        RequestContext.RequestContextBuilder context = RequestContext.builder()
                .withAccountId("000000000000")
                .withApiId("local")
                .withDomainName(domain)
                .withDomainPrefix(domain.replaceFirst("\\..*$", ""))
                .withHttp(RequestContext.Http.builder()
                        .withMethod(request.method())
                        .withPath(Percent.decodePath(request.path()))
                        .withProtocol(request.protocol())
                        .withSourceIp(request.sourceIp())
                        .withUserAgent(headers.getOrDefault("user-agent", ""))
                        .build())
                .withRequestId(UUID.randomUUID().toString())
                .withRouteKey(routeKey)
                .withStage("$default")
                .withTime(TIME.format(now))
                .withTimeEpoch(now.toEpochMilli());
        claims.ifPresent(values -> context.withAuthorizer(RequestContext.Authorizer.builder()
                .withJwt(RequestContext.Authorizer.JWT
                        .builder()
                        .withClaims(values)
                        .build())
                .build()));
        return context.build();
    }

    private static Map<String, String> headers(Incoming request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : request.headers()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            headers.merge(
                    name, header.getValue(), (first, second) -> first + (name.equals("cookie") ? "; " : ",") + second);
        }
        headers.merge("x-forwarded-for", request.sourceIp(), (before, own) -> before + ", " + own);
        headers.put("x-forwarded-proto", "http");
        return headers;
    }

    /** Takes the cookies out of the headers. */
    private static List<String> cookies(Map<String, String> headers) {
        String header = headers.remove("cookie");
        List<String> cookies = new ArrayList<>();
        if (header != null) {
            for (String cookie : header.split(";", -1)) {
                if (!cookie.isBlank()) {
                    cookies.add(cookie.strip());
                }
            }
        }
        return cookies;
    }

    private static boolean isText(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String type = contentType.replaceFirst("[;,].*$", "").strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || TEXTS.contains(type);
    }

    private static @Nullable String body(byte[] body, boolean text) {
        if (body.length == 0) {
            return null;
        }
        return text
                ? new String(body, StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(body);
    }
}
