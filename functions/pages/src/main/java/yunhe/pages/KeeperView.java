package yunhe.pages;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.checkin.ScanResult;
import yunhe.core.lodging.Availability;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationDay;
import yunhe.core.lodging.Stay;
import yunhe.core.shared.Language;

/**
 * What a keeper sees of a station on one day.
 *
 * @param inFull whether names are shown in full; whoever shows them so has left an audit entry
 * @param month what is taken in the day's month
 * @param pending how many applications wait for a review, whatever their nights
 * @param note what became of what was just done
 * @param nonce a fresh one for the forms, so that sending one twice is one check-in
 */
public record KeeperView(
        Language language,
        boolean inFull,
        Station station,
        StationDay day,
        Availability month,
        long pending,
        Instant now,
        Optional<Note> note,
        String nonce) {

    /** What became of a button that was pressed. */
    public sealed interface Note {

        /** The stay as it is now. */
        record Done(Stay stay) implements Note {}

        /** @param result why the guest could not be checked in */
        record NotCheckedIn(ScanResult result) implements Note {}

        record NotCheckedOut() implements Note {}

        /** There was no check-in to take back. */
        record NotUndone() implements Note {}
    }
}
