package yunhe.core.lodging;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Subject;

/**
 * A stay's id. It carries the station and the first night, so that stays lie in the order in which guests arrive and
 * finding one needs no index.
 */
public record StayId(StationId station, LocalDate arrive, long high, int low) implements Subject {

    public static final String PREFIX = "stay_";

    /** As many as of a registration's id, so that tickets and notices of both are of one length. */
    public static final int BYTES = StationId.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES;

    public static StayId fresh(StationId station, LocalDate arrive, RandomGenerator random) {
        return new StayId(station, arrive, random.nextLong(), random.nextInt());
    }

    public static Optional<StayId> parse(String text) {
        return text.startsWith(PREFIX)
                ? Base64Url.decode(text.substring(PREFIX.length()))
                        .flatMap(StayId::ofBytes)
                        // Base64 has bits to spare: only one text is the id.
                        .filter(id -> id.value().equals(text))
                : Optional.empty();
    }

    public static Optional<StayId> ofBytes(byte[] bytes) {
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        var station = StationId.of(buffer.getLong());
        return Optional.of(
                new StayId(station, LocalDate.ofEpochDay(buffer.getInt()), buffer.getLong(), buffer.getInt()));
    }

    @Override
    public Sort sort() {
        return Sort.STAY;
    }

    @Override
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put(station.bytes())
                .putInt(Math.toIntExact(arrive.toEpochDay()))
                .putLong(high)
                .putInt(low)
                .array();
    }

    @Override
    public String value() {
        return PREFIX + Base64Url.encode(bytes());
    }

    @Override
    public String toString() {
        return value();
    }
}
