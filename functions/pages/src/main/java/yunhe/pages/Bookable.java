package yunhe.pages;

import java.time.Instant;
import java.time.LocalDate;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.Station;

/**
 * The days that may be asked for now.
 *
 * @param first day of arrival, which is tomorrow once tonight's hour of no-shows has passed
 * @param last day of arrival
 * @param longest stay, in nights
 */
record Bookable(LocalDate first, LocalDate last, int longest) {
    static Bookable of(Station station, Instant now) {
        var today = station.today(now);
        var policy = station.details().policy();
        return new Bookable(
                now.isBefore(station.noShowAt(today)) ? today : today.plusDays(1),
                today.plusDays(policy.bookAheadDays()),
                Math.min(policy.maxNightsPerStay(), Nights.COUNT_MAX));
    }

    boolean mayArrive(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean mayLeave(LocalDate arrive, LocalDate day) {
        return day.isAfter(arrive) && !day.isAfter(lastDeparture(arrive));
    }

    LocalDate lastDeparture(LocalDate arrive) {
        return arrive.plusDays(longest);
    }

    boolean contains(Nights nights) {
        return mayArrive(nights.arrive()) && mayLeave(nights.arrive(), nights.depart());
    }

    /** Every night that is part of any stay that may be asked for. */
    Nights window() {
        var until = lastDeparture(last);
        return new Nights(first, until.isAfter(first) ? until : first.plusDays(1));
    }
}
