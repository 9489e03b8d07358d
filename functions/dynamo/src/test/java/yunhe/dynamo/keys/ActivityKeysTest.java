package yunhe.dynamo.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;
import yunhe.core.agenda.Task;
import yunhe.core.agenda.Tasks;

/** Stored keys never change by accident. */
class ActivityKeysTest {

    private static final ActivityId ROADSHOW =
            ActivityId.parse("show_AAAAAAAAAAE").orElseThrow();
    private static final String REGISTRATION = "reg_AQAAAAAAAAABYqiEuSEZ2hmy6DJdl4AAB";
    private static final Instant NOON = Instant.parse("2026-12-05T04:00:00.250Z");

    @Test
    void a_task_about_meetings_lies_in_its_hour_under_its_cause() {
        assertEquals(
                new Key("due#2026-12-05T04", "2026-12-05T04:00:00Z#show_AAAAAAAAAAE#meet#" + REGISTRATION + "#3"),
                ActivityKeys.task(Tasks.meet(ROADSHOW, REGISTRATION + "#3", NOON)));
        assertEquals(
                new Key("due#2026-12-05T04", "2026-12-05T04:00:00Z#show_AAAAAAAAAAE#meet#tt_000000000001-00000002"),
                ActivityKeys.task(Tasks.meet(ROADSHOW, "tt_000000000001-00000002", NOON)));
    }

    @Test
    void what_is_due_by_now_is_found_whatever_its_cause() {
        var task = ActivityKeys.task(Tasks.meet(ROADSHOW, "~~~", NOON)).sk();

        assertTrue(task.compareTo(ActivityKeys.dueUntil(NOON)) < 0);
        assertTrue(task.compareTo(ActivityKeys.dueUntil(NOON.minusSeconds(1))) > 0);
    }

    @Test
    void every_other_task_lies_under_its_work() {
        var at = Instant.parse("2026-12-05T04:00:00Z");
        assertEquals(
                new Key("due#2026-12-05T04", "2026-12-05T04:00:00Z#show_AAAAAAAAAAE#announce#7"),
                ActivityKeys.task(Task.at(at, ROADSHOW, new Task.Work.Announce(7))));
        assertEquals(
                new Key("due#2026-12-05T04", "2026-12-05T04:00:00Z#show_AAAAAAAAAAE#move-up#investor"),
                ActivityKeys.task(Task.at(at, ROADSHOW, new Task.Work.MoveUp("investor"))));
    }

    @Test
    void everybodys_wishes_lie_in_one_partition_by_registration() {
        var id = RegistrationId.parse("reg_ALsa1XMZuJzYqiEuSEZ2hmy6DJdl4AAB").orElseThrow();

        assertEquals("show_AAAAAAAAAAE#wishes", ActivityKeys.wishes(ROADSHOW));
        assertEquals(new Key(id.activity() + "#wishes", id.value()), ActivityKeys.wishes(id));
    }

    @Test
    void all_that_is_planned_for_a_roadshow_lies_in_one_partition() {
        assertEquals(
                new Key("show_AAAAAAAAAAE#timetable", "tt_000000000001-00000002"),
                ActivityKeys.timetable(ROADSHOW, "tt_000000000001-00000002"));
        assertEquals(new Key("show_AAAAAAAAAAE#timetable", "published"), ActivityKeys.publishedTimetable(ROADSHOW));
        assertEquals(new Key("show_AAAAAAAAAAE#timetable", "running-order"), ActivityKeys.runningOrder(ROADSHOW));
    }
}
