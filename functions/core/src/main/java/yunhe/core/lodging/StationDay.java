package yunhe.core.lodging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a keeper of a station looks after on one day. Pure.
 *
 * @param arrivals whoever is expected on the day or has come, also those who are not confirmed yet; today also those
 *     who are late
 * @param departures whoever leaves on the day or has left; today also those who should have left before
 * @param inHouse whoever sleeps there in the night that begins on the day
 */
public record StationDay(
        LocalDate day, List<Stay> arrivals, List<Stay> departures, List<Stay> inHouse, List<Stay> noShows) {

    /** Whoever was given the first night after the hour of no-shows may come a day later. */
    private static final int DAYS_LATE = 2;

    /** A confirmed guest comes before one who is in, and one who is in before one who has left. */
    private static final Comparator<Stay> STILL_TO_BE_DONE_FIRST = Comparator.comparing(Stay::status)
            .thenComparing(stay -> stay.nights().depart())
            .thenComparing(Stay::roomType)
            .thenComparing(stay -> stay.id().value());

    /** The first of all first nights that may matter to a day. */
    public static LocalDate earliestArrival(Station station, LocalDate day) {
        return day.minusDays(station.longestStay() + DAYS_LATE);
    }

    /** @param around stays whose first night lies between {@link #earliestArrival} and the day */
    public static StationDay of(Station station, LocalDate day, List<Stay> around, Instant now) {
        boolean today = station.today(now).equals(day);
        return new StationDay(
                day,
                chosen(around, stay -> arrives(stay, day, today, now)),
                chosen(around, stay -> leaves(stay, day, today)),
                chosen(around, stay -> sleeps(stay, day)),
                chosen(
                        around,
                        stay -> stay.status() == StayStatus.NO_SHOW
                                && stay.nights().arrive().equals(day)));
    }

    private static List<Stay> chosen(List<Stay> around, Predicate<Stay> wanted) {
        return around.stream().filter(wanted).sorted(STILL_TO_BE_DONE_FIRST).toList();
    }

    private static boolean arrives(Stay stay, LocalDate day, boolean today, Instant now) {
        boolean onDay = stay.nights().arrive().equals(day);
        boolean late = today
                && stay.nights().arrive().isBefore(day)
                && stay.nights().depart().isAfter(day);
        return switch (stay.statusAt(now)) {
            case CONFIRMED -> onDay || late;
            case PENDING, OFFERED, CHECKED_IN, CHECKED_OUT -> onDay;
            case WAITLISTED, REJECTED, CANCELLED, EXPIRED, NO_SHOW -> false;
        };
    }

    private static boolean leaves(Stay stay, LocalDate day, boolean today) {
        var depart = stay.nights().depart();
        return switch (stay.status()) {
            case CHECKED_IN -> depart.equals(day) || today && depart.isBefore(day);
            case CHECKED_OUT -> stay.history().leftOn().filter(day::equals).isPresent();
            case CONFIRMED, PENDING, WAITLISTED, OFFERED, REJECTED, CANCELLED, EXPIRED, NO_SHOW -> false;
        };
    }

    private static boolean sleeps(Stay stay, LocalDate night) {
        return switch (stay.status()) {
            case CHECKED_IN, CHECKED_OUT -> stay.held().contains(night);
            case CONFIRMED, PENDING, WAITLISTED, OFFERED, REJECTED, CANCELLED, EXPIRED, NO_SHOW -> false;
        };
    }
}
