package yunhe.roadshow;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import yunhe.activities.OwnRegistration;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.person.Person;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.core.roadshow.Timetables;
import yunhe.pages.MeetingsCalendar;
import yunhe.web.Json;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;

/** {@code …/registrations/{rid}/meetings}: a participant's own meetings, once they are published. */
record MeetingsDoor(OwnRegistration own, Registrations registrations, Timetables timetables) {

    Reply get(Request request, PathParameters path) {
        var found = own.find(request, path);
        var zone = found.activity().times().zone();
        var body = Json.object();
        var items = body.putArray("items");
        published(found).ifPresent(timetable -> {
            for (var meeting : timetable.meetingsOf(found.registration().id())) {
                var slot = timetable.slot(meeting);
                var other = other(meeting, found.registration().id());
                items.addObject()
                        .put("slot", meeting.slot())
                        .put("startsAt", Json.instant(slot.startsAt(), zone))
                        .put("endsAt", Json.instant(slot.endsAt(), zone))
                        .put("table", meeting.table())
                        .putObject("with")
                        .put("id", other.value())
                        .put("organisation", organisation(other));
            }
        });
        return Reply.json(200, body.putNull("next"));
    }

    /** All of them as one file for a calendar; what no longer takes place is taken out of it again. */
    Reply calendar(Request request, PathParameters path) {
        var found = own.find(request, path);
        var registration = found.registration();
        var timetable = published(found)
                .orElseThrow(() -> Problem.of(Refusal.REGISTRATION_STATE).exception());
        var organisations = new HashMap<RegistrationId, String>();
        for (var entry : timetable.entriesOf(registration.id())) {
            var other = other(entry.meeting(), registration.id());
            organisations.computeIfAbsent(other, this::organisation);
        }
        var language = request.query("lang").isPresent() ? request.language() : registration.language();
        var manageUrl = own.links().base(request) + own.links().managePath(registration.id());
        var file =
                MeetingsCalendar.publish(found.activity(), registration, timetable, organisations, language, manageUrl);
        return Reply.text(200, "text/calendar; charset=utf-8; method=PUBLISH", file)
                .withHeader("content-disposition", "attachment; filename=\"meetings.ics\"");
    }

    /** Empty as well for someone who has no place any more. */
    private Optional<PublishedTimetable> published(OwnRegistration.Found found) {
        return List.of(Status.CONFIRMED, Status.PENDING)
                        .contains(found.registration().status())
                ? timetables.published(found.activity().id())
                : Optional.empty();
    }

    private String organisation(RegistrationId id) {
        return registrations
                .find(id)
                .map(Registration::person)
                .flatMap(Person::organisation)
                .orElse("");
    }

    private static RegistrationId other(Meeting meeting, RegistrationId own) {
        var pair = meeting.pair();
        return pair.project().equals(own) ? pair.investor() : pair.project();
    }
}
