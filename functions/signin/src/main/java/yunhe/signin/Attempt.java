package yunhe.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yunhe.core.shared.Base64Url;

/**
 * A sign-in under way, kept in a cookie of the browser that began it.
 *
 * @param state comes back with the code: it is this browser that asked
 * @param nonce comes back in the id token: the token was made for this sign-in
 * @param verifier of PKCE (RFC 7636): the code is worth nothing without it
 */
record Attempt(String state, String nonce, String verifier) {

    private static final int BYTES = 32;

    static Attempt fresh(RandomGenerator random) {
        return new Attempt(draw(random), draw(random), draw(random));
    }

    /** RFC 7636, section 4.2, method S256. */
    String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64Url.encode(digest);
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("SHA-256 is part of every Java", cause);
        }
    }

    boolean began(String givenState) {
        return MessageDigest.isEqual(state.getBytes(US_ASCII), givenState.getBytes(US_ASCII));
    }

    Map<String, Object> toCookie() {
        return Map.of("state", state, "nonce", nonce, "verifier", verifier);
    }

    static Optional<Attempt> ofCookie(Map<String, Object> content) {
        return content.get("state") instanceof String state
                        && content.get("nonce") instanceof String nonce
                        && content.get("verifier") instanceof String verifier
                ? Optional.of(new Attempt(state, nonce, verifier))
                : Optional.empty();
    }

    private static String draw(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }

    @Override
    public String toString() {
        return "Attempt[hidden]";
    }
}
