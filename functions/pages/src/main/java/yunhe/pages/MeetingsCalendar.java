package yunhe.pages;

import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Status;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.core.shared.Language;

/**
 * One person's meetings at a roadshow as a calendar file with an event for each (RFC 5545). Two people's event keeps
 * its {@code UID} whatever becomes of it, and its {@code SEQUENCE} is the revision that last changed it. What no longer
 * takes place is in it as cancelled, because calendars take nothing out that a file merely leaves out. The same facts
 * give the same file.
 */
public final class MeetingsCalendar {

    private MeetingsCalendar() {}

    /**
     * For a mail and for downloading: {@code METHOD:PUBLISH}, without anyone's address. A calendar without events for
     * someone who never had a meeting.
     *
     * @param organisations of those across the table; who is not among them is somebody
     * @param manageUrl the person's own page
     */
    public static String publish(
            Activity activity,
            Registration own,
            PublishedTimetable timetable,
            Map<RegistrationId, String> organisations,
            Language language,
            String manageUrl) {
        var texts = PageTexts.in(language);
        var title = activity.details().headline().title().in(language);
        var description = title + "\n" + texts.get("calendar.manage", manageUrl);
        return CalendarEntry.write(
                Method.publish(),
                timetable.entriesOf(own.id()).stream()
                        .map(entry -> {
                            var other = entry.meeting().pair().other(own.id());
                            var event = event(timetable, entry);
                            event.setUid(own.id().value() + "-" + other.value() + "@yunhe");
                            event.setSummary(Optional.ofNullable(organisations.get(other))
                                    .map(organisation -> texts.get("calendar.meeting", organisation))
                                    .orElseGet(() -> texts.get("calendar.meeting.somebody")));
                            event.setLocation(place(activity, entry.meeting(), texts));
                            event.setDescription(description);
                            event.setUrl(manageUrl);
                            return event;
                        })
                        .toList());
    }

    private static VEvent event(PublishedTimetable timetable, PublishedTimetable.Entry entry) {
        var slot = timetable.slot(entry.meeting());
        var event = new VEvent();
        event.setSequence(entry.since());
        event.setDateTimeStamp(Date.from(timetable.publishedAt()));
        event.setDateStart(Date.from(slot.startsAt()));
        event.setDateEnd(Date.from(slot.endsAt()));
        event.setStatus(entry.withdrawn() ? Status.cancelled() : Status.confirmed());
        return event;
    }

    /** The table first: whoever looks is in the building already. People count from 1. */
    private static String place(Activity activity, Meeting meeting, PageTexts texts) {
        var table = texts.get("calendar.table", meeting.table() + 1);
        return activity.details()
                .headline()
                .venue()
                .map(CalendarEntry::location)
                .filter(venue -> !venue.isBlank())
                .map(venue -> table + ", " + venue)
                .orElse(table);
    }
}
