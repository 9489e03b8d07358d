package yunhe.core.lodging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks after one station when the hour of no-shows has passed: whoever did not come gives their nights to those who
 * wait, whoever still waits for tonight waits in vain, and whoever should have left has left. Safe to repeat: it notes
 * that it is done when all of it is.
 */
public final class Sweep {

    /** Those who were given the night after the hour of no-shows are looked at a day later. */
    private static final int DAYS_LATER = 2;

    private final Stations stations;
    private final Stays stays;
    private final Clock clock;
    private final EndStay endStay;
    private final MoveUp moveUp;

    public Sweep(Stations stations, Stays stays, Clock clock) {
        this.stations = stations;
        this.stays = stays;
        this.clock = clock;
        this.endStay = new EndStay(stations, stays, clock);
        this.moveUp = new MoveUp(stations, stays, clock);
    }

    public void sweep(Station station) {
        var now = clock.instant();
        var today = station.today(now);
        var lastLook = station.today(station.sweepAt());
        var from = (lastLook.isBefore(today) ? lastLook : today).minusDays(station.longestStay() + DAYS_LATER);
        var arrivals = stays.arriving(station.id(), from, today.plusDays(1));
        var failures = new Failures("stay.sweep_failed");
        for (var stay : arrivals) {
            failures.guard(stay.id().value(), () -> look(station, stay, now));
        }
        for (var room : station.details().rooms()) {
            failures.guard(room.code(), () -> moveUp.moveUp(station.id(), room.code()));
        }
        // Nobody waits in vain for a night that only a fault has kept from them.
        failures.orThrow();
        arrivals.stream()
                .filter(stay -> stay.status() == StayStatus.WAITLISTED)
                .filter(stay -> !now.isBefore(stay.origin().terms().noShowAt()))
                .forEach(stay -> failures.guard(stay.id().value(), () -> endStay.giveUpWaiting(stay.id())));
        failures.orThrow();
        stations.swept(station, next(station, now));
    }

    private void look(Station station, Stay stay, Instant now) {
        if (stay.statusAt(now) == StayStatus.EXPIRED) {
            endStay.expire(stay);
        } else if (EndStay.isMissing(stay, now)) {
            endStay.noShow(stay.id());
        } else if (EndStay.isGone(station, stay, now)) {
            endStay.departed(stay.id());
        }
    }

    /** When somebody has to look again: no later than any stay, under whatever policy it was booked, asks for. */
    private Instant next(Station station, Instant now) {
        var today = station.today(now);
        var there =
                stays.arriving(station.id(), today.minusDays(station.longestStay() + DAYS_LATER), today.plusDays(2));
        var ofStays = there.stream().flatMap(stay -> switch (stay.status()) {
            case CONFIRMED -> Stream.of(EndStay.noShowAt(stay));
            case WAITLISTED -> Stream.of(stay.origin().terms().noShowAt());
            case PENDING, OFFERED -> stay.history().deadline().stream();
            case CHECKED_IN -> Stream.of(station.noShowAt(stay.nights().depart()));
            case REJECTED, CANCELLED, EXPIRED, CHECKED_OUT, NO_SHOW -> Stream.<Instant>empty();
        });
        var ofPolicy = List.of(station.noShowAt(today), station.noShowAt(today.plusDays(1)));
        // What became due while this looked is looked at by the next tick.
        return Stream.concat(
                        ofStays.map(at -> at.isBefore(now) ? now : at),
                        ofPolicy.stream().filter(now::isBefore))
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
