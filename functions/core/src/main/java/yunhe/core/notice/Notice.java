package yunhe.core.notice;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.agenda.Reminder;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Subject;

/**
 * One fact to be told to one person.
 *
 * @param version what tells this fact from others of its kind: the version of the registration or stay that made it,
 *     the activity's version of a change, the timetable's revision, the count of link requests, or the second since
 *     1970 at which a reminder was due
 */
public record Notice(Subject about, NoticeKind kind, long version) {

    /** One letter, because ids have 40 characters at most and the rest needs 39. */
    private static final String ID_PREFIX = "n";

    private static final int ID_BYTES = Subject.ID_BYTES + 1 + Integer.BYTES;

    /** In seconds since 1970 it is the year 2106. */
    private static final long VERSION_MAX = 0xFFFFFFFFL;

    public Notice {
        if (version < 0 || version > VERSION_MAX) {
            throw new IllegalArgumentException("version " + version);
        }
        if (about.sort() != kind.sort()) {
            throw new IllegalArgumentException(kind.code() + " about " + about.value());
        }
    }

    public static Notice of(Reminder reminder, Registration registration) {
        return new Notice(registration.id(), NoticeKind.REMINDER, reminder.due().getEpochSecond());
    }

    /** The reminder that it speaks of, if the activity still has it. */
    public Optional<Reminder> reminderOf(Activity activity) {
        return kind == NoticeKind.REMINDER ? Reminder.of(activity, Instant.ofEpochSecond(version)) : Optional.empty();
    }

    /**
     * Its name: of its record, and of the message wherever it is repeated. It says what it names, without an index; of
     * which sort that is, its kind says.
     */
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
        var rest = ByteBuffer.wrap(bytes, Subject.ID_BYTES, bytes.length - Subject.ID_BYTES);
        byte number = rest.get();
        long version = Integer.toUnsignedLong(rest.getInt());
        return Arrays.stream(NoticeKind.values())
                .filter(kind -> number(kind) == number)
                .findFirst()
                .flatMap(kind -> Subjects.ofBytes(kind.sort(), Arrays.copyOf(bytes, Subject.ID_BYTES))
                        .map(about -> new Notice(about, kind, version)));
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
            case MEETINGS_PUBLISHED -> 13;
            case STAY_CONFIRMED -> 21;
            case STAY_WAITLISTED -> 22;
            case STAY_PENDING -> 23;
            case STAY_REJECTED -> 24;
            case STAY_CANCELLED -> 25;
            case STAY_OFFERED -> 26;
            case STAY_PROMOTED -> 27;
            case STAY_EXPIRED -> 28;
            case STAY_CHANGED -> 29;
        };
    }
}
