package yunhe.core.notice;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import yunhe.core.activity.RegistrationId;
import yunhe.core.shared.Base64Url;

/**
 * One fact to be told to one person.
 *
 * @param version what tells this fact from others of its kind: the registration's version that made it, the activity's
 *     version of a change, the count of link requests, or the second since 1970 at which a reminder was due
 */
public record Notice(RegistrationId about, NoticeKind kind, long version) {

    /** One letter, because ids have 40 characters at most and the rest needs 39. */
    private static final String ID_PREFIX = "n";

    private static final int ID_BYTES = RegistrationId.BYTES + 1 + Integer.BYTES;

    /** In seconds since 1970 it is the year 2106. */
    private static final long VERSION_MAX = 0xFFFFFFFFL;

    public Notice {
        if (version < 0 || version > VERSION_MAX) {
            throw new IllegalArgumentException("version " + version);
        }
    }

    /** Its name: of its record, and of the message wherever it is repeated. It says what it names, without an index. */
    public String id() {
        var bytes = ByteBuffer.allocate(ID_BYTES)
                .put(about.bytes())
                .put(number(kind))
                .putInt((int) version)
                .array();
        return ID_PREFIX + Base64Url.encode(bytes);
    }

    public static Optional<Notice> ofId(String id) {
        return Optional.of(id)
                .filter(text -> text.startsWith(ID_PREFIX))
                .flatMap(text -> Base64Url.decode(text.substring(ID_PREFIX.length())))
                .filter(bytes -> bytes.length == ID_BYTES)
                .flatMap(Notice::ofBytes)
                // Base64 has bits to spare: only one text is the id.
                .filter(notice -> notice.id().equals(id));
    }

    private static Optional<Notice> ofBytes(byte[] bytes) {
        var rest = ByteBuffer.wrap(bytes, RegistrationId.BYTES, bytes.length - RegistrationId.BYTES);
        byte number = rest.get();
        long version = Integer.toUnsignedLong(rest.getInt());
        return RegistrationId.ofBytes(Arrays.copyOf(bytes, RegistrationId.BYTES))
                .flatMap(about -> Arrays.stream(NoticeKind.values())
                        .filter(kind -> number(kind) == number)
                        .findFirst()
                        .map(kind -> new Notice(about, kind, version)));
    }

    /** They are part of ids that were given out. */
    private static byte number(NoticeKind kind) {
        return switch (kind) {
            case CONFIRMED -> 1;
            case WAITLISTED -> 2;
            case PENDING -> 3;
            case REJECTED -> 4;
            case CANCELLED -> 5;
            case OFFERED -> 6;
            case PROMOTED -> 7;
            case EXPIRED -> 8;
            case ACTIVITY_CHANGED -> 9;
            case ACTIVITY_CANCELLED -> 10;
            case REMINDER -> 11;
            case LINK -> 12;
        };
    }
}
