package yunhe.core.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One secret of the deployment. Every use has a key of its own, derived with HKDF-SHA256 (RFC 5869) and the use's name,
 * so that a value signed for one purpose is worth nothing for another.
 */
public final class Secrets {

    private final byte[] secret;

    private Secrets(String secret) {
        this.secret = secret.getBytes(UTF_8);
    }

    /** The secret that folds people into keys. It never changes while the deployment lives. */
    public static Secrets identity(Environment environment) {
        return new Secrets(environment.require("IDENTITY_SECRET"));
    }

    /** The signing secrets: the first signs, all are accepted. */
    public static List<Secrets> signing(Environment environment) {
        var first = new Secrets(environment.require("SIGNING_SECRET_1"));
        var second = new Secrets(environment.require("SIGNING_SECRET_2"));
        var inOrder =
                environment.require("SIGNING_KEY").equals("2") ? Stream.of(second, first) : Stream.of(first, second);
        return inOrder.toList();
    }

    /** 32 bytes for one use. */
    public byte[] derive(String use) {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(("yunhe " + use).getBytes(UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("HKDF is part of every Java 25", cause);
        }
    }

    public Signer signer(String use) {
        return new Signer(new SecretKeySpec(derive(use), "HmacSHA256"));
    }

    /** HMAC-SHA256 under one key. */
    public record Signer(SecretKey key) {

        public byte[] sign(String text) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return mac.doFinal(text.getBytes(UTF_8));
            } catch (GeneralSecurityException cause) {
                throw new IllegalStateException("HmacSHA256 is part of every Java", cause);
            }
        }

        @Override
        public String toString() {
            return "Signer[hidden]";
        }
    }
}
