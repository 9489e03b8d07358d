package yunhe.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Signs staff in: sends the browser to the issuer, and turns the code it brings back into a session. Throws
 * {@link IssuerUnavailable} when the issuer does not answer.
 */
final class SignIn {

    private static final String SCOPE = "openid profile";
    private static final String ROLES = "roles";

    private final Client client;
    private final Issuer issuer;
    private final TokenVerifier verifier;
    private final RandomGenerator random;

    /** @param realTime for the validity of tokens, which their issuer states in real time */
    SignIn(Client client, Clock realTime, RandomGenerator random) {
        this.client = client;
        this.issuer = new Issuer(client, realTime);
        this.verifier = new TokenVerifier(client, realTime);
        this.random = random;
    }

    Begun begin(String redirectUri) {
        var attempt = Attempt.fresh(random);
        var query = new TreeMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                client.id(),
                "redirect_uri",
                redirectUri,
                "scope",
                SCOPE,
                "state",
                attempt.state(),
                "nonce",
                attempt.nonce(),
                "code_challenge",
                attempt.challenge(),
                "code_challenge_method",
                "S256"));
        var page = issuer.metadata().authorization();
        var joint = page.getRawQuery() == null ? "?" : "&";
        return new Begun(URI.create(page + joint + Issuer.encode(query)), attempt.toCookie());
    }

    /** @param cookie what {@link #begin} gave to the browser, if it still has it */
    Outcome finish(Optional<Map<String, Object>> cookie, Callback callback, String redirectUri) {
        var attempt = cookie.flatMap(Attempt::ofCookie)
                .filter(it -> callback.state().filter(it::began).isPresent());
        if (attempt.isEmpty()) {
            return new Stale();
        }
        // RFC 9207: a code from another issuer is none of ours.
        boolean fromElsewhere = callback.issuer()
                .filter(it -> !it.equals(client.issuer().toString()))
                .isPresent();
        if (fromElsewhere || callback.code().isEmpty()) {
            return new Refused();
        }
        return issuer.exchange(callback.code().get(), attempt.get().verifier(), redirectUri)
                .flatMap(tokens -> session(tokens, attempt.get().nonce()))
                .<Outcome>map(SignedIn::new)
                .orElseGet(Refused::new);
    }

    private Optional<StaffSession> session(Issuer.Tokens tokens, String nonce) {
        var keysAt = issuer.metadata().keys();
        return verifier.idToken(tokens.idToken(), nonce, keysAt)
                .map(claims -> StaffSession.of(claims.getSubject(), name(claims), roles(claims, tokens, keysAt)));
    }

    /** Some issuers put roles into the id token, others into the access token only. */
    private Set<String> roles(JWTClaimsSet claims, Issuer.Tokens tokens, URI keysAt) {
        return roles(claims)
                .or(() -> tokens.accessToken()
                        .flatMap(token -> verifier.accessToken(token, keysAt))
                        .filter(it -> claims.getSubject().equals(it.getSubject()))
                        .flatMap(SignIn::roles))
                .orElse(Set.of());
    }

    private static Optional<Set<String>> roles(JWTClaimsSet claims) {
        return switch (claims.getClaim(ROLES)) {
            case List<?> roles -> Optional.of(StaffSession.texts(roles));
            case String role -> Optional.of(Set.of(role.split(" ")));
            case null, default -> Optional.empty();
        };
    }

    private static String name(JWTClaimsSet claims) {
        return claims.getClaim("name") instanceof String name && !name.isBlank()
                ? name
                : claims.getClaim("preferred_username") instanceof String name && !name.isBlank()
                        ? name
                        : claims.getSubject();
    }

    /**
     * A sign-in that began.
     *
     * @param page the issuer's, where the browser goes
     * @param cookie what the browser keeps until it comes back
     */
    record Begun(URI page, Map<String, Object> cookie) {}

    /** What the browser brought back (RFC 6749, section 4.1.2, and RFC 9207). */
    record Callback(Optional<String> code, Optional<String> state, Optional<String> issuer) {}

    /** What became of it. */
    sealed interface Outcome {}

    /** Whatever their roles. */
    record SignedIn(StaffSession session) implements Outcome {}

    /** Another browser began it, or too long ago. */
    record Stale() implements Outcome {}

    /** The person or the issuer said no, or what came back is not to be believed. */
    record Refused() implements Outcome {}
}
