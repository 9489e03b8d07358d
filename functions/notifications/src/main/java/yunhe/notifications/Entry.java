package yunhe.notifications;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.notice.Notice;
import yunhe.notifications.message.ActivityOccasion;
import yunhe.notifications.message.Occasion;
import yunhe.notifications.message.StayOccasion;

/** What a notice is about, together with what that belongs to, as both were when they were read. */
sealed interface Entry {

    /** Why the notice is not told; empty when it is. */
    Optional<String> objection(Notice notice, Instant now);

    /** @param invited whether the person's calendar may hold an entry from us */
    Occasion occasion(Notice notice, boolean invited, Instant now);

    record OfActivity(Registration registration, Activity activity) implements Entry {

        @Override
        public Optional<String> objection(Notice notice, Instant now) {
            return StillTrue.objection(notice, registration, activity, now);
        }

        @Override
        public Occasion occasion(Notice notice, boolean invited, Instant now) {
            return new ActivityOccasion(notice, registration, activity, invited, now);
        }
    }

    record OfStation(Stay stay, Station station) implements Entry {

        @Override
        public Optional<String> objection(Notice notice, Instant now) {
            return StayStillTrue.objection(notice, stay, station, now);
        }

        @Override
        public Occasion occasion(Notice notice, boolean invited, Instant now) {
            return new StayOccasion(notice, stay, station, invited, now);
        }
    }
}
