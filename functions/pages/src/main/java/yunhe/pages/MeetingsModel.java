package yunhe.pages;

import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.profile.Profile;
import yunhe.core.profile.Profile.Side;

/**
 * What the part of the manage page that is about meetings is given.
 *
 * @param wishing how many wishes there are, while the timetable is not published
 * @param lines the meetings, once it is
 * @param directory the path of the page where one finds the other side
 * @param calendar the path of the meetings as a file for a calendar
 */
record MeetingsModel(
        Frame frame,
        Side side,
        Optional<String> wishing,
        List<Line> lines,
        Optional<String> zoneNote,
        String directory,
        String calendar) {

    /** @param day where it is not the activity's first */
    record Line(Optional<String> day, String span, String organisation, String table) {}

    /** Empty when there is nothing to say. */
    static Optional<MeetingsModel> of(
            OwnMeetings meetings, Activity activity, Registration registration, String token, Frame frame) {
        var when = new When(frame.language(), activity.times().zone());
        var id = registration.id();
        return registration
                .profile()
                .map(Profile::side)
                .filter(side -> activity.phase() == Activity.Phase.PUBLISHED)
                .filter(side -> !(meetings instanceof OwnMeetings.None))
                .map(side -> new MeetingsModel(
                        frame,
                        side,
                        wishing(meetings, frame.texts()),
                        lines(meetings, activity, when, frame.texts()),
                        when.zoneNote(activity.times()),
                        DirectoryPage.path(id, token),
                        activity.id().path() + "/registrations/" + id + "/meetings.ics?token=" + token));
    }

    private static Optional<String> wishing(OwnMeetings meetings, PageTexts texts) {
        return switch (meetings) {
            case OwnMeetings.Wishing(int wished) ->
                Optional.of(wished == 0 ? texts.get("meetings.wished.none") : texts.count("meetings.wished", wished));
            case OwnMeetings.None none -> Optional.empty();
            case OwnMeetings.Published published -> Optional.empty();
        };
    }

    private static List<Line> lines(OwnMeetings meetings, Activity activity, When when, PageTexts texts) {
        return switch (meetings) {
            case OwnMeetings.Published(var appointments) ->
                appointments.stream()
                        .map(appointment -> line(appointment, activity, when, texts))
                        .toList();
            case OwnMeetings.None none -> List.of();
            case OwnMeetings.Wishing wishing -> List.of();
        };
    }

    private static Line line(OwnMeetings.Appointment appointment, Activity activity, When when, PageTexts texts) {
        var slot = appointment.slot();
        var day = when.dayOf(slot.startsAt());
        return new Line(
                Optional.of(day)
                        .filter(it -> !it.equals(when.dayOf(activity.times().startsAt())))
                        .map(when::day),
                when.span(slot.startsAt(), slot.endsAt()),
                appointment.organisation(),
                // Whoever looks for a table begins to count at one.
                texts.get("meetings.table", appointment.table() + 1));
    }

    String findOthers() {
        return frame.t("meetings.find." + side.group());
    }
}
