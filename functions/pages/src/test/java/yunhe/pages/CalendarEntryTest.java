package yunhe.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Status;
import yunhe.core.shared.Language;

class CalendarEntryTest {
    private static final String MANAGE_URL = "https://yunhe.example.org/m/reg_x?token=t";
    private static final String FROM = "yunhe <no-reply@example.org>";

    private final Activity mixer = Samples.mixer();

    @Test
    void the_download_says_what_when_and_where_and_names_nobody() {
        var registration = Samples.registration(mixer, Status.CONFIRMED);
        var file = CalendarEntry.publish(mixer, registration, Language.EN, MANAGE_URL, Samples.BASE_URL);
        var event = read(file).getEvents().getFirst();
        assertEquals("Meet at the South End", event.getSummary().getValue());
        assertEquals(Date.from(mixer.times().startsAt()), event.getDateStart().getValue());
        assertEquals(Date.from(mixer.times().endsAt()), event.getDateEnd().getValue());
        assertEquals("运河文化艺术中心 三层露台, 拱墅区台州路 2 号", event.getLocation().getValue());
        assertEquals(MANAGE_URL, event.getUrl().getValue());
        assertTrue(event.getDescription().getValue().contains(MANAGE_URL));
        assertTrue(file.contains("METHOD:PUBLISH"));
        assertTrue(file.contains("DTSTART:20261205T060000Z"));
        assertFalse(file.contains("ATTENDEE"));
        assertFalse(file.contains("example.com"));
    }

    @Test
    void the_invitation_is_accepted_already_and_asks_for_no_answer() {
        var registration = Samples.registration(mixer, Status.CONFIRMED);
        var file = CalendarEntry.request(mixer, registration, Language.ZH, MANAGE_URL, Samples.BASE_URL, FROM);
        var event = read(file).getEvents().getFirst();
        var attendee = event.getAttendees().getFirst();
        assertTrue(file.contains("METHOD:REQUEST"));
        assertEquals("han@example.com", attendee.getEmail());
        assertFalse(attendee.getRsvp());
        assertEquals("ACCEPTED", attendee.getParticipationStatus().getValue());
        assertEquals("no-reply@example.org", event.getOrganizer().getEmail());
        assertEquals("yunhe", event.getOrganizer().getCommonName());
        assertEquals("运河南端遇见您", event.getSummary().getValue());
    }

    @Test
    void cancelling_names_the_same_entry_with_a_higher_sequence() {
        var confirmed = Samples.registration(mixer, Status.CONFIRMED);
        var moved = Samples.with(mixer, Activity.Phase.PUBLISHED, Optional.empty());
        var first = read(CalendarEntry.request(mixer, confirmed, Language.ZH, MANAGE_URL, Samples.BASE_URL, FROM));
        var file = CalendarEntry.cancel(moved, confirmed, Language.ZH, MANAGE_URL, Samples.BASE_URL, FROM);
        var second = read(file);
        assertTrue(file.contains("METHOD:CANCEL"));
        assertTrue(file.contains("STATUS:CANCELLED"));
        assertEquals(
                first.getEvents().getFirst().getUid().getValue(),
                second.getEvents().getFirst().getUid().getValue());
        assertTrue(second.getEvents().getFirst().getSequence().getValue()
                > first.getEvents().getFirst().getSequence().getValue());
    }

    @Test
    void the_same_facts_give_the_same_file() {
        var registration = Samples.registration(mixer, Status.CONFIRMED);
        assertEquals(
                CalendarEntry.request(mixer, registration, Language.ZH, MANAGE_URL, Samples.BASE_URL, FROM),
                CalendarEntry.request(mixer, registration, Language.ZH, MANAGE_URL, Samples.BASE_URL, FROM));
    }

    private static ICalendar read(String file) {
        var calendar = Biweekly.parse(file).first();
        assertNotNull(calendar);
        return calendar;
    }
}
