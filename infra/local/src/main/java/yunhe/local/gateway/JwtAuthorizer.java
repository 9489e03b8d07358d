package yunhe.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JWT authorizer of an HTTP API: finds the issuer's keys by discovery and verifies tokens in real time. */
public final class JwtAuthorizer {
    private static final Logger LOG = LoggerFactory.getLogger(JwtAuthorizer.class);
    /** Tokens are judged by real time: the movable clock is the functions' own. */
    private static final InstantSource REAL_TIME = InstantSource.system();

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int BYTES_MAX = 100_000;

    /** RSA only, as the gateway. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);

    private final String issuer;
    private final Set<String> audiences;
    private final DefaultResourceRetriever retriever =
            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, BYTES_MAX);
    private volatile @Nullable DefaultJWTProcessor<SecurityContext> processor;

    public JwtAuthorizer(String issuer, List<String> audiences) {
        this.issuer = issuer;
        this.audiences = Set.copyOf(audiences);
    }

    /** The token's claims as the event carries them, or nothing when the caller is not to pass. */
    Optional<Map<String, String>> claims(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        String token = authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : authorization;
        try {
            JWTClaimsSet claims = processor().process(token, null);
            return acceptable(claims) ? Optional.of(asTexts(claims)) : Optional.empty();
        } catch (ParseException | BadJOSEException refused) {
            return Optional.empty();
        } catch (JOSEException | IOException fault) {
            LOG.warn("cannot verify tokens of {}: {}", issuer, fault.toString());
            return Optional.empty();
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor() throws IOException, ParseException {
        DefaultJWTProcessor<SecurityContext> ready = processor;
        if (ready == null) {
            ready = new DefaultJWTProcessor<>();
            ready.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys()));
            ready.setJWTClaimsSetVerifier((claims, context) -> {});
            processor = ready;
        }
        return ready;
    }

    private JWKSource<SecurityContext> keys() throws IOException, ParseException {
        URI discovery = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
        Map<String, Object> document = JSONObjectUtils.parse(
                retriever.retrieveResource(discovery.toURL()).getContent());
        URI keys = URI.create(String.valueOf(document.get("jwks_uri")));
        return JWKSourceBuilder.<SecurityContext>create(keys.toURL(), retriever).build();
    }

    private boolean acceptable(JWTClaimsSet claims) {
        Instant now = REAL_TIME.instant();
        return issuer.equals(claims.getIssuer())
                && isForUs(claims)
                && moment(claims.getExpirationTime()).filter(now::isBefore).isPresent()
                && moment(claims.getNotBeforeTime()).filter(now::isBefore).isEmpty()
                && moment(claims.getIssueTime()).filter(now::isBefore).isEmpty();
    }

    private static Optional<Instant> moment(@Nullable Date claim) {
        return Optional.ofNullable(claim).map(Date::toInstant);
    }

    /** Without an audience the client's id counts. */
    private boolean isForUs(JWTClaimsSet claims) {
        List<String> named = claims.getAudience();
        Object client = claims.getClaim("client_id");
        return named.isEmpty()
                ? client != null && audiences.contains(client.toString())
                : named.stream().anyMatch(audiences::contains);
    }

    private static Map<String, String> asTexts(JWTClaimsSet claims) {
        Map<String, String> texts = new LinkedHashMap<>();
        claims.toJSONObject().forEach((name, value) -> texts.put(name, asText(value)));
        return texts;
    }

    private static String asText(@Nullable Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(JwtAuthorizer::asText).collect(Collectors.joining(" ", "[", "]"))
                : String.valueOf(value);
    }
}
