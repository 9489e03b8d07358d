package yunhe.core.lodging;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.Ended;
import yunhe.core.activity.Refusal;

/** Takes up or turns down offered nights. Of accepting, declining and running out at one moment one happens. */
public final class AnswerStayOffer {

    private final Stations stations;
    private final Stays stays;
    private final Clock clock;

    public AnswerStayOffer(Stations stations, Stays stays, Clock clock) {
        this.stations = stations;
        this.stays = stays;
        this.clock = clock;
    }

    public StayOutcome answer(StayId id, Answer answer) {
        return Tries.until("answer the offer of " + id, () -> {
            var seen = stays.find(id);
            var station = stations.find(id.station());
            return seen.isEmpty() || station.isEmpty()
                    ? refused(Refusal.NOT_FOUND)
                    : attempt(station.get(), seen.get(), answer, clock.instant());
        });
    }

    private Optional<StayOutcome> attempt(Station station, Stay seen, Answer answer, Instant now) {
        if (isRepeated(seen, answer)) {
            return Optional.of(new StayOutcome.Done(seen));
        }
        return switch (seen.status()) {
            case OFFERED ->
                seen.statusAt(now) == StayStatus.EXPIRED
                        ? write(
                                station,
                                seen,
                                seen.moved(StayStatus.EXPIRED, ended(seen.history(), History.By.TIME, now)))
                        : write(station, seen, next(station, seen, answer, now));
            case EXPIRED ->
                refused(
                        seen.history().wasOffered() && seen.history().answer().isEmpty()
                                ? Refusal.OFFER_EXPIRED
                                : Refusal.REGISTRATION_STATE);
            case CONFIRMED, PENDING, WAITLISTED, REJECTED, CANCELLED, CHECKED_IN, CHECKED_OUT, NO_SHOW ->
                refused(Refusal.REGISTRATION_STATE);
        };
    }

    private static Stay next(Station station, Stay seen, Answer answer, Instant now) {
        var answered = seen.history().answered(answer);
        if (answer == Answer.DECLINED) {
            return seen.moved(StayStatus.CANCELLED, ended(answered, History.By.PERSON, now));
        }
        return seen.origin().terms().approval() == Approval.REVIEW
                ? seen.moved(
                        StayStatus.PENDING,
                        answered.heldUntil(
                                Deadlines.ofReview(station, seen.origin().terms(), now)))
                : seen.moved(StayStatus.CONFIRMED, answered.confirmed(now));
    }

    private static boolean isRepeated(Stay seen, Answer answer) {
        return seen.history().answer().filter(answer::equals).isPresent()
                && switch (seen.status()) {
                    case CONFIRMED, PENDING, CHECKED_IN -> answer == Answer.ACCEPTED;
                    case CANCELLED -> answer == Answer.DECLINED;
                    case WAITLISTED, OFFERED, REJECTED, EXPIRED, CHECKED_OUT, NO_SHOW -> false;
                };
    }

    private static StayHistory ended(StayHistory history, History.By by, Instant now) {
        return history.ended(new Ended(now, by, Optional.empty()));
    }

    private Optional<StayOutcome> write(Station station, Stay seen, Stay next) {
        return switch (stays.write(Stays.Change.of(seen, next, station))) {
            // Running out is written here, and then told as what it is.
            case Stays.Written.Done(var done) ->
                done.status() == StayStatus.EXPIRED
                        ? refused(Refusal.OFFER_EXPIRED)
                        : Optional.of(new StayOutcome.Done(done));
            case Stays.Written.Changed() -> Optional.empty();
            case Stays.Written.Full _, Stays.Written.LineFull _ ->
                throw new IllegalStateException("offered nights are held");
        };
    }

    private static Optional<StayOutcome> refused(Refusal refusal) {
        return Optional.of(new StayOutcome.Refused(refusal));
    }
}
