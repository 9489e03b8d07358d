package yunhe.core.lodging;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import yunhe.core.activity.Waitlist;

/**
 * Gives freed nights to the first in line whose whole range now fits. Whoever it does not fit, or who may not have so
 * many nights any more, keeps waiting, and the next one is looked at.
 */
public final class MoveUp {

    /** Bounds for one call: so many move up, and so often is the line read anew because somebody else was faster. */
    private static final int STEPS_MAX = 2_000;

    private static final int READS_MAX = 200;

    /** Who asks for nights does not wait until a long line of people without entitlement has been looked through. */
    private static final int LOOKS_BEFORE_MAX = 20;

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
        var waiting = stays.line(station.id(), roomType).stream()
                .filter(waiter -> waiter.nights().overlaps(nights))
                .toList();
        return !waiting.isEmpty() && new Run(station.id(), roomType, LOOKS_BEFORE_MAX).moveUp(nights::overlaps) > 0;
    }

    /** Returns how many moved up. */
    public int moveUp(StationId id, String roomType) {
        return new Run(id, roomType, STEPS_MAX).moveUp(nights -> true);
    }

    /** One walk along one line. */
    private final class Run {

        private final StationId id;
        private final String roomType;
        private final Set<StayId> passedOver = new HashSet<>();
        private int looksLeft;
        private int moved;

        Run(StationId id, String roomType, int looks) {
            this.id = id;
            this.roomType = roomType;
            this.looksLeft = looks;
        }

        int moveUp(Predicate<Nights> which) {
            for (int read = 0; read < READS_MAX; read++) {
                var station = stations.find(id);
                if (station.isEmpty() || isWalked(station.get(), which)) {
                    return moved;
                }
            }
            return moved;
        }

        /** False when somebody else changed something, and the line has to be read anew. */
        private boolean isWalked(Station station, Predicate<Nights> which) {
            var line = stays.line(id, roomType).stream()
                    .filter(waiter -> which.test(waiter.nights()))
                    .toList();
            if (line.isEmpty()) {
                return true;
            }
            var first = line.stream().map(waiter -> waiter.nights().arrive()).min(LocalDate::compareTo);
            var last = line.stream().map(Stays.Waiter::depart).max(LocalDate::compareTo);
            var free = stays.availability(station, first.orElseThrow(), last.orElseThrow());
            for (var waiter : line) {
                if (passedOver.contains(waiter.id())
                        || !free.full(roomType, waiter.nights()).isEmpty()) {
                    continue;
                }
                if (looksLeft-- == 0) {
                    return true;
                }
                switch (MoveUp.this.moveUp(station, waiter, clock.instant())) {
                    case MOVED -> {
                        moved++;
                        free = free.without(roomType, waiter.nights());
                    }
                    case PASSED_OVER -> passedOver.add(waiter.id());
                    case LOOK_AGAIN -> {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private Step moveUp(Station station, Stays.Waiter waiter, Instant now) {
        var seen = stays.find(waiter.id());
        if (seen.isEmpty() || seen.get().status() != StayStatus.WAITLISTED) {
            return Step.LOOK_AGAIN;
        }
        if (seen.get().statusAt(now) != StayStatus.WAITLISTED) {
            return Step.PASSED_OVER;
        }
        var guest = stays.guest(seen.get().applicant().identities());
        boolean entitled = guest.objection(
                        seen.get().id(),
                        seen.get().nights(),
                        seen.get().origin().terms().entitlement())
                .isEmpty();
        if (!entitled) {
            return Step.PASSED_OVER;
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
            return seen.moved(StayStatus.OFFERED, seen.history().offered(Deadlines.ofOffer(station, terms, now)));
        }
        var to = terms.statusWithRoom();
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
        /** May not have the nights, whether they are free or not. */
        PASSED_OVER
    }
}
