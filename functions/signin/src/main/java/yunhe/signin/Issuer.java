package yunhe.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The OpenID Connect issuer over HTTP: what it publishes about itself, and its token endpoint. */
final class Issuer {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REMEMBER_FOR = Duration.ofHours(1);
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final Client client;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private volatile @Nullable Remembered remembered;

    Issuer(Client client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** What the issuer says about itself, at most an hour ago (OpenID Connect Discovery 1.0, section 4). */
    Metadata metadata() {
        var known = remembered;
        var now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(REMEMBER_FOR))) {
            return known.metadata();
        }
        var fresh = discover();
        remembered = new Remembered(fresh, now);
        return fresh;
    }

    /** Exchanges a code for tokens. Empty when the issuer refuses the code. */
    Optional<Tokens> exchange(String code, String verifier, String redirectUri) {
        var metadata = metadata();
        var form = new TreeMap<>(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirectUri,
                "client_id", client.id(),
                "code_verifier", verifier));
        var request = HttpRequest.newBuilder(metadata.token())
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        client.secret().ifPresent(secret -> authenticate(request, form, secret, metadata));
        var answer = send(
                request.POST(HttpRequest.BodyPublishers.ofString(encode(form))).build(), "exchange code");
        if (answer.statusCode() >= SERVER_ERROR) {
            throw new IssuerUnavailable("exchange code, status " + answer.statusCode());
        }
        return answer.statusCode() == OK
                ? Optional.of(tokens(parse(answer.body(), "exchange code")))
                : Optional.empty();
    }

    /** With HTTP Basic, the default of OpenID Connect, unless the issuer takes the secret in the form only. */
    private void authenticate(HttpRequest.Builder request, Map<String, String> form, String secret, Metadata metadata) {
        if (metadata.takesSecretInFormOnly()) {
            form.put("client_secret", secret);
            return;
        }
        var pair = encode(client.id()) + ":" + encode(secret);
        request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    private Metadata discover() {
        var issuer = client.issuer().toString();
        var address = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
        var request = HttpRequest.newBuilder(address).timeout(ANSWER_TIMEOUT).build();
        var answer = send(request, "discover");
        if (answer.statusCode() != OK) {
            throw new IssuerUnavailable("discover, status " + answer.statusCode());
        }
        var said = parse(answer.body(), "discover");
        if (!issuer.equals(said.get("issuer"))) {
            throw new IssuerUnavailable("discover: it calls itself by another name");
        }
        return new Metadata(
                address(said, "authorization_endpoint"),
                address(said, "token_endpoint"),
                address(said, "jwks_uri"),
                said.get("token_endpoint_auth_methods_supported") instanceof List<?> methods
                        && methods.contains("client_secret_post")
                        && !methods.contains("client_secret_basic"));
    }

    private HttpResponse<String> send(HttpRequest request, String attempted) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException cause) {
            throw new IssuerUnavailable(attempted, cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IssuerUnavailable(attempted, cause);
        }
    }

    private static Tokens tokens(Map<String, Object> answer) {
        if (answer.get("id_token") instanceof String idToken) {
            return new Tokens(
                    idToken,
                    answer.get("access_token") instanceof String token ? Optional.of(token) : Optional.empty());
        }
        throw new IssuerUnavailable("exchange code: no id token came back");
    }

    private static URI address(Map<String, Object> said, String name) {
        try {
            if (said.get(name) instanceof String text) {
                return URI.create(text);
            }
        } catch (IllegalArgumentException cause) {
            throw new IssuerUnavailable("discover " + name, cause);
        }
        throw new IssuerUnavailable("discover: it has no " + name);
    }

    private static Map<String, Object> parse(String json, String attempted) {
        try {
            return JSONObjectUtils.parse(json);
        } catch (ParseException cause) {
            throw new IssuerUnavailable(attempted, cause);
        }
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** Where the issuer does what. */
    record Metadata(URI authorization, URI token, URI keys, boolean takesSecretInFormOnly) {}

    /** Unverified, as they came. */
    record Tokens(String idToken, Optional<String> accessToken) {}

    private record Remembered(Metadata metadata, Instant at) {}
}
