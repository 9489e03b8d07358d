package yunhe.core.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yunhe.core.shared.Bilingual;

/** An activity as it is stored. */
public record Activity(
        ActivityId id,
        Phase phase,
        ActivityDetails details,
        Optional<Bilingual> cancelReason,
        Edits edits,
        long version) {

    /**
     * What an organiser changed since people could sign up.
     *
     * @param moved the last change of time or place
     * @param questions rises with every change of the questions, so that old answers are read under the old ones
     * @param rules rises with every change of what sign-ups are judged by, so that none is judged by old ones
     */
    public record Edits(Optional<Moved> moved, long questions, long rules) {

        public static final Edits NONE = new Edits(Optional.empty(), 1, 1);
    }

    /** A change of time or place: the activity's version with it, and when it was made. */
    public record Moved(long version, Instant at) {}

    /** How long an activity may last. Lists of what is not over yet look back this far. */
    public static final Duration LENGTH_MAX = Duration.ofDays(31);

    public static final Duration DOORS_OPEN_BEFORE_START = Duration.ofHours(2);

    /** Where an activity is in its life. */
    public enum Phase {
        DRAFT,
        PUBLISHED,
        CANCELLED
    }

    public Activity asking(List<Question> questions) {
        return new Activity(id, phase, details.asking(questions), cancelReason, edits, version);
    }

    public Times times() {
        return details.times();
    }

    public Instant doorsOpenAt() {
        return times().startsAt().minus(DOORS_OPEN_BEFORE_START);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(times().endsAt());
    }

    /** Whether people may sign up now, as far as time decides. Opening is inclusive, closing exclusive. */
    public Gate gate(Instant now) {
        if (phase == Phase.CANCELLED) {
            return Gate.CANCELLED;
        }
        if (times().registrationOpensAt().filter(now::isBefore).isPresent()) {
            return Gate.NOT_OPEN;
        }
        return now.isBefore(times().registrationClosesAt()) && !isOver(now) ? Gate.OPEN : Gate.CLOSED;
    }

    /** What the calendar says about signing up. */
    public enum Gate {
        NOT_OPEN,
        OPEN,
        CLOSED,
        CANCELLED
    }
}
