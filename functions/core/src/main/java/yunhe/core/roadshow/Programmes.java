package yunhe.core.roadshow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.person.Person;
import yunhe.core.profile.Profile;

/** The programme of a roadshow's pitches, one after the other from its start on. */
public record Programmes(Timetables timetables, Registrations registrations) {

    /** Empty as long as no running order is set. Whoever has no place any more does not pitch: the next one follows. */
    public Optional<Programme> of(Activity roadshow) {
        return timetables.runningOrder(roadshow.id()).map(order -> {
            var pitches = new ArrayList<Pitch>();
            var startsAt = roadshow.times().startsAt();
            for (var id : order.projects()) {
                var project = project(roadshow.id(), id);
                if (project.isPresent()) {
                    pitches.add(pitch(project.get(), pitches.size() + 1, startsAt, order.each()));
                    startsAt = startsAt.plus(order.each());
                }
            }
            var headline = roadshow.details().headline();
            return new Programme(
                    headline.title(),
                    headline.venue(),
                    roadshow.times().zone(),
                    roadshow.times().startsAt(),
                    pitches);
        });
    }

    /** A confirmed project of this roadshow. */
    public Optional<Registration> project(ActivityId roadshow, RegistrationId id) {
        return Optional.of(id)
                .filter(it -> it.activity().equals(roadshow))
                .flatMap(registrations::find)
                .filter(it -> it.status() == Status.CONFIRMED)
                .filter(it ->
                        it.profile().filter(Profile.Project.class::isInstance).isPresent());
    }

    private static Pitch pitch(Registration registration, int position, Instant startsAt, Duration each) {
        var project = registration.profile().map(Profile.Project.class::cast).orElseThrow();
        return new Pitch(
                position,
                registration.id(),
                organisation(registration.person()),
                project.sectors(),
                project.stage(),
                project.pitch(),
                startsAt,
                each);
    }

    private static String organisation(Person person) {
        return person.organisation().orElse(person.name());
    }
}
