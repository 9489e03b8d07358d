package yunhe.dynamo.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Activities.Action;
import yunhe.core.activity.Status;
import yunhe.core.agenda.Tasks;
import yunhe.core.roadshow.RunningOrder;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;
import yunhe.testkit.EmbeddedStore;

final class KeepTimetableTest {

    private static EmbeddedStore store;

    private Show show;

    @BeforeAll
    static void open() {
        store = EmbeddedStore.start();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void begin() {
        show = new Show(store);
    }

    @Test
    void without_a_timetable_there_is_nothing_to_keep_and_no_task_stays() {
        var project = show.project(1);
        show.cancel(project);
        assertFalse(show.meetTasks().isEmpty());
        show.tick(show.client());

        assertEquals(List.of(), show.meetTasks());
        assertEquals(Optional.empty(), show.keep(show.client()).repaired(show.activity()));
    }

    @Test
    void every_coming_and_going_is_a_task_of_its_own_also_in_one_second() {
        var project = show.project(1);
        var pending = show.registrations
                .change(project, Changed.to(project, Status.PENDING))
                .orElseThrow();
        var rejected = Changed.decided(show, pending, Status.REJECTED);
        var confirmed = Changed.decided(show, Changed.reopened(show, rejected), Status.CONFIRMED);
        show.cancel(confirmed);
        show.project(1);

        assertEquals(5, show.meetTasks().size(), "came, rejected, approved, cancelled, came again");
    }

    @Test
    void nobody_is_told_of_meetings_after_the_end() {
        var project = show.project(1);
        show.investor(1);
        show.publish(show.client(), show.draft());
        show.clock.moveTo(show.activity().times().endsAt());
        show.tick(show.client());

        assertEquals(List.of(), List.copyOf(show.noted.of(project.id())));
        assertEquals(Optional.empty(), show.keep(show.client()).current(show.activity()));
    }

    @Test
    void whoever_never_came_leaves_no_task_when_all_is_over() {
        var project = show.project(1);
        show.tick(show.client());
        show.clock.moveTo(show.activity().times().endsAt().plus(Tasks.NO_SHOW_AFTER_END));
        var noShow = show.registrations.end(project, Status.NO_SHOW, show.clock.instant());

        assertEquals(Status.NO_SHOW, noShow.status());
        assertEquals(List.of(), show.meetTasks());
    }

    @Test
    void whoever_came_after_it_began_is_given_what_has_not_begun() {
        show.project(1);
        show.publish();
        show.clock.moveTo(Show.SLOTS.getFirst().startsAt());
        var investor = show.investor(1);
        show.tick(show.client());

        assertEquals(
                List.of(1),
                show.published().meetingsOf(investor.id()).stream()
                        .map(meeting -> meeting.slot())
                        .toList());
        show.assertInOrder();
    }

    @Test
    void what_is_planned_is_kept_as_long_as_a_later_day_asks_for() {
        var project = show.project(1);
        show.wishes.put(project.id(), List.of(), show.deleteAt());
        show.publish();
        show.timetables.put(
                new RunningOrder(show.id, List.of(project.id()), Duration.ofMinutes(8)),
                show.deleteAt(),
                show.audit(Action.RUNNING_ORDER_SET));
        var moved = Changed.moved(show, Duration.ofDays(400));
        show.tick(show.client());
        // A repair afterwards does not shorten it either.
        show.project(2);
        show.tick(show.client());

        long then = moved.times().endsAt().plus(Show.RETENTION).getEpochSecond();
        assertEquals(then, expiresAt(ActivityKeys.publishedTimetable(show.id)));
        assertEquals(then, expiresAt(ActivityKeys.runningOrder(show.id)));
        assertEquals(then, expiresAt(ActivityKeys.wishes(project.id())));
        assertEquals(2, show.published().revision());
    }

    private long expiresAt(Key key) {
        return Attributes.of(store.client()
                        .getItem(it -> it.tableName(show.table).key(key.attributes()))
                        .item())
                .number("expiresAt");
    }
}
