package yunhe.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies tokens by the issuer's published RSA keys: signature, issuer, audience, expiry. */
final class TokenVerifier {

    private final Client client;
    private final Clock clock;
    private volatile @Nullable Keys keys;

    TokenVerifier(Client client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The id token's claims, if it was made for this client and this sign-in. */
    Optional<JWTClaimsSet> idToken(String token, String nonce, URI keysAt) {
        return verify(token, client.id(), keysAt).filter(claims -> nonce.equals(claims.getClaim("nonce")));
    }

    /** The claims of an access token that is a JWT for this deployment. Others may be any text. */
    Optional<JWTClaimsSet> accessToken(String token, URI keysAt) {
        return verify(token, client.audience(), keysAt);
    }

    private Optional<JWTClaimsSet> verify(String token, String audience, URI keysAt) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256),
                source(keysAt)));
        processor.setJWSTypeVerifier((type, context) -> {});
        var exact =
                new JWTClaimsSet.Builder().issuer(client.issuer().toString()).build();
        processor.setJWTClaimsSetVerifier(new ByClock(audience, exact, clock));
        try {
            return Optional.of(processor.process(token, null));
        } catch (KeySourceException cause) {
            throw new IssuerUnavailable("fetch keys", cause);
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            return Optional.empty();
        }
    }

    /** Cached for minutes and asked again for a key id that is not known, at most twice in half a minute. */
    private JWKSource<SecurityContext> source(URI keysAt) {
        var known = keys;
        if (known != null && known.at().equals(keysAt)) {
            return known.source();
        }
        try {
            // Without refreshing ahead: between two requests a function has no time for a thread.
            var source = JWKSourceBuilder.<SecurityContext>create(keysAt.toURL())
                    .refreshAheadCache(false)
                    .build();
            keys = new Keys(keysAt, source);
            return source;
        } catch (MalformedURLException | IllegalArgumentException cause) {
            throw new IssuerUnavailable("fetch keys", cause);
        }
    }

    private record Keys(URI at, JWKSource<SecurityContext> source) {}

    private static final class ByClock extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        ByClock(String audience, JWTClaimsSet exact, Clock clock) {
            super(audience, exact, Set.of("sub", "exp"));
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
