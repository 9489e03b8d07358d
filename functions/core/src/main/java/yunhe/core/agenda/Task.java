package yunhe.core.agenda;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;

/**
 * Something to be done for an activity. Doing it twice does no harm: whoever does it looks at how things stand.
 *
 * @param at when it is due; with the activity and the work its name, so that the same task is not stored twice
 * @param cursor how far it has come, when it is too large to be done at once
 */
public record Task(Instant at, ActivityId activity, Work work, Optional<String> cursor) {

    public static Task at(Instant at, ActivityId activity, Work work) {
        return new Task(at, activity, work, Optional.empty());
    }

    public Task from(Optional<String> cursor) {
        return new Task(at, activity, work, cursor);
    }

    /** What is to be done. */
    public sealed interface Work {

        /** Everybody confirmed is reminded. */
        record Remind(Instant due) implements Work {}

        /** At the start: the line, reviews and offers end. */
        record Expire() implements Work {}

        /** Who never came is a no-show. */
        record NoShows() implements Work {}

        /** The activity is cancelled, and so is everybody's registration. */
        record CancelAll() implements Work {}

        /** Everybody is told of another time or place. */
        record Announce(long version) implements Work {}

        /** One offer runs out. */
        record EndOffer(RegistrationId registration) implements Work {}

        /** A place became free. The stream has moved the line up long since, unless its delivery failed for good. */
        record MoveUp(String group) implements Work {}

        /**
         * The published meetings of a roadshow are held against who is there, and everybody is told what changed.
         *
         * @param cause what makes it necessary; each cause is a task of its own, so that none is done with another
         */
        record Meet(String cause) implements Work {}

        /** Stored by another version of this program; it stays until that version is back. */
        record Unknown(String name) implements Work {}
    }
}
