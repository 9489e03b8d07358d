package yunhe.core.checkin;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.activity.RegistrationId;
import yunhe.core.shared.Environment;
import yunhe.core.ticket.Tickets;

/**
 * Admits the holder of a ticket, once.
 *
 * <p>What time and signature decide is decided here, from an activity that may be some seconds old; whether the ticket
 * still admits is decided by one conditional write. Refusals are not remembered: the same scan may succeed later, when
 * the doors have opened.
 */
public final class CheckIn {

    private final Tickets tickets;
    private final PublishedActivities activities;
    private final Admissions admissions;
    private final Environment environment;

    public CheckIn(Tickets tickets, PublishedActivities activities, Admissions admissions, Environment environment) {
        this.tickets = tickets;
        this.activities = activities;
        this.admissions = admissions;
        this.environment = environment;
    }

    public ScanAnswer scan(Scan scan) {
        return tickets.verify(scan.ticket()).map(ticket -> scan(ticket, scan)).orElseGet(ScanAnswer::invalid);
    }

    private ScanAnswer scan(RegistrationId ticket, Scan scan) {
        var found = activities.find(ticket.activity());
        if (found.isEmpty()) {
            // The ticket is genuine, but nothing that it could admit to is left.
            return ScanAnswer.unknown();
        }
        var activity = found.get();
        if (scan.activityId().filter(id -> !id.equals(activity.id().value())).isPresent()) {
            return ScanAnswer.of(ScanResult.WRONG_ACTIVITY, activity);
        }
        var now = environment.clock().instant();
        var closed = closed(activity, now);
        return closed.isPresent()
                ? earlierAnswer(activity, ticket, scan).orElseGet(() -> ScanAnswer.of(closed.get(), activity))
                : admit(activity, ticket, scan, now);
    }

    /** Why nobody is admitted now, if so. Doors open inclusively and close exclusively. */
    private static Optional<ScanResult> closed(Activity activity, Instant now) {
        if (activity.phase() == Activity.Phase.CANCELLED) {
            return Optional.of(ScanResult.REVOKED);
        }
        if (now.isBefore(activity.doorsOpenAt())) {
            return Optional.of(ScanResult.TOO_EARLY);
        }
        return activity.isOver(now) ? Optional.of(ScanResult.TOO_LATE) : Optional.empty();
    }

    /**
     * A scan that admitted just before the doors closed, and whose answer was lost, is told again that it did. Only a
     * nonce can tell it from another scan, so that without one nothing is read.
     */
    private Optional<ScanAnswer> earlierAnswer(Activity activity, RegistrationId ticket, Scan scan) {
        return scan.nonce()
                .flatMap(nonce -> admissions
                        .find(ticket)
                        .flatMap(guest -> guest.admittedBy(ticket, nonce)
                                .map(admitted -> ScanAnswer.admitted(activity, guest, admitted))));
    }

    private ScanAnswer admit(Activity activity, RegistrationId ticket, Scan scan, Instant now) {
        var admitted = new Admitted(
                now, scan.actor(), scan.device().orElse(""), scan.nonce().orElseGet(this::nonce));
        return switch (admissions.admit(ticket, admitted)) {
            case Admissions.Attempt.Done(var guest) -> ScanAnswer.admitted(activity, guest, admitted);
            case Admissions.Attempt.Refused(var guest) -> ScanAnswer.refused(activity, guest, ticket, admitted.nonce());
            case Admissions.Attempt.Replaced() -> ScanAnswer.of(ScanResult.REVOKED, activity);
            case Admissions.Attempt.Gone() -> ScanAnswer.of(ScanResult.NOT_CONFIRMED, activity);
        };
    }

    /** Also a scan without a nonce needs one, to know its own write again when the store is asked twice. */
    private String nonce() {
        return Long.toString(environment.random().nextLong(), Character.MAX_RADIX);
    }

    /**
     * A ticket held to a scanner.
     *
     * @param ticket the ticket or the address its QR code holds
     * @param activityId the activity at whose door this is, if the door knows
     * @param actor who scans
     * @param nonce the same for every repetition of this scan
     */
    public record Scan(
            String ticket, Optional<String> activityId, String actor, Optional<String> device, Optional<String> nonce) {

        public static final int TICKET_LENGTH_MAX = 500;
        public static final int DEVICE_LENGTH_MAX = 100;
        public static final int NONCE_LENGTH_MAX = 100;
    }
}
