package yunhe.core.activity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** A place in a group's line. Sorted as text, earlier ones come first. */
public record LinePlace(String value) {

    /** Whoever came earlier stands further in front; chance decides within one microsecond. */
    public static LinePlace at(Instant arrived, RandomGenerator random) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, arrived);
        return new LinePlace("%016x-%08x".formatted(micros, random.nextInt()));
    }
}
