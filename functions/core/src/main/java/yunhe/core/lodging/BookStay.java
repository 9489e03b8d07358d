package yunhe.core.lodging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.activity.Registration.Request;
import yunhe.core.activity.SignUp;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.Environment;

/**
 * Books a stay: looks at the guest's record and at the nights, decides, and writes if both are still so. Whoever loses
 * to somebody at the same moment looks again.
 */
public final class BookStay {

    private final Stations stations;
    private final Stays stays;
    private final Environment environment;
    private final Duration retention;
    private final MoveUp moveUp;
    private final EndStay endStay;

    /** @param retention how long after its last night a stay is kept */
    public BookStay(Stations stations, Stays stays, Environment environment, Duration retention) {
        this.stations = stations;
        this.stays = stays;
        this.environment = environment;
        this.retention = retention;
        this.moveUp = new MoveUp(stations, stays, environment.clock());
        this.endStay = new EndStay(stations, stays, environment.clock());
    }

    public StayOutcome book(Application application) {
        return Tries.until("book a stay", () -> {
            var guest = stays.guest(application.identities());
            var earlier = earlierAnswer(application, guest);
            if (earlier.isPresent()) {
                return earlier;
            }
            var outcome = attempt(application, guest);
            // The same request may have been answered between the two looks: then it stands in its own way.
            return outcome.filter(it -> !(it instanceof StayOutcome.Done)).isPresent()
                    ? earlierAnswer(application).or(() -> outcome)
                    : outcome;
        });
    }

    private Optional<StayOutcome> earlierAnswer(Application application) {
        return application.request().isEmpty()
                ? Optional.empty()
                : earlierAnswer(application, stays.guest(application.identities()));
    }

    /** What the same request was told before, with the stay as it is now. */
    private Optional<StayOutcome> earlierAnswer(Application application, GuestRecord guest) {
        if (application.request().isEmpty()) {
            return Optional.empty();
        }
        var request = application.request().get();
        return guest.stays().stream()
                .filter(entry -> entry.request().filter(request.key()::equals).isPresent())
                .flatMap(entry -> stays.find(entry.id()).stream())
                .flatMap(stay -> stay.origin().request().stream()
                        .filter(known -> known.key().equals(request.key()))
                        .map(known -> known.digest().equals(request.digest())
                                ? new StayOutcome.Done(stay)
                                : (StayOutcome) new StayOutcome.Refused(Refusal.IDEMPOTENCY_MISMATCH)))
                .findFirst();
    }

    private Optional<StayOutcome> attempt(Application application, GuestRecord guest) {
        var station = application.station().flatMap(stations::find);
        if (station.isEmpty()) {
            return Optional.of(new StayOutcome.Refused(Refusal.NOT_FOUND));
        }
        return switch (application.form().against(station.get())) {
            case Form.Invalid(var errors) -> Optional.of(new StayOutcome.Invalid(errors));
            case Form.Valid valid -> attempt(station.get(), valid, application, guest);
        };
    }

    private Optional<StayOutcome> attempt(
            Station station, Form.Valid form, Application application, GuestRecord guest) {
        var now = environment.clock().instant();
        var policy = station.details().policy();
        var notMet = StayRules.eligibility(policy, form.room(), form.applicant(), form.nights());
        if (!notMet.isEmpty()) {
            return Optional.of(new StayOutcome.NotEligible(notMet));
        }
        // Whoever stands at the desk may have tonight at whatever hour.
        var outOfRange = application.walkIn().isPresent()
                ? StayRules.length(policy, form.nights())
                : StayRules.range(station, form.nights(), now);
        if (!outOfRange.isEmpty()) {
            return Optional.of(new StayOutcome.NightsOutOfRange(outOfRange));
        }
        var id = StayId.fresh(station.id(), form.nights().arrive(), environment.random());
        var objection = guest.objection(id, form.nights(), policy.entitlement());
        if (objection.isPresent() && endStay.expireAny(guest)) {
            return Optional.empty();
        }
        if (objection.isPresent()) {
            return Optional.of(new StayOutcome.NotEntitled(objection.get()));
        }
        var availability = stays.availability(
                station, form.nights().arrive(), form.nights().depart());
        var full = availability.full(form.room().code(), form.nights());
        boolean mayWait = form.joinWaitlist() && application.walkIn().isEmpty();
        if (!full.isEmpty() && endStay.expireHeld(station)) {
            return Optional.empty();
        }
        if (!full.isEmpty() && !mayWait) {
            return Optional.of(full(form, availability, full));
        }
        if (full.isEmpty() && moveUp.before(station, form.room().code(), form.nights())) {
            return Optional.empty();
        }
        var stay = stay(station, id, form, application, now, full.isEmpty());
        var written = stays.write(new Stays.Change(
                Optional.empty(),
                stay,
                station,
                Optional.of(guest),
                application.walkIn().map(arrived -> audit(stay, arrived))));
        return switch (written) {
            case Stays.Written.Done(var done) -> Optional.of(new StayOutcome.Done(done));
            case Stays.Written.Changed() -> Optional.empty();
            // Somebody was quicker: what is left now is looked at anew.
            case Stays.Written.Full(var _) -> Optional.empty();
            case Stays.Written.LineFull() -> Optional.of(full(form, availability, full));
        };
    }

    private Stay stay(
            Station station, StayId id, Form.Valid form, Application application, Instant now, boolean hasRoom) {
        var origin = new Stay.Origin(
                now,
                SignUp.CONSENT_VERSION,
                application.request(),
                station.terms(form.nights().arrive()),
                station.startOf(form.nights().depart()).plus(retention));
        var status = application.walkIn().isPresent()
                ? StayStatus.CHECKED_IN
                : hasRoom ? origin.terms().statusWithRoom() : StayStatus.WAITLISTED;
        return new Stay(
                id,
                form.room().code(),
                form.nights(),
                status,
                form.applicant(),
                origin,
                status == StayStatus.WAITLISTED
                        ? Optional.of(LinePlace.at(now, environment.random()))
                        : Optional.empty(),
                history(station, status, origin, application, now),
                1);
    }

    private static StayHistory history(
            Station station, StayStatus status, Stay.Origin origin, Application application, Instant now) {
        return switch (status) {
            case CONFIRMED -> StayHistory.NONE.confirmed(now);
            case PENDING -> StayHistory.NONE.heldUntil(Deadlines.ofReview(station, origin.terms(), now));
            case CHECKED_IN ->
                StayHistory.NONE.confirmed(now).arrived(application.walkIn().orElseThrow());
            case WAITLISTED, OFFERED, REJECTED, CANCELLED, EXPIRED, CHECKED_OUT, NO_SHOW -> StayHistory.NONE;
        };
    }

    private static AuditEntry audit(Stay stay, Admitted arrived) {
        return new AuditEntry(
                arrived.at(), arrived.by(), Stations.Action.WALKED_IN, stay.id().value());
    }

    private static StayOutcome full(Form.Valid form, Availability availability, List<LocalDate> nights) {
        return new StayOutcome.Full(
                form.room().code(), nights, availability.partsOf(form.room().code(), form.nights()));
    }

    /**
     * A booking as it was sent.
     *
     * @param station empty when what was named cannot be a station
     * @param identities who asks, as far as that can be read: all of the applicant's when the form is valid
     * @param request the idempotency key, if one came with it
     * @param walkIn when staff books for somebody who stands at the desk: the arrival
     */
    public record Application(
            Optional<StationId> station,
            List<PersonKey> identities,
            Optional<Request> request,
            Optional<Admitted> walkIn,
            Form form) {}

    /** What was typed, to be checked against a station. */
    public interface Form {

        Checked against(Station station);

        /** The result of the check. */
        sealed interface Checked {}

        /** Everything is in order. */
        record Valid(RoomType room, Nights nights, Applicant applicant, boolean joinWaitlist) implements Checked {}

        /** At least one field is not. */
        record Invalid(List<FieldError> errors) implements Checked {}
    }
}
