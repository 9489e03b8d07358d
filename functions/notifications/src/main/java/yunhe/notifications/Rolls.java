package yunhe.notifications;

import java.util.Optional;
import java.util.function.Function;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;

/** Where a notice's registration and activity are found. */
record Rolls(
        Function<RegistrationId, Optional<Registration>> registrations,
        Function<ActivityId, Optional<Activity>> activities) {

    Optional<Entry> find(RegistrationId id) {
        return registrations
                .apply(id)
                .flatMap(registration ->
                        activities.apply(registration.activity()).map(activity -> new Entry(registration, activity)));
    }

    /** A registration and what it is for, as they were when they were read. */
    record Entry(Registration registration, Activity activity) {}
}
