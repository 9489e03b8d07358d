package yunhe.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Status;
import yunhe.core.lodging.Applicant;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayHistory;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.StayPolicy;
import yunhe.core.lodging.StayStatus;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;

class CalendarEntryTest {
    private static final String MANAGE_URL = "https://yunhe.example.org/m/reg_x?token=t";
    private static final String FROM = "yunhe <no-reply@example.org>";

    private static final Station STATION = new Station(
            StationId.parse("stn_AAAAAAAAAAE").orElseThrow(),
            new StationDetails(
                    new Bilingual("青荷驿站 · 运河站", "Qinghe Station by the Canal"),
                    "拱墅区小河路 88 号",
                    ZoneId.of("Asia/Shanghai"),
                    LocalTime.of(14, 0),
                    LocalTime.of(12, 0),
                    LocalTime.of(22, 0),
                    List.of(new RoomType("single", new Bilingual("单人间", "Single room"), 5, RoomType.For.ANY)),
                    StayPolicy.DEFAULT,
                    List.of()),
            1,
            6,
            Samples.NOW);

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
    void a_stay_lasts_from_check_in_to_check_out_at_the_station() {
        var stay = stay(StayHistory.NONE.confirmed(Samples.NOW), 1);
        var file = CalendarEntry.request(STATION, stay, Language.EN, MANAGE_URL, Samples.BASE_URL, FROM);
        var event = read(file).getEvents().getFirst();
        assertTrue(file.contains("METHOD:REQUEST"));
        assertTrue(file.contains("DTSTART:20261201T060000Z"));
        assertTrue(file.contains("DTEND:20261204T040000Z"));
        assertEquals("Stay at Qinghe Station by the Canal", event.getSummary().getValue());
        assertEquals(
                "Qinghe Station by the Canal, 拱墅区小河路 88 号", event.getLocation().getValue());
        var description = event.getDescription().getValue();
        assertTrue(description.startsWith("Single room\nPlease arrive before Tuesday, 1 December, 22:00"), description);
        assertTrue(description.contains(MANAGE_URL), description);
        assertTrue(description.contains("https://yunhe.example.org/s/" + STATION.id()), description);
        assertFalse(description.contains("/g/"), description);
        assertEquals("han@example.com", event.getAttendees().getFirst().getEmail());
    }

    @Test
    void a_stay_that_is_cancelled_names_the_same_entry_with_a_higher_sequence() {
        var first = stay(StayHistory.NONE.confirmed(Samples.NOW), 1);
        var second = stay(StayHistory.NONE.confirmed(Samples.NOW), 2);
        var request = read(CalendarEntry.request(STATION, first, Language.ZH, MANAGE_URL, Samples.BASE_URL, FROM));
        var file = CalendarEntry.cancel(STATION, second, Language.ZH, MANAGE_URL, Samples.BASE_URL, FROM);
        var cancel = read(file);
        assertTrue(file.contains("METHOD:CANCEL"));
        assertTrue(file.contains("STATUS:CANCELLED"));
        assertEquals(
                request.getEvents().getFirst().getUid().getValue(),
                cancel.getEvents().getFirst().getUid().getValue());
        assertTrue(cancel.getEvents().getFirst().getSequence().getValue()
                > request.getEvents().getFirst().getSequence().getValue());
    }

    @Test
    void the_same_facts_give_the_same_file() {
        var registration = Samples.registration(mixer, Status.CONFIRMED);
        assertEquals(
                CalendarEntry.request(mixer, registration, Language.ZH, MANAGE_URL, Samples.BASE_URL, FROM),
                CalendarEntry.request(mixer, registration, Language.ZH, MANAGE_URL, Samples.BASE_URL, FROM));
    }

    private static Stay stay(StayHistory history, long version) {
        var arrive = LocalDate.of(2026, 12, 1);
        var person = new Person(
                "韩梅梅", Optional.of(new Email("han@example.com")), Optional.empty(), Optional.empty(), Optional.empty());
        return new Stay(
                new StayId(STATION.id(), arrive, 1, 2),
                "single",
                new Nights(arrive, arrive.plusDays(3)),
                StayStatus.CONFIRMED,
                new Applicant(
                        person,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Language.ZH),
                new Stay.Origin(Samples.NOW, "2026-11", Optional.empty(), STATION.terms(arrive), Samples.NOW),
                Optional.empty(),
                history,
                version);
    }

    private static ICalendar read(String file) {
        var calendar = Biweekly.parse(file).first();
        assertNotNull(calendar);
        return calendar;
    }
}
