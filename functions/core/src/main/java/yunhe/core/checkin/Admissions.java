package yunhe.core.checkin;

import java.util.Optional;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.activity.RegistrationId;

/**
 * Admissions in a store. Every method throws {@link yunhe.core.shared.StoreUnavailable} when the store does not answer;
 * asking again with the same nonce is then safe.
 */
public interface Admissions {

    /**
     * Admits the ticket's registration if it is confirmed and nobody was admitted with it, in one write and without a
     * read. A scan that was taken back does not admit again.
     */
    Attempt admit(RegistrationId ticket, Admitted scan);

    /** The latest registration in the ticket's place, strongly consistent. */
    Optional<Guest> find(RegistrationId ticket);

    /**
     * Takes back the admission that was seen; the audit entry is part of the same write. False when it is no longer the
     * one seen.
     */
    boolean undo(Guest seen, Guest.Undone undone);

    /** What became of an attempt to admit. */
    sealed interface Attempt {

        record Done(Guest guest) implements Attempt {}

        /** @param guest as it was when it was refused */
        record Refused(Guest guest) implements Attempt {}

        /** The person signed up again since, under another contact. */
        record Replaced() implements Attempt {}

        /** There is no such registration. */
        record Gone() implements Attempt {}
    }
}
