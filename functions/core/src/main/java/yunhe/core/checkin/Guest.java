package yunhe.core.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;

/**
 * A registration as the door sees it.
 *
 * @param id of the person's latest attempt, which may not be the one a ticket was made for
 * @param undone admissions that were taken back, oldest first, at most {@value #UNDONE_MAX}
 */
public record Guest(
        RegistrationId id, Status status, String name, String group, Optional<Admitted> admitted, List<Undone> undone) {

    /** Older ones are forgotten; then a late repetition of their scans would count as a new scan. */
    public static final int UNDONE_MAX = 20;

    /** An admission that was taken back, by whom and why. */
    public record Undone(Admitted admitted, Instant at, String by, String reason) {}

    /** The admission that the scan with this nonce led to, also when it was taken back since. */
    public Optional<Admitted> admittedBy(RegistrationId ticket, String nonce) {
        return Stream.concat(admitted.stream(), undone.stream().map(Undone::admitted))
                .filter(it -> id.equals(ticket) && it.nonce().equals(nonce))
                .findFirst();
    }
}
