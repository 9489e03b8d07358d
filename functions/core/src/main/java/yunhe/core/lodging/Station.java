package yunhe.core.lodging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A house with rooms for short stays.
 *
 * @param version rises with every change of the details
 * @param longestStay of any policy it ever had, in nights
 * @param sweepAt when somebody has next to look for guests who did not come
 */
public record Station(StationId id, StationDetails details, long version, int longestStay, Instant sweepAt) {

    /** The day it is there. */
    public LocalDate today(Instant now) {
        return now.atZone(details.zone()).toLocalDate();
    }

    public Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(details.zone()).toInstant();
    }

    /** The first moment of a day, which is not midnight everywhere. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(details.zone()).toInstant();
    }

    public Instant checkInFrom(LocalDate arrive) {
        return at(arrive, details.checkInFrom());
    }

    /** When whoever has not arrived on that day is a no-show. */
    public Instant noShowAt(LocalDate arrive) {
        return at(arrive, details.noShowAt());
    }

    /** What a stay with these nights keeps, whatever is changed later. */
    public Stay.Terms terms(LocalDate arrive) {
        return new Stay.Terms(
                checkInFrom(arrive).minus(details.policy().cancelBefore()),
                noShowAt(arrive),
                noShowAt(arrive.plusDays(1)),
                startOf(arrive.plusDays(1)),
                details.policy().entitlement(),
                details.policy().approval());
    }
}
