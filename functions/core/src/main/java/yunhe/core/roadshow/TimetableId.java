package yunhe.core.roadshow;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names a timetable of a roadshow. As texts, later ones are greater. */
public record TimetableId(String value) {

    public static final String PREFIX = "tt_";

    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{12}-[0-9a-f]{8}");

    public TimetableId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a timetable's id");
        }
    }

    public static TimetableId fresh(Instant at, RandomGenerator random) {
        return new TimetableId(PREFIX + "%012x-%08x".formatted(at.toEpochMilli(), random.nextInt()));
    }

    public static Optional<TimetableId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new TimetableId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
