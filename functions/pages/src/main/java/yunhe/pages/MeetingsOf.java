package yunhe.pages;

import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.core.roadshow.Timetables;
import yunhe.core.roadshow.Wishes;

/** Finds what a participant's page says about its meetings. */
public record MeetingsOf(Registrations registrations, Wishes wishes, Timetables timetables) {

    public OwnMeetings find(Registration registration) {
        if (registration.profile().isEmpty() || !takesPart(registration)) {
            return new OwnMeetings.None();
        }
        return timetables
                .published(registration.activity())
                .<OwnMeetings>map(timetable -> published(timetable, registration.id()))
                .orElseGet(() -> registration.status() == Status.CONFIRMED
                        ? new OwnMeetings.Wishing(wishes.of(registration.id()).size())
                        : new OwnMeetings.None());
    }

    /** Also while a change of someone who was confirmed is looked at: the meetings stay as they are. */
    private static boolean takesPart(Registration registration) {
        return switch (registration.status()) {
            case CONFIRMED -> true;
            case PENDING -> registration.history().confirmedAt().isPresent();
            case WAITLISTED, OFFERED, REJECTED, CANCELLED, EXPIRED, NO_SHOW -> false;
        };
    }

    private OwnMeetings published(PublishedTimetable timetable, RegistrationId self) {
        return new OwnMeetings.Published(timetable.meetingsOf(self).stream()
                .map(meeting -> new OwnMeetings.Appointment(
                        timetable.slot(meeting), meeting.table(), organisation(meeting, self)))
                .toList());
    }

    private String organisation(Meeting meeting, RegistrationId self) {
        return registrations
                .find(meeting.pair().other(self))
                .flatMap(registration -> registration.person().organisation())
                .orElse("");
    }
}
