package yunhe.core.checkin;

import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;

/**
 * What a door is told about a scan.
 *
 * @param activity the ticket's own; empty when the ticket is invalid or its activity deleted
 * @param guest whose ticket it is, where the store was asked
 * @param admitted the admission this scan led to, or the first one when there was one before
 */
public record ScanAnswer(
        ScanResult result, Optional<Activity> activity, Optional<Guest> guest, Optional<Admitted> admitted) {

    static ScanAnswer invalid() {
        return new ScanAnswer(ScanResult.INVALID, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A genuine ticket of an activity that is no longer there. */
    static ScanAnswer unknown() {
        return new ScanAnswer(ScanResult.NOT_CONFIRMED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ScanAnswer of(ScanResult result, Activity activity) {
        return new ScanAnswer(result, Optional.of(activity), Optional.empty(), Optional.empty());
    }

    static ScanAnswer admitted(Activity activity, Guest guest, Admitted admitted) {
        return new ScanAnswer(ScanResult.ADMITTED, Optional.of(activity), Optional.of(guest), Optional.of(admitted));
    }

    /** Why a guest was not admitted by this scan, or that the same scan admitted before. */
    static ScanAnswer refused(Activity activity, Guest guest, RegistrationId ticket, String nonce) {
        var earlier = guest.admittedBy(ticket, nonce);
        if (earlier.isPresent()) {
            return admitted(activity, guest, earlier.get());
        }
        var result = result(guest, ticket);
        var first = guest.admitted().filter(it -> result == ScanResult.ALREADY_ADMITTED);
        return new ScanAnswer(result, Optional.of(activity), Optional.of(guest), first);
    }

    private static ScanResult result(Guest guest, RegistrationId ticket) {
        // Whoever signed up again holds a new ticket; the one of the cancelled attempt stays cancelled.
        if (!guest.id().equals(ticket) || guest.status() == Status.CANCELLED) {
            return ScanResult.REVOKED;
        }
        return guest.status() == Status.CONFIRMED && guest.admitted().isPresent()
                ? ScanResult.ALREADY_ADMITTED
                : ScanResult.NOT_CONFIRMED;
    }
}
