package yunhe.core.door;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.RegistrationId;
import yunhe.core.checkin.Admissions;
import yunhe.core.checkin.ScanResult;
import yunhe.core.door.CheckIn.Scan;
import yunhe.core.shared.Environment;

/**
 * Admits to activities. What time and signature decide is decided here, from an activity that may be some seconds old;
 * whether the ticket still admits is decided by one conditional write.
 */
public final class ActivityDoor {

    private final PublishedActivities activities;
    private final Admissions admissions;
    private final Environment environment;

    public ActivityDoor(PublishedActivities activities, Admissions admissions, Environment environment) {
        this.activities = activities;
        this.admissions = admissions;
        this.environment = environment;
    }

    ScanAnswer scan(RegistrationId ticket, Scan scan) {
        var found = activities.find(ticket.activity());
        if (found.isEmpty()) {
            // The ticket is genuine, but nothing that it could admit to is left.
            return ScanAnswer.unknown();
        }
        var activity = found.get();
        if (scan.isElsewhere(activity.id().value())) {
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
        var admitted = scan.admitted(now, environment.random());
        return switch (admissions.admit(ticket, admitted)) {
            case Admissions.Attempt.Done(var guest) -> ScanAnswer.admitted(activity, guest, admitted);
            case Admissions.Attempt.Refused(var guest) -> ScanAnswer.refused(activity, guest, ticket, admitted.nonce());
            case Admissions.Attempt.Replaced() -> ScanAnswer.of(ScanResult.REVOKED, activity);
            case Admissions.Attempt.Gone() -> ScanAnswer.of(ScanResult.NOT_CONFIRMED, activity);
        };
    }
}
