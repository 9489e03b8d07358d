package yunhe.core.lodging;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yunhe.core.shared.Base64Url;

/** A station's id: its prefix and 64 random bits. */
public record StationId(String value) {

    public static final String PREFIX = "stn_";
    static final int BYTES = Long.BYTES;

    public StationId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a station id");
        }
    }

    public static StationId fresh(RandomGenerator random) {
        return of(random.nextLong());
    }

    public static Optional<StationId> parse(String text) {
        return isValid(text) ? Optional.of(new StationId(text)) : Optional.empty();
    }

    static StationId of(long number) {
        return new StationId(PREFIX
                + Base64Url.encode(ByteBuffer.allocate(BYTES).putLong(number).array()));
    }

    byte[] bytes() {
        return Base64Url.decode(value.substring(PREFIX.length())).orElseThrow();
    }

    private static boolean isValid(String text) {
        return text.startsWith(PREFIX)
                && Base64Url.decode(text.substring(PREFIX.length()))
                        .filter(number -> number.length == BYTES)
                        .isPresent();
    }

    @Override
    public String toString() {
        return value;
    }
}
