package yunhe.core.lodging;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.checkin.Guest.Undone;
import yunhe.core.checkin.ScanResult;

/** Checks a guest in with their ticket, once, and takes that back. */
public final class StayArrival {

    private final Stations stations;
    private final Stays stays;
    private final Clock clock;

    public StayArrival(Stations stations, Stays stays, Clock clock) {
        this.stations = stations;
        this.stays = stays;
        this.clock = clock;
    }

    /** @param scan the moment, who scanned, and a nonce that is the same for every repetition of the scan */
    public Answer arrive(StayId id, Admitted scan) {
        return Tries.until("check in " + id, () -> attempt(id, scan));
    }

    private Optional<Answer> attempt(StayId id, Admitted scan) {
        var station = stations.find(id.station());
        var seen = stays.find(id);
        if (station.isEmpty() || seen.isEmpty()) {
            return Optional.of(new Answer(ScanResult.NOT_CONFIRMED, station, seen, Optional.empty()));
        }
        var now = clock.instant();
        var before = earlier(seen.get(), scan.nonce());
        if (before.isPresent()) {
            return Optional.of(new Answer(ScanResult.ADMITTED, station, seen, before));
        }
        var result = result(station.get(), seen.get(), now);
        if (result != ScanResult.ADMITTED) {
            return Optional.of(new Answer(
                    result,
                    station,
                    seen,
                    seen.get().history().checkedIn().filter(it -> result == ScanResult.ALREADY_ADMITTED)));
        }
        var next = seen.get().moved(StayStatus.CHECKED_IN, seen.get().history().arrived(scan));
        return switch (stays.write(Stays.Change.of(seen.get(), next, station.get()))) {
            case Stays.Written.Done(var done) ->
                Optional.of(new Answer(ScanResult.ADMITTED, station, Optional.of(done), Optional.of(scan)));
            case Stays.Written.Changed() -> Optional.empty();
            case Stays.Written.Full _, Stays.Written.LineFull _ ->
                throw new IllegalStateException("whoever arrives has a room");
        };
    }

    private static ScanResult result(Station station, Stay seen, Instant now) {
        return switch (seen.status()) {
            case CANCELLED -> ScanResult.REVOKED;
            case CHECKED_IN -> ScanResult.ALREADY_ADMITTED;
            case CONFIRMED -> {
                if (now.isBefore(station.checkInFrom(seen.nights().arrive()))) {
                    yield ScanResult.TOO_EARLY;
                }
                yield now.isBefore(station.startOf(seen.nights().depart())) ? ScanResult.ADMITTED : ScanResult.TOO_LATE;
            }
            case PENDING, WAITLISTED, OFFERED, REJECTED, EXPIRED, CHECKED_OUT, NO_SHOW -> ScanResult.NOT_CONFIRMED;
        };
    }

    /** The check-in that the scan with this nonce led to, also when it was taken back since. */
    private static Optional<Admitted> earlier(Stay stay, String nonce) {
        return Stream.concat(
                        stay.history().checkedIn().stream(),
                        stay.history().undone().stream().map(Undone::admitted))
                .filter(it -> it.nonce().equals(nonce))
                .findFirst();
    }

    /** Takes a check-in back. False when nobody is checked in. Asked again, it answers as the first time. */
    public boolean undo(StayId id, String keeper, String reason) {
        return Tries.until("undo the check-in of " + id, () -> {
            var station = stations.find(id.station());
            var seen = stays.find(id);
            var admitted = seen.filter(it -> it.status() == StayStatus.CHECKED_IN)
                    .flatMap(it -> it.history().checkedIn());
            if (station.isEmpty() || seen.isEmpty() || admitted.isEmpty()) {
                return Optional.of(seen.filter(it -> !it.history().undone().isEmpty()
                                && it.history().checkedIn().isEmpty())
                        .isPresent());
            }
            var now = clock.instant();
            var undone = new Undone(admitted.get(), now, keeper, reason);
            var next = seen.get()
                    .moved(
                            StayStatus.CONFIRMED,
                            seen.get().history().takenBack(undone).confirmed(now));
            var audit = new AuditEntry(now, keeper, Stations.Action.CHECK_IN_UNDONE, id.value());
            var written =
                    stays.write(Stays.Change.of(seen.get(), next, station.get()).audited(audit));
            return written instanceof Stays.Written.Done ? Optional.of(true) : Optional.empty();
        });
    }

    /**
     * What the door is told.
     *
     * @param admitted the check-in this scan led to, or the first one when there was one before
     */
    public record Answer(
            ScanResult result, Optional<Station> station, Optional<Stay> stay, Optional<Admitted> admitted) {}
}
