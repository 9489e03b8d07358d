package yunhe.core.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import yunhe.core.activity.RegistrationId;
import yunhe.core.shared.Base64Url;

/**
 * One fact to be told to one person.
 *
 * @param version what tells this fact from others of its kind: the registration's version that made it, the activity's
 *     version of a change, the count of link requests, or the second since 1970 at which a reminder was due
 */
public record Notice(RegistrationId about, NoticeKind kind, long version) {

    private static final String ID_PREFIX = "ntc_";
    private static final int ID_BYTES = 16;

    /** The key under which it is told once, whatever is delivered twice. */
    public String key() {
        return about.value() + "|" + kind.code() + "|" + version;
    }

    /** The key as a short name that says nothing: of its record, and of the message wherever it is repeated. */
    public String id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key().getBytes(StandardCharsets.UTF_8));
            return ID_PREFIX + Base64Url.encode(Arrays.copyOf(digest, ID_BYTES));
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("SHA-256 is part of every Java", cause);
        }
    }
}
