package yunhe.core.lodging;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import yunhe.core.activity.Waitlist;

/**
 * Gives freed nights to the first in line whose whole range now fits. Whoever it does not fit, or who may not have so
 * many nights any more, keeps waiting, and the next one is looked at.
 */
public final class MoveUp {

    /** A bound for one call. */
    private static final int STEPS_MAX = 2_000;

    private final Stations stations;
    private final Stays stays;
    private final Clock clock;

    public MoveUp(Stations stations, Stays stays, Clock clock) {
        this.stations = stations;
        this.stays = stays;
        this.clock = clock;
    }

    /**
     * Lets those who wait for some of these nights go first, if they can: a night that has just become free is theirs,
     * whether the stream has noticed or not. True when somebody moved up, and everything has to be looked at anew.
     */
    boolean before(Station station, String roomType, Nights nights) {
        return stays.line(station.id(), roomType).stream()
                        .anyMatch(waiter -> waiter.nights().overlaps(nights))
                && moveUp(station.id(), roomType) > 0;
    }

    /** Returns how many moved up. */
    public int moveUp(StationId id, String roomType) {
        int moved = 0;
        for (int step = 0; step < STEPS_MAX; step++) {
            var station = stations.find(id);
            var done = station.map(found -> moveOneUp(found, roomType)).orElse(Step.NOBODY);
            if (done == Step.NOBODY) {
                return moved;
            }
            moved += done == Step.MOVED ? 1 : 0;
        }
        return moved;
    }

    private Step moveOneUp(Station station, String roomType) {
        var now = clock.instant();
        var line = stays.line(station.id(), roomType);
        if (line.isEmpty()) {
            return Step.NOBODY;
        }
        var first = line.stream().map(waiter -> waiter.nights().arrive()).min(LocalDate::compareTo);
        var last = line.stream().map(Stays.Waiter::depart).max(LocalDate::compareTo);
        var availability = stays.availability(station, first.orElseThrow(), last.orElseThrow());
        for (var waiter : line) {
            if (availability.full(roomType, waiter.nights()).isEmpty()) {
                var step = moveUp(station, waiter, now);
                if (step != Step.NOBODY) {
                    return step;
                }
            }
        }
        return Step.NOBODY;
    }

    private Step moveUp(Station station, Stays.Waiter waiter, Instant now) {
        var seen = stays.find(waiter.id());
        if (seen.isEmpty() || seen.get().status() != StayStatus.WAITLISTED) {
            return Step.LOOK_AGAIN;
        }
        if (seen.get().statusAt(now) != StayStatus.WAITLISTED) {
            return Step.NOBODY;
        }
        var guest = stays.guest(seen.get().applicant().identities());
        boolean entitled = guest.objection(
                        seen.get().id(), seen.get().nights(), station.details().policy())
                .isEmpty();
        if (!entitled) {
            return Step.NOBODY;
        }
        var change = new Stays.Change(
                seen, movedUp(station, seen.get(), now), station, Optional.of(guest), Optional.empty());
        return switch (stays.write(change)) {
            case Stays.Written.Done(var _) -> Step.MOVED;
            case Stays.Written.Changed(), Stays.Written.Full(var _), Stays.Written.LineFull() -> Step.LOOK_AGAIN;
        };
    }

    private static Stay movedUp(Station station, Stay seen, Instant now) {
        var terms = seen.origin().terms();
        if (station.details().policy().waitlist().promotion() == Waitlist.Promotion.OFFER) {
            return seen.moved(StayStatus.OFFERED, seen.history().heldUntil(Deadlines.ofOffer(station, terms, now)));
        }
        var to = station.statusWithRoom();
        return seen.moved(
                to,
                to == StayStatus.PENDING
                        ? seen.history().heldUntil(Deadlines.ofReview(station, terms, now))
                        : seen.history().confirmed(now));
    }

    private enum Step {
        MOVED,
        /** Somebody changed something meanwhile. */
        LOOK_AGAIN,
        NOBODY
    }
}
