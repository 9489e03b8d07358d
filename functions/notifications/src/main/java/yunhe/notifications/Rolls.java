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
import yunhe.core.notice.News;
import yunhe.core.notice.Notice;
import yunhe.core.roadshow.PublishedTimetable;

/** Where that which a notice is about is found. */
record Rolls(
        Function<RegistrationId, Optional<Registration>> registrations,
        Function<ActivityId, Optional<Activity>> activities,
        Function<ActivityId, Optional<PublishedTimetable>> timetables,
        Function<StayId, Optional<Stay>> stays,
        Function<StationId, Optional<Station>> stations) {

    Optional<Entry> find(Notice notice) {
        return switch (notice.about()) {
            case RegistrationId id ->
                registrations
                        .apply(id)
                        .flatMap(registration -> activities
                                .apply(registration.activity())
                                .map(activity -> new Entry.OfActivity(registration, activity)))
                        .flatMap(entry -> notice.kind().news() == News.MEETINGS ? meetings(entry) : Optional.of(entry));
            case StayId id ->
                stays.apply(id)
                        .flatMap(stay ->
                                stations.apply(stay.station()).map(station -> new Entry.OfStation(stay, station)));
            default ->
                throw new IllegalStateException(
                        "nothing is told about " + notice.about().value());
        };
    }

    private Optional<Entry> meetings(Entry.OfActivity own) {
        return timetables
                .apply(own.activity().id())
                .map(timetable -> new Entry.OfMeetings(own, timetable, registrations));
    }
}
