package yunhe.core.lodging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.History;
import yunhe.core.activity.History.Decision;
import yunhe.core.activity.History.Ended;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Review.Judgement;

/** A reviewer's word on an application: of two at once one decides, and the other is told to look again. */
public final class ReviewStay {

    private final Stations stations;
    private final Stays stays;
    private final Clock clock;
    private final RandomGenerator random;
    private final MoveUp moveUp;

    public ReviewStay(Stations stations, Stays stays, Clock clock, RandomGenerator random) {
        this.stations = stations;
        this.stays = stays;
        this.clock = clock;
        this.random = random;
        this.moveUp = new MoveUp(stations, stays, clock);
    }

    public StayOutcome decide(StayId id, Judgement judgement) {
        var first = stays.find(id);
        return Tries.until("decide about " + id, () -> {
            var seen = stays.find(id);
            var station = stations.find(id.station());
            if (seen.isEmpty() || station.isEmpty()) {
                return refused(Refusal.NOT_FOUND);
            }
            if (isRepeated(seen.get(), judgement)) {
                // Nothing is written about the stay, but it is read once more.
                stays.audit(
                        new AuditEntry(clock.instant(), judgement.reviewer(), Stations.Action.STAY_READ, id.value()));
                return Optional.of(new StayOutcome.Done(seen.get()));
            }
            // Whoever is overtaken by another reviewer has not seen what stands there now.
            boolean overtaken = !seen.get()
                    .history()
                    .decision()
                    .equals(first.orElseThrow().history().decision());
            boolean stale = judgement
                    .version()
                    .filter(version -> version != seen.get().version())
                    .isPresent();
            return overtaken || stale
                    ? refused(Refusal.VERSION_STALE)
                    : attempt(station.get(), seen.get(), judgement, clock.instant());
        });
    }

    private Optional<StayOutcome> attempt(Station station, Stay seen, Judgement judgement, Instant now) {
        var decision = new Decision(judgement.verdict(), judgement.reviewer(), now, judgement.reason(), seen.version());
        var status = seen.statusAt(now);
        return switch (judgement.verdict()) {
            case APPROVE ->
                status == StayStatus.PENDING
                        ? write(
                                Stays.Change.of(
                                        seen,
                                        seen.moved(
                                                StayStatus.CONFIRMED,
                                                seen.history().decided(decision).confirmed(now)),
                                        station),
                                decision,
                                Stations.Action.STAY_APPROVED)
                        : refused(Refusal.REGISTRATION_STATE);
            case REJECT ->
                status.isLive() && status != StayStatus.CHECKED_IN
                        ? write(
                                Stays.Change.of(
                                        seen, seen.moved(StayStatus.REJECTED, rejected(seen, decision)), station),
                                decision,
                                Stations.Action.STAY_REJECTED)
                        : refused(Refusal.REGISTRATION_STATE);
            case REOPEN ->
                status == StayStatus.REJECTED
                                && now.isBefore(seen.origin().terms().noShowAt())
                        ? reopen(station, seen, decision, now)
                        : refused(Refusal.REGISTRATION_STATE);
        };
    }

    private static StayHistory rejected(Stay seen, Decision decision) {
        return seen.history()
                .decided(decision)
                .ended(new Ended(decision.at(), History.By.ORGANISER, decision.reason()));
    }

    /** With a room, or else at the end of the line. */
    private Optional<StayOutcome> reopen(Station station, Stay seen, Decision decision, Instant now) {
        var guest = stays.guest(seen.applicant().identities());
        var objection =
                guest.objection(seen.id(), seen.nights(), seen.origin().terms().entitlement());
        if (objection.isPresent()) {
            return Optional.of(new StayOutcome.NotEntitled(objection.get()));
        }
        var nights = seen.nights();
        var availability = stays.availability(station, nights.arrive(), nights.depart());
        boolean hasRoom = availability.full(seen.roomType(), nights).isEmpty();
        if (hasRoom && moveUp.before(station, seen.roomType(), nights)) {
            return Optional.empty();
        }
        var history = seen.history().decided(decision).reopened();
        var next = hasRoom
                ? seen.moved(
                        StayStatus.PENDING,
                        history.heldUntil(
                                Deadlines.ofReview(station, seen.origin().terms(), now)))
                : seen.waiting(LinePlace.at(now, random), history);
        return write(
                new Stays.Change(Optional.of(seen), next, station, Optional.of(guest), Optional.empty()),
                decision,
                Stations.Action.STAY_REOPENED);
    }

    private Optional<StayOutcome> write(Stays.Change change, Decision decision, String action) {
        var after = change.after();
        var entry =
                new AuditEntry(decision.at(), decision.by(), action, after.id().value());
        return switch (stays.write(change.audited(entry))) {
            case Stays.Written.Done(var done) -> Optional.of(new StayOutcome.Done(done));
            case Stays.Written.Changed(), Stays.Written.Full(var _) -> Optional.empty();
            case Stays.Written.LineFull() ->
                Optional.of(
                        new StayOutcome.Full(after.roomType(), after.nights().list(), List.of()));
        };
    }

    /** Whether the last thing that happened is this very judgement. */
    private static boolean isRepeated(Stay seen, Judgement judgement) {
        boolean stands = switch (judgement.verdict()) {
            case APPROVE -> seen.status() == StayStatus.CONFIRMED;
            case REJECT -> seen.status() == StayStatus.REJECTED;
            case REOPEN -> seen.status() == StayStatus.PENDING || seen.status() == StayStatus.WAITLISTED;
        };
        return stands
                && seen.history()
                        .decision()
                        .filter(it -> it.verdict() == judgement.verdict()
                                && it.by().equals(judgement.reviewer())
                                && judgement
                                        .version()
                                        .filter(version -> version != it.seen() && version != seen.version())
                                        .isEmpty())
                        .isPresent();
    }

    private static Optional<StayOutcome> refused(Refusal refusal) {
        return Optional.of(new StayOutcome.Refused(refusal));
    }
}
