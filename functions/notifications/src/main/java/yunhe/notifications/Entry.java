package yunhe.notifications;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.notice.Notice;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.notifications.message.ActivityOccasion;
import yunhe.notifications.message.MeetingsOccasion;
import yunhe.notifications.message.Occasion;
import yunhe.notifications.message.StayOccasion;

/** What a notice is about, together with what that belongs to, as both were when they were read. */
sealed interface Entry {

    /** Why the notice is not told; empty when it is. */
    Optional<String> objection(Notice notice, Instant now);

    /** @param earlier what the person was told, or may have been, where the message {@link Occasion#looksBack} */
    Occasion occasion(Notice notice, List<Notice> earlier, Instant now);

    record OfActivity(Registration registration, Activity activity) implements Entry {

        @Override
        public Optional<String> objection(Notice notice, Instant now) {
            return StillTrue.objection(notice, registration, activity, now);
        }

        @Override
        public ActivityOccasion occasion(Notice notice, List<Notice> earlier, Instant now) {
            return new ActivityOccasion(notice, registration, activity, isInvited(earlier), now);
        }
    }

    record OfStation(Stay stay, Station station) implements Entry {

        @Override
        public Optional<String> objection(Notice notice, Instant now) {
            return StayStillTrue.objection(notice, stay, station, now);
        }

        @Override
        public Occasion occasion(Notice notice, List<Notice> earlier, Instant now) {
            return new StayOccasion(notice, stay, station, isInvited(earlier), now);
        }
    }

    /** @param others finds those across the table, when they are to be named */
    record OfMeetings(
            OfActivity own, PublishedTimetable timetable, Function<RegistrationId, Optional<Registration>> others)
            implements Entry {

        @Override
        public Optional<String> objection(Notice notice, Instant now) {
            return StillTrue.objection(notice, own.registration(), own.activity(), timetable, now);
        }

        @Override
        public Occasion occasion(Notice notice, List<Notice> earlier, Instant now) {
            int known = earlier.stream()
                    .filter(told -> told.kind() == notice.kind() && told.version() < notice.version())
                    .mapToInt(told -> Math.toIntExact(told.version()))
                    .max()
                    .orElse(0);
            return new MeetingsOccasion(own.occasion(notice, List.of(), now), timetable, organisations(), known);
        }

        private Map<RegistrationId, String> organisations() {
            var id = own.registration().id();
            var organisations = new HashMap<RegistrationId, String>();
            for (var entry : timetable.entriesOf(id)) {
                var other = entry.meeting().pair().other(id);
                others.apply(other)
                        .flatMap(found -> found.person().organisation())
                        .ifPresent(organisation -> organisations.put(other, organisation));
            }
            return organisations;
        }
    }

    /** Whether the person's calendar may hold an entry from us. */
    private static boolean isInvited(List<Notice> earlier) {
        return earlier.stream().map(Notice::kind).anyMatch(Occasion::invites);
    }
}
