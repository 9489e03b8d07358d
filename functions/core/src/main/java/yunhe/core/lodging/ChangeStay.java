package yunhe.core.lodging;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.Refusal;

/**
 * Shortens, extends or moves a stay to another room type, in one step: whoever cannot have what they want keeps what
 * they have.
 */
public final class ChangeStay {

    /** Each is given back and taken, and a transaction has no more than a hundred writes. */
    private static final int MOVED_NIGHTS_MAX = 45;

    private final Stations stations;
    private final Stays stays;
    private final Clock clock;
    private final MoveUp moveUp;

    public ChangeStay(Stations stations, Stays stays, Clock clock) {
        this.stations = stations;
        this.stays = stays;
        this.clock = clock;
        this.moveUp = new MoveUp(stations, stays, clock);
    }

    /** @param keeper who changes it, unless its guest does */
    public StayOutcome change(StayId id, Wish wish, Optional<String> keeper) {
        return Tries.until("change " + id, () -> attempt(id, wish, keeper));
    }

    private Optional<StayOutcome> attempt(StayId id, Wish wish, Optional<String> keeper) {
        var seen = stays.find(id);
        var station = stations.find(id.station());
        return seen.isEmpty() || station.isEmpty()
                ? Optional.of(new StayOutcome.Refused(Refusal.NOT_FOUND))
                : attempt(station.get(), seen.get(), wish, keeper);
    }

    private Optional<StayOutcome> attempt(Station station, Stay seen, Wish wish, Optional<String> keeper) {
        var now = clock.instant();
        if (wish.depart()
                .filter(depart -> !depart.isAfter(seen.nights().arrive()))
                .isPresent()) {
            return invalid("depart", FieldError.Code.OUT_OF_RANGE);
        }
        var nights = new Nights(
                seen.nights().arrive(), wish.depart().orElse(seen.nights().depart()));
        var room = wish.roomType().flatMap(station.details()::room);
        if (wish.roomType().isPresent() && room.isEmpty()) {
            return invalid("roomType", FieldError.Code.UNKNOWN_OPTION);
        }
        boolean moves = room.filter(it -> !it.code().equals(seen.roomType())).isPresent();
        if (!moves && nights.equals(seen.nights())) {
            return Optional.of(new StayOutcome.Done(seen));
        }
        var refusal = refusal(station, seen, nights, moves, now);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (moves && !isFor(room.orElseThrow(), seen.applicant())) {
            return Optional.of(
                    new StayOutcome.NotEligible(List.of(FieldError.of("roomType", FieldError.Code.ROOM_FOR_OTHERS))));
        }
        return write(
                station, seen, seen.changed(room.map(RoomType::code).orElse(seen.roomType()), nights), now, keeper);
    }

    private static Optional<StayOutcome> refusal(
            Station station, Stay seen, Nights nights, boolean moves, Instant now) {
        var today = station.today(now);
        boolean mayChange = switch (seen.statusAt(now)) {
            case CONFIRMED, PENDING -> true;
            case CHECKED_IN -> !moves || !seen.nights().arrive().isBefore(today);
            case WAITLISTED, OFFERED, REJECTED, CANCELLED, EXPIRED, CHECKED_OUT, NO_SHOW -> false;
        };
        // Whoever did not come in time has all the nights that they booked, whether a schedule has noticed or not.
        if (!mayChange || EndStay.isMissing(seen, now)) {
            return Optional.of(new StayOutcome.Refused(Refusal.REGISTRATION_STATE));
        }
        // A night that has been slept cannot be given back.
        if (nights.depart().isBefore(seen.nights().depart()) && nights.depart().isBefore(today)) {
            return outOfRange();
        }
        boolean longer = nights.depart().isAfter(seen.nights().depart());
        if (longer && (seen.nights().depart().isBefore(today) || nights.count() > Nights.COUNT_MAX)) {
            return outOfRange();
        }
        if (moves && nights.count() > MOVED_NIGHTS_MAX) {
            return outOfRange();
        }
        return longer && !StayRules.length(station.details().policy(), nights).isEmpty()
                ? outOfRange()
                : Optional.empty();
    }

    private Optional<StayOutcome> write(Station station, Stay seen, Stay next, Instant now, Optional<String> keeper) {
        var guest = stays.guest(seen.applicant().identities());
        if (next.nights().count() > seen.nights().count()) {
            var objection = guest.objection(
                    seen.id(), next.nights(), station.details().policy().entitlement());
            if (objection.isPresent()) {
                return Optional.of(new StayOutcome.NotEntitled(objection.get()));
            }
        }
        boolean takesMore = next.nights().count() > seen.nights().count()
                || !next.roomType().equals(seen.roomType());
        if (takesMore && moveUp.before(station, next.roomType(), next.nights())) {
            return Optional.empty();
        }
        var audit = keeper.map(actor -> new AuditEntry(
                now, actor, Stations.Action.STAY_CHANGED, seen.id().value()));
        var change = new Stays.Change(Optional.of(seen), next, station, Optional.of(guest), audit);
        return switch (stays.write(change)) {
            case Stays.Written.Done(var done) -> Optional.of(new StayOutcome.Done(done));
            case Stays.Written.Changed() -> Optional.empty();
            case Stays.Written.Full(var nights) ->
                Optional.of(new StayOutcome.Full(next.roomType(), nights, List.of()));
            case Stays.Written.LineFull() -> throw new IllegalStateException("it does not wait");
        };
    }

    private static boolean isFor(RoomType room, Applicant applicant) {
        return room.guests() == RoomType.For.ANY
                || applicant.gender().filter(room.guests()::admits).isPresent();
    }

    private static Optional<StayOutcome> invalid(String field, FieldError.Code code) {
        return Optional.of(new StayOutcome.Invalid(List.of(FieldError.of(field, code))));
    }

    private static Optional<StayOutcome> outOfRange() {
        return Optional.of(
                new StayOutcome.NightsOutOfRange(List.of(FieldError.of("depart", FieldError.Code.OUT_OF_RANGE))));
    }

    /** What somebody wants otherwise. What is missing stays as it is. */
    public record Wish(Optional<LocalDate> depart, Optional<String> roomType) {}
}
