package yunhe.core.lodging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Approval;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Registration.Request;

/**
 * One guest's stay in one station.
 *
 * @param nights as they were booked
 * @param linePlace where it stands in the line, while it waits
 * @param version rises with every change that anyone can see
 */
public record Stay(
        StayId id,
        String roomType,
        Nights nights,
        StayStatus status,
        Applicant applicant,
        Origin origin,
        Optional<LinePlace> linePlace,
        StayHistory history,
        long version) {

    /**
     * How it came to be, and what it keeps from then.
     *
     * @param consentVersion version of the text that the guest agreed to
     * @param request the sender's idempotency key and what the request meant
     */
    public record Origin(
            Instant createdAt, String consentVersion, Optional<Request> request, Terms terms, Instant deleteAt) {}

    /**
     * What was laid down when it was booked.
     *
     * @param cancelUntil when its guest may no longer cancel
     * @param noShowAt when it is over unless its guest has arrived
     * @param noShowAtIfLate the same for whoever was given the first night after that: a day later
     * @param firstNightEnds when nobody can be given the first night any more
     * @param entitlement by which its guest waits
     * @param approval whether somebody decides about it when it moves up
     */
    public record Terms(
            Instant cancelUntil,
            Instant noShowAt,
            Instant noShowAtIfLate,
            Instant firstNightEnds,
            Entitlement entitlement,
            Approval approval) {

        /** The status of an application that finds a room. */
        public StayStatus statusWithRoom() {
            return approval == Approval.REVIEW ? StayStatus.PENDING : StayStatus.CONFIRMED;
        }
    }

    public StationId station() {
        return id.station();
    }

    /** The nights it holds, so that nobody else can have them. */
    public List<LocalDate> held() {
        return status.holdsNights() ? slept() : List.of();
    }

    /** The nights that count against what its guest is entitled to. */
    public List<LocalDate> counted() {
        return status.counts() ? slept() : List.of();
    }

    private List<LocalDate> slept() {
        return nights.stream()
                .filter(night ->
                        history.leftOn().filter(left -> !night.isBefore(left)).isEmpty())
                .toList();
    }

    /** Nobody need wait for a schedule to see that its time is over. */
    public StayStatus statusAt(Instant now) {
        return switch (status) {
            case PENDING, OFFERED ->
                history.deadline().filter(end -> !now.isBefore(end)).isPresent() ? StayStatus.EXPIRED : status;
            case WAITLISTED -> now.isBefore(origin.terms().firstNightEnds()) ? status : StayStatus.EXPIRED;
            case CONFIRMED, REJECTED, CANCELLED, EXPIRED, CHECKED_IN, CHECKED_OUT, NO_SHOW -> status;
        };
    }

    /** The next version, in another status and out of the line. */
    public Stay moved(StayStatus to, StayHistory next) {
        return new Stay(id, roomType, nights, to, applicant, origin, Optional.empty(), next, version + 1);
    }

    /** The next version, waiting. */
    public Stay waiting(LinePlace place, StayHistory next) {
        return new Stay(
                id, roomType, nights, StayStatus.WAITLISTED, applicant, origin, Optional.of(place), next, version + 1);
    }

    /** The next version, with other nights or in another room type. The first night stays. */
    public Stay changed(String room, Nights other) {
        // What is longer is kept longer.
        var kept = new Origin(
                origin.createdAt(),
                origin.consentVersion(),
                origin.request(),
                origin.terms(),
                origin.deleteAt().plus(Duration.ofDays(ChronoUnit.DAYS.between(nights.depart(), other.depart()))));
        return new Stay(id, room, other, status, applicant, kept, linePlace, history.changed(), version + 1);
    }
}
