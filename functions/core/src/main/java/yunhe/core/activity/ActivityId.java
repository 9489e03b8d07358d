package yunhe.core.activity;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yunhe.core.shared.Base64Url;

/** An activity's id: its type's prefix and 64 random bits. */
public record ActivityId(String value) {

    public static final int BYTES = 9;

    public ActivityId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an activity id");
        }
    }

    public static ActivityId fresh(ActivityType type, RandomGenerator random) {
        return of(type, random.nextLong());
    }

    public static Optional<ActivityId> parse(String text) {
        return isValid(text) ? Optional.of(new ActivityId(text)) : Optional.empty();
    }

    /** One of another type is none. */
    public static Optional<ActivityId> parse(ActivityType type, String text) {
        return parse(text).filter(id -> id.type() == type);
    }

    /** The inverse of {@link #bytes()}. */
    static Optional<ActivityId> ofBytes(ByteBuffer bytes) {
        int type = bytes.get();
        long number = bytes.getLong();
        var types = ActivityType.values();
        return type >= 0 && type < types.length ? Optional.of(of(types[type], number)) : Optional.empty();
    }

    private static ActivityId of(ActivityType type, long number) {
        return new ActivityId(type.idPrefix()
                + Base64Url.encode(
                        ByteBuffer.allocate(Long.BYTES).putLong(number).array()));
    }

    public ActivityType type() {
        return ActivityType.ofId(value).orElseThrow();
    }

    /** Where programs find it, from the root of the deployment. */
    public String path() {
        return type().collection() + "/" + value;
    }

    /** Where people find it, from the root of the deployment. */
    public String pagePath() {
        return type().pages() + "/" + value;
    }

    /** {@value #BYTES} bytes: the type's place in its enum, then the number. */
    @SuppressWarnings("EnumOrdinal") // The order of the types is promised to stay as it is.
    byte[] bytes() {
        var number =
                Base64Url.decode(value.substring(type().idPrefix().length())).orElseThrow();
        return ByteBuffer.allocate(BYTES)
                .put((byte) type().ordinal())
                .put(number)
                .array();
    }

    private static boolean isValid(String text) {
        return ActivityType.ofId(text)
                .flatMap(type -> Base64Url.decode(text.substring(type.idPrefix().length())))
                .filter(number -> number.length == Long.BYTES)
                .isPresent();
    }

    @Override
    public String toString() {
        return value;
    }
}
