package yunhe.core.lodging;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** The nights from one day up to another, on which the guest leaves: {@code [arrive, depart)}. At least one. */
public record Nights(LocalDate arrive, LocalDate depart) {

    /** Of whatever range anybody may name. */
    public static final int COUNT_MAX = 62;

    public Nights {
        if (!arrive.isBefore(depart)) {
            throw new IllegalArgumentException("no night between " + arrive + " and " + depart);
        }
    }

    public int count() {
        return Math.toIntExact(ChronoUnit.DAYS.between(arrive, depart));
    }

    public Stream<LocalDate> stream() {
        return arrive.datesUntil(depart);
    }

    public List<LocalDate> list() {
        return stream().toList();
    }

    /** Whoever leaves on the day on which another arrives shares no night with them. */
    public boolean overlaps(Nights other) {
        return arrive.isBefore(other.depart) && other.arrive.isBefore(depart);
    }

    /** Days between the end of one and the beginning of the other; negative when they share nights. */
    public long daysBetween(Nights other) {
        return arrive.isBefore(other.arrive)
                ? ChronoUnit.DAYS.between(depart, other.arrive)
                : ChronoUnit.DAYS.between(other.depart, arrive);
    }
}
