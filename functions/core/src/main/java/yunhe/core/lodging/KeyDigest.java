package yunhe.core.lodging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import yunhe.core.shared.Base64Url;

/** What a guest's record remembers of an idempotency key: enough to find the stay that it made. */
public final class KeyDigest {

    private static final int BYTES = 9;

    private KeyDigest() {}

    public static String of(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
            return Base64Url.encode(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("SHA-256 is part of every Java", cause);
        }
    }
}
