package yunhe.testkit.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** An OpenID Connect issuer: strict about what it is asked, and as wrong in its answers as a test wants it. */
public final class FakeIssuer implements AutoCloseable {

    public static final String CLIENT_SECRET = "a client's secret & more";

    /** Published, and one of the same name that is not. */
    public static final RSAKey KEY = key("one");

    public static final RSAKey OTHER_KEY = key("one");

    public final String subject = "staff-7";
    private final Clock clock;

    /** How the id token differs from a good one. */
    public UnaryOperator<JWTClaimsSet.Builder> idToken = UnaryOperator.identity();

    public RSAKey signingKey = KEY;
    public List<String> roles = List.of("staff");
    public List<String> accessTokenRoles = List.of();
    public boolean brokenTokenEndpoint;

    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new HashMap<>();

    public FakeIssuer(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
        server.createContext(
                "/.well-known/openid-configuration",
                it -> send(
                        it,
                        200,
                        JSONObjectUtils.toJSONString(Map.of(
                                "issuer", address(),
                                "authorization_endpoint", address() + "/authorize",
                                "token_endpoint", address() + "/token",
                                "jwks_uri", address() + "/keys"))));
        server.createContext(
                "/keys", it -> send(it, 200, new JWKSet(KEY).toPublicJWKSet().toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What a function is told of it. */
    public Map<String, String> variables() {
        return Map.of(
                "OIDC_ISSUER",
                address(),
                "OIDC_AUDIENCE",
                "yunhe-api",
                "OIDC_CLIENT_ID",
                "yunhe",
                "OIDC_CLIENT_SECRET",
                CLIENT_SECRET);
    }

    /** What the browser does with the page it was sent to: the path and query it comes back to. */
    public String authorize(URI page) {
        var asked = form(page.getRawQuery());
        if (!"code".equals(asked.get("response_type")) || !"S256".equals(asked.get("code_challenge_method"))) {
            throw new AssertionError("not what was agreed: " + asked);
        }
        var code = UUID.randomUUID().toString();
        codes.put(code, asked);
        var back = URI.create(asked.get("redirect_uri"));
        return back.getPath() + "?code=" + code + "&state=" + asked.get("state") + "&iss="
                + URLEncoder.encode(address(), UTF_8);
    }

    private void token(HttpExchange exchange) throws IOException {
        var given = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var asked = codes.remove(given.get("code"));
        var pair = "yunhe:" + URLEncoder.encode(CLIENT_SECRET, UTF_8);
        var basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
        if (brokenTokenEndpoint) {
            send(exchange, 500, "{}");
        } else if (asked == null
                || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !Objects.equals(asked.get("redirect_uri"), given.get("redirect_uri"))
                || !challenge(given.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            send(
                    exchange,
                    200,
                    JSONObjectUtils.toJSONString(new TreeMap<>(Map.of(
                            "token_type", "Bearer",
                            "id_token",
                                    sign(idToken.apply(claims("yunhe", roles)
                                                    .claim("nonce", asked.get("nonce"))
                                                    .claim("name", "李雷"))
                                            .build()),
                            "access_token",
                                    sign(claims("yunhe-api", accessTokenRoles).build())))));
        }
    }

    private JWTClaimsSet.Builder claims(String audience, List<String> itsRoles) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .subject(subject)
                .audience(audience)
                .expirationTime(Date.from(clock.instant().plusSeconds(300)));
        return itsRoles.isEmpty() ? claims : claims.claim("roles", itsRoles);
    }

    private String sign(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(signingKey));
            return token.serialize();
        } catch (JOSEException cause) {
            throw new AssertionError(cause);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException cause) {
            throw new AssertionError(cause);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException cause) {
            throw new AssertionError(cause);
        }
    }

    public static Map<String, String> form(String text) {
        var values = new HashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            values.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return values;
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
