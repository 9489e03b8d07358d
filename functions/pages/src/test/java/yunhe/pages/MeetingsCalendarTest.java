package yunhe.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Status;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.MeetingRules;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.core.roadshow.PublishedTimetable.Entry;
import yunhe.core.roadshow.Setting;
import yunhe.core.roadshow.Slot;
import yunhe.core.roadshow.TimetableId;
import yunhe.core.shared.Language;

class MeetingsCalendarTest {

    private static final String MANAGE_URL = "https://yunhe.example.org/m/reg_x?token=t";

    private final Activity activity = Samples.mixer();
    private final Registration own = Samples.registration(activity, Status.CONFIRMED, "own@example.com");
    private final Registration capital = Samples.registration(activity, Status.CONFIRMED, "capital@example.com");
    private final Registration ventures = Samples.registration(activity, Status.CONFIRMED, "ventures@example.com");

    @Test
    void each_meeting_says_when_at_which_table_and_with_whom_and_gives_nobodys_address() {
        var file = publish(own, Language.EN, entry(0, 3, capital, 1, false), entry(1, 0, ventures, 1, false));
        var events = events(file);

        assertTrue(file.contains("METHOD:PUBLISH"), file);
        assertEquals(2, events.size());
        var first = events.getFirst();
        assertEquals("Meeting: Sample Capital", first.getSummary().getValue());
        assertEquals("Table 4, 运河文化艺术中心 三层露台, 拱墅区台州路 2 号", first.getLocation().getValue());
        assertEquals(
                Date.from(activity.times().startsAt()), first.getDateStart().getValue());
        assertTrue(file.contains("DTSTART:20261205T060000Z"), file);
        assertTrue(file.contains("DTEND:20261205T061500Z"), file);
        assertEquals(MANAGE_URL, first.getUrl().getValue());
        assertTrue(first.getDescription().getValue().startsWith("Meet at the South End\n"), file);
        assertTrue(first.getDescription().getValue().contains(MANAGE_URL), file);
        assertFalse(file.contains("ATTENDEE"), file);
        assertFalse(file.contains("example.com"), file);
    }

    @Test
    void both_sides_of_a_table_have_an_event_of_their_own() {
        var entry = entry(0, 3, capital, 1, false);
        var ours = events(publish(own, Language.ZH, entry)).getFirst();
        var theirs = events(publish(capital, Language.ZH, entry)).getFirst();

        assertEquals(
                own.id().value() + "-" + capital.id().value() + "@yunhe",
                ours.getUid().getValue());
        assertEquals(
                capital.id().value() + "-" + own.id().value() + "@yunhe",
                theirs.getUid().getValue());
        assertEquals("对接洽谈：示例资本", ours.getSummary().getValue());
        assertEquals("4 号桌, 运河文化艺术中心 三层露台, 拱墅区台州路 2 号", ours.getLocation().getValue());
    }

    @Test
    void what_no_longer_takes_place_names_the_same_event_as_cancelled_with_a_higher_sequence() {
        var before = events(publish(own, Language.EN, entry(0, 3, capital, 1, false), entry(1, 0, ventures, 1, false)));
        var after = events(publish(own, Language.EN, entry(0, 3, capital, 3, true), entry(1, 0, ventures, 1, false)));

        assertEquals(uids(before), uids(after));
        assertEquals("CANCELLED", after.getFirst().getStatus().getValue());
        assertEquals(1, before.getFirst().getSequence().getValue());
        assertEquals(3, after.getFirst().getSequence().getValue());
        assertEquals("CONFIRMED", after.getLast().getStatus().getValue());
        assertEquals(1, after.getLast().getSequence().getValue());
    }

    @Test
    void whoever_is_not_known_any_more_is_somebody() {
        var stranger = Samples.registration(activity, Status.CANCELLED, "stranger@example.com");
        var file = publish(own, Language.EN, entry(0, 3, stranger, 2, true));

        assertEquals("Meeting", events(file).getFirst().getSummary().getValue());
    }

    @Test
    void other_peoples_meetings_are_nobodys_business() {
        var others = new Entry(new Meeting(0, 0, new Pair(ventures.id(), capital.id()), 50), 1, false);
        assertEquals(List.of(), events(publish(own, Language.EN, others)));
    }

    @Test
    void the_same_facts_give_the_same_file() {
        var entry = entry(0, 3, capital, 1, false);
        assertEquals(publish(own, Language.ZH, entry), publish(own, Language.ZH, entry));
    }

    private String publish(Registration whose, Language language, Entry... entries) {
        var names = language == Language.ZH
                ? Map.of(capital.id(), "示例资本", ventures.id(), "样本创投", own.id(), "示例科技")
                : Map.of(capital.id(), "Sample Capital", ventures.id(), "Sample Ventures", own.id(), "Sample Robots");
        var first = activity.times().startsAt();
        var setting = new Setting(
                List.of(slot(first), slot(first.plus(Duration.ofMinutes(15)))),
                new MeetingRules(2, 5, 6, 0),
                Set.of(),
                Set.of());
        var timetable = new PublishedTimetable(
                activity.id(),
                new TimetableId("tt_0123456789ab-01234567"),
                Samples.NOW,
                setting,
                List.of(entries),
                Map.of(),
                3);
        return MeetingsCalendar.publish(activity, whose, timetable, names, language, MANAGE_URL);
    }

    private static Slot slot(Instant starts) {
        return new Slot(starts, starts.plus(Duration.ofMinutes(15)));
    }

    private Entry entry(int slot, int table, Registration other, int since, boolean withdrawn) {
        return new Entry(new Meeting(slot, table, new Pair(own.id(), other.id()), 50), since, withdrawn);
    }

    private static List<VEvent> events(String file) {
        return Biweekly.parse(file).first().getEvents();
    }

    private static List<String> uids(List<VEvent> events) {
        return events.stream().map(event -> event.getUid().getValue()).toList();
    }
}
