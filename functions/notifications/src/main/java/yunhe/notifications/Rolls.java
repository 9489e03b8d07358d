package yunhe.notifications;

import java.util.Optional;
import java.util.function.Function;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayId;
import yunhe.core.shared.Subject;

/** Where that which a notice is about is found. */
record Rolls(
        Function<RegistrationId, Optional<Registration>> registrations,
        Function<ActivityId, Optional<Activity>> activities,
        Function<StayId, Optional<Stay>> stays,
        Function<StationId, Optional<Station>> stations) {

    Optional<Entry> find(Subject subject) {
        return switch (subject) {
            case RegistrationId id ->
                registrations
                        .apply(id)
                        .flatMap(registration -> activities
                                .apply(registration.activity())
                                .map(activity -> new Entry.OfActivity(registration, activity)));
            case StayId id ->
                stays.apply(id)
                        .flatMap(stay ->
                                stations.apply(stay.station()).map(station -> new Entry.OfStation(stay, station)));
            default -> throw new IllegalStateException("nothing is told about " + subject.value());
        };
    }
}
