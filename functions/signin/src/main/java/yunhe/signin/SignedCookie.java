package yunhe.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Secrets;

/**
 * A cookie whose value is a JSON object with an expiry and an HMAC of it: readable to its bearer, not to be changed by
 * anyone. The first secret signs, both are accepted, so that one can be rotated while people work.
 */
final class SignedCookie {

    private static final String EXPIRES = "exp";
    private static final int LENGTH_MAX = 4_000;

    private final String name;
    private final String path;
    private final Duration lifetime;
    private final List<Secrets.Signer> signers;
    private final Clock clock;

    /**
     * @param name the cookie's name; its key is derived for it, so that no cookie passes for another
     * @param path the part of the site that gets it
     * @param clock real time: a browser drops its cookies by real time, too
     */
    SignedCookie(String name, String path, Duration lifetime, List<Secrets> signing, Clock clock) {
        this.name = name;
        this.path = path;
        this.lifetime = lifetime;
        this.signers = signing.stream()
                .map(secret -> secret.signer(name.replace('_', ' ')))
                .toList();
        this.clock = clock;
    }

    /** The value of a {@code Set-Cookie} header. */
    String set(Map<String, Object> content, boolean https) {
        return header(sign(content), lifetime, https);
    }

    /** The value of a {@code Set-Cookie} header that removes it. */
    String clear(boolean https) {
        return header("", Duration.ZERO, https);
    }

    String name() {
        return name;
    }

    /** What is in the cookie, if its value is genuine and has not expired. */
    Optional<Map<String, Object>> read(String value) {
        int dot = value.indexOf('.');
        if (dot < 0 || value.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        var payload = value.substring(0, dot);
        var signature = Base64Url.decode(value.substring(dot + 1));
        if (signature.isEmpty() || !isGenuine(payload, signature.get())) {
            return Optional.empty();
        }
        return Base64Url.decode(payload).map(SignedCookie::parse).filter(this::isCurrent);
    }

    private String sign(Map<String, Object> content) {
        var expiring = new HashMap<>(content);
        expiring.put(EXPIRES, clock.instant().plus(lifetime).getEpochSecond());
        var payload = Base64Url.encode(JSONObjectUtils.toJSONString(expiring).getBytes(UTF_8));
        return payload + "." + Base64Url.encode(signers.getFirst().sign(payload));
    }

    private boolean isGenuine(String payload, byte[] signature) {
        boolean genuine = false;
        for (var signer : signers) {
            genuine |= MessageDigest.isEqual(signer.sign(payload), signature);
        }
        return genuine;
    }

    private boolean isCurrent(Map<String, Object> content) {
        return content.get(EXPIRES) instanceof Number expires
                && clock.instant().isBefore(Instant.ofEpochSecond(expires.longValue()));
    }

    private static Map<String, Object> parse(byte[] json) {
        try {
            return JSONObjectUtils.parse(new String(json, UTF_8));
        } catch (ParseException cause) {
            throw new IllegalStateException("a cookie that we signed is no JSON", cause);
        }
    }

    private String header(String value, Duration maxAge, boolean https) {
        return name + "=" + value + "; Path=" + path + "; Max-Age=" + maxAge.toSeconds() + "; HttpOnly; SameSite=Lax"
                + (https ? "; Secure" : "");
    }
}
