package yunhe.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import yunhe.local.state.DataFolder;

/** Signs tokens. They live a day of real time, whatever the movable clock says. */
public final class Tokens {
    static final Duration LIFE = Duration.ofDays(1);

    private final String issuer;
    private final String audience;
    private final InstantSource realTime;
    private final RSAKey key;
    private final JWSSigner signer;

    public Tokens(String issuer, String audience, InstantSource realTime, DataFolder data) {
        this.issuer = issuer;
        this.audience = audience;
        this.realTime = realTime;
        this.key = SigningKeys.keptOrNew(data);
        try {
            this.signer = new RSASSASigner(key);
        } catch (JOSEException cause) {
            throw new IllegalStateException("use the issuer's key", cause);
        }
    }

    String issuer() {
        return issuer;
    }

    String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    public String token(Person person, Optional<String> nonce) {
        Instant now = realTime.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(person.sub())
                .claim("name", person.name())
                .claim("roles", List.of(person.role()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)));
        nonce.ifPresent(value -> claims.claim("nonce", value));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException cause) {
            throw new IllegalStateException("sign a token", cause);
        }
        return token.serialize();
    }

    /** Whoever signs in, as they say they are. */
    public record Person(String sub, String name, String role) {}
}
