package yunhe.core.lodging;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History;
import yunhe.core.activity.History.Ended;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Waitlist;

/**
 * Ends a stay: its guest cancels, leaves, or never came, or the time for which its nights were held is over. Of several
 * ends at one moment one happens, and gives the nights back once.
 */
public final class EndStay {

    private static final int HOLDS_AT_ONCE = 25;

    private final Stations stations;
    private final Stays stays;
    private final Clock clock;

    public EndStay(Stations stations, Stays stays, Clock clock) {
        this.stations = stations;
        this.stays = stays;
        this.clock = clock;
    }

    /** By its guest, until the hours before arrival that its station asks for. One that is over stays as it is. */
    public StayOutcome cancel(StayId id) {
        return decide(id, (station, seen, now) -> switch (seen.statusAt(now)) {
            case REJECTED, CANCELLED, EXPIRED, CHECKED_OUT, NO_SHOW -> done(seen);
            case CHECKED_IN -> refused(Refusal.REGISTRATION_STATE);
            // Nobody is kept waiting for a place that they do not want.
            case WAITLISTED, OFFERED -> write(station, seen, cancelled(seen, now));
            case CONFIRMED, PENDING ->
                now.isBefore(seen.origin().terms().cancelUntil())
                        ? write(station, seen, cancelled(seen, now))
                        : refused(Refusal.CANCEL_TOO_LATE);
        });
    }

    /** By staff: the guest has left, and the nights from today on are free. */
    public StayOutcome checkOut(StayId id, String keeper) {
        return decide(id, (station, seen, now) -> switch (seen.status()) {
            case CHECKED_OUT -> done(seen);
            case CHECKED_IN -> {
                var audit = new AuditEntry(now, keeper, Stations.Action.STAY_CHECKED_OUT, id.value());
                yield result(stays.write(
                        Stays.Change.of(seen, left(station, seen, now), station).audited(audit)));
            }
            case CONFIRMED, PENDING, WAITLISTED, OFFERED, REJECTED, CANCELLED, EXPIRED, NO_SHOW ->
                refused(Refusal.REGISTRATION_STATE);
        });
    }

    /** Ends what time has overtaken. Anything else is left as it is. */
    public Stay expire(Stay first) {
        return first.statusAt(clock.instant()) == first.status()
                ? first
                : settled(
                        first.id(),
                        (station, seen, now) -> seen.statusAt(now) == seen.status()
                                ? done(seen)
                                : write(station, seen, ended(seen, StayStatus.EXPIRED, now)));
    }

    /**
     * Ends what time has overtaken of one guest's stays, whether a schedule has noticed or not. True if there was any.
     */
    boolean expireAny(GuestRecord guest) {
        return guest.stays().stream()
                .filter(entry -> switch (entry.status()) {
                    case PENDING, OFFERED, WAITLISTED -> true;
                    case CONFIRMED, REJECTED, CANCELLED, EXPIRED, CHECKED_IN, CHECKED_OUT, NO_SHOW -> false;
                })
                .flatMap(entry -> stays.find(entry.id()).stream())
                .filter(stay -> stay.statusAt(clock.instant()) == StayStatus.EXPIRED)
                .map(this::expire)
                .anyMatch(stay -> stay.status() == StayStatus.EXPIRED);
    }

    /** Ends what is held in a station for longer than it was to be. True if there was any. */
    boolean expireHeld(Station station) {
        var policy = station.details().policy();
        if (policy.approval() == Approval.AUTOMATIC && policy.waitlist().promotion() == Waitlist.Promotion.AUTOMATIC) {
            return false;
        }
        return stays.holdsOver(clock.instant(), HOLDS_AT_ONCE).stream()
                .filter(hold -> hold.stay().station().equals(station.id()))
                .flatMap(hold -> stays.find(hold.stay()).stream())
                .filter(stay -> stay.statusAt(clock.instant()) != stay.status())
                .map(this::expire)
                .anyMatch(stay -> stay.status() == StayStatus.EXPIRED);
    }

    /** Nobody who still waits can have the first night. */
    Stay giveUpWaiting(StayId id) {
        return settled(
                id,
                (station, seen, now) -> seen.status() == StayStatus.WAITLISTED
                        ? write(station, seen, ended(seen, StayStatus.EXPIRED, now))
                        : done(seen));
    }

    /** Whoever has not arrived in time. */
    public Stay noShow(StayId id) {
        return settled(
                id,
                (station, seen, now) ->
                        isMissing(seen, now) ? write(station, seen, ended(seen, StayStatus.NO_SHOW, now)) : done(seen));
    }

    /** Whoever nobody has checked out. */
    Stay departed(StayId id) {
        return settled(
                id,
                (station, seen, now) ->
                        isGone(station, seen, now) ? write(station, seen, left(station, seen, now)) : done(seen));
    }

    /** When its guest has to be there. Whoever was confirmed later than that has a day. */
    public static Instant noShowAt(Stay stay) {
        var at = stay.origin().terms().noShowAt();
        boolean afterwards = stay.history()
                .confirmedAt()
                .filter(confirmed -> !confirmed.isBefore(at))
                .isPresent();
        return afterwards ? stay.origin().terms().noShowAtIfLate() : at;
    }

    static boolean isMissing(Stay stay, Instant now) {
        return stay.status() == StayStatus.CONFIRMED && !now.isBefore(noShowAt(stay));
    }

    static boolean isGone(Station station, Stay stay, Instant now) {
        return stay.status() == StayStatus.CHECKED_IN
                && !now.isBefore(station.noShowAt(stay.nights().depart()));
    }

    private static Stay cancelled(Stay seen, Instant now) {
        var history =
                seen.status() == StayStatus.OFFERED ? seen.history().answered(History.Answer.DECLINED) : seen.history();
        return seen.moved(StayStatus.CANCELLED, history.ended(new Ended(now, History.By.PERSON, Optional.empty())));
    }

    private static Stay ended(Stay seen, StayStatus to, Instant now) {
        return seen.moved(to, seen.history().ended(new Ended(now, History.By.TIME, Optional.empty())));
    }

    private static Stay left(Station station, Stay seen, Instant now) {
        var today = station.today(now);
        var nights = seen.nights();
        var day = today.isAfter(nights.depart()) ? nights.depart() : today;
        return seen.moved(
                StayStatus.CHECKED_OUT, seen.history().left(day.isBefore(nights.arrive()) ? nights.arrive() : day));
    }

    private Stay settled(StayId id, Decision decision) {
        return switch (decide(id, decision)) {
            case StayOutcome.Done(var stay) -> stay;
            default -> throw new IllegalStateException("nothing can refuse that " + id + " ends");
        };
    }

    private StayOutcome decide(StayId id, Decision decision) {
        return Tries.until("end " + id, () -> {
            var seen = stays.find(id);
            var station = stations.find(id.station());
            return seen.isEmpty() || station.isEmpty()
                    ? refused(Refusal.NOT_FOUND)
                    : decision.about(station.get(), seen.get(), clock.instant());
        });
    }

    private Optional<StayOutcome> write(Station station, Stay seen, Stay next) {
        return result(stays.write(Stays.Change.of(seen, next, station)));
    }

    private static Optional<StayOutcome> result(Stays.Written written) {
        return switch (written) {
            case Stays.Written.Done(var stay) -> done(stay);
            case Stays.Written.Changed() -> Optional.empty();
            case Stays.Written.Full _, Stays.Written.LineFull _ ->
                throw new IllegalStateException("whoever leaves asks for nothing");
        };
    }

    private static Optional<StayOutcome> done(Stay stay) {
        return Optional.of(new StayOutcome.Done(stay));
    }

    private static Optional<StayOutcome> refused(Refusal refusal) {
        return Optional.of(new StayOutcome.Refused(refusal));
    }

    /** Empty when it changed while it was looked at. */
    private interface Decision {
        Optional<StayOutcome> about(Station station, Stay seen, Instant now);
    }
}
