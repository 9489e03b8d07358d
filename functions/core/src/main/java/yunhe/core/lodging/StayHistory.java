package yunhe.core.lodging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.Decision;
import yunhe.core.activity.History.Ended;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.checkin.Guest.Undone;

/**
 * What has happened to a stay since it was asked for.
 *
 * @param confirmedAt when it was confirmed, the last time
 * @param deadline while it is pending or offered: until when its nights are held
 * @param wasOffered whether its guest was asked, and did not only ask
 * @param answer what its guest said to an offer
 * @param ended why it is over, unless its guest came and left
 * @param leftOn the day of check-out: that night and later ones are no longer held
 * @param undone check-ins that were taken back
 * @param changes how often its nights or its room type were changed
 */
public record StayHistory(
        Optional<Instant> confirmedAt,
        Optional<Instant> deadline,
        boolean wasOffered,
        Optional<Answer> answer,
        Optional<Decision> decision,
        Optional<Ended> ended,
        Optional<Admitted> checkedIn,
        Optional<LocalDate> leftOn,
        List<Undone> undone,
        long changes) {

    /** Older ones are forgotten. */
    private static final int UNDONE_MAX = 20;

    public static final StayHistory NONE = new StayHistory(
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            0);

    public StayHistory confirmed(Instant at) {
        return new StayHistory(
                Optional.of(at),
                Optional.empty(),
                wasOffered,
                answer,
                decision,
                ended,
                checkedIn,
                leftOn,
                undone,
                changes);
    }

    /** Its nights are held until then. */
    public StayHistory heldUntil(Instant until) {
        return new StayHistory(
                confirmedAt,
                Optional.of(until),
                wasOffered,
                answer,
                decision,
                ended,
                checkedIn,
                leftOn,
                undone,
                changes);
    }

    /** Its nights are offered to its guest until then. */
    public StayHistory offered(Instant until) {
        return new StayHistory(
                confirmedAt, Optional.of(until), true, answer, decision, ended, checkedIn, leftOn, undone, changes);
    }

    public StayHistory answered(Answer said) {
        return new StayHistory(
                confirmedAt,
                deadline,
                wasOffered,
                Optional.of(said),
                decision,
                ended,
                checkedIn,
                leftOn,
                undone,
                changes);
    }

    public StayHistory decided(Decision next) {
        return new StayHistory(
                confirmedAt,
                deadline,
                wasOffered,
                answer,
                Optional.of(next),
                ended,
                checkedIn,
                leftOn,
                undone,
                changes);
    }

    public StayHistory ended(Ended next) {
        return new StayHistory(
                confirmedAt,
                deadline,
                wasOffered,
                answer,
                decision,
                Optional.of(next),
                checkedIn,
                leftOn,
                undone,
                changes);
    }

    /** Live again. */
    public StayHistory reopened() {
        return new StayHistory(
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                decision,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                undone,
                changes);
    }

    public StayHistory arrived(Admitted admitted) {
        return new StayHistory(
                confirmedAt,
                deadline,
                wasOffered,
                answer,
                decision,
                ended,
                Optional.of(admitted),
                leftOn,
                undone,
                changes);
    }

    /** The check-in was a mistake. */
    public StayHistory takenBack(Undone mistake) {
        var all = Stream.concat(undone.stream(), Stream.of(mistake)).toList();
        return new StayHistory(
                confirmedAt,
                deadline,
                wasOffered,
                answer,
                decision,
                ended,
                Optional.empty(),
                leftOn,
                all.subList(Math.max(0, all.size() - UNDONE_MAX), all.size()),
                changes);
    }

    public StayHistory left(LocalDate day) {
        return new StayHistory(
                confirmedAt,
                deadline,
                wasOffered,
                answer,
                decision,
                ended,
                checkedIn,
                Optional.of(day),
                undone,
                changes);
    }

    public StayHistory changed() {
        return new StayHistory(
                confirmedAt, deadline, wasOffered, answer, decision, ended, checkedIn, leftOn, undone, changes + 1);
    }
}
