package yunhe.core.activity;

import java.nio.ByteBuffer;
import java.util.Optional;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Subject;

/**
 * A registration's id. It carries the activity, the person's key and the attempt (1 for the first sign-up, 2 for the
 * one after a cancellation…), so that finding a registration needs no index.
 */
public record RegistrationId(ActivityId activity, PersonKey person, int attempt) implements Subject {

    public static final String PREFIX = "reg_";
    public static final int ATTEMPT_MAX = 0xFFFF;

    /** Bytes of {@link #bytes()}. */
    public static final int BYTES = ActivityId.BYTES + PersonKey.BYTES + 2;

    public RegistrationId {
        if (attempt < 1 || attempt > ATTEMPT_MAX) {
            throw new IllegalArgumentException("attempt " + attempt);
        }
    }

    public static Optional<RegistrationId> parse(String text) {
        return text.startsWith(PREFIX)
                ? Base64Url.decode(text.substring(PREFIX.length())).flatMap(RegistrationId::ofBytes)
                : Optional.empty();
    }

    public static Optional<RegistrationId> ofBytes(byte[] bytes) {
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        var activity = ActivityId.ofBytes(buffer);
        var person = new byte[PersonKey.BYTES];
        buffer.get(person);
        int attempt = buffer.getShort() & 0xFFFF;
        return activity.filter(known -> attempt > 0)
                .map(known -> new RegistrationId(known, new PersonKey(Base64Url.encode(person)), attempt));
    }

    @Override
    public Sort sort() {
        return Sort.REGISTRATION;
    }

    @Override
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put(activity.bytes())
                .put(person.bytes())
                .putShort((short) attempt)
                .array();
    }

    @Override
    public String value() {
        return PREFIX + Base64Url.encode(bytes());
    }

    /** The id of the sign-up that follows this one. */
    public RegistrationId next() {
        return new RegistrationId(activity, person, attempt + 1);
    }

    @Override
    public String toString() {
        return value();
    }
}
