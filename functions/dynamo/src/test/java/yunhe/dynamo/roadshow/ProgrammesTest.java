package yunhe.dynamo.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Activities.Action;
import yunhe.core.activity.Registration;
import yunhe.core.roadshow.Pitch;
import yunhe.core.roadshow.Programmes;
import yunhe.core.roadshow.RunningOrder;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Samples;

final class ProgrammesTest {

    private static EmbeddedStore store;

    private Show show;
    private Programmes programmes;

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
        programmes = new Programmes(show.timetables, show.registrations);
    }

    @Test
    void without_a_running_order_there_is_no_programme() {
        assertEquals(Optional.empty(), programmes.of(show.activity()));
    }

    @Test
    void projects_pitch_one_after_the_other_from_the_start_on() {
        var first = show.project(2);
        var second = show.project(1);
        order(first, second);

        assertEquals(
                List.of(first.id(), second.id()),
                pitches().stream().map(Pitch::id).toList());
        assertEquals(
                List.of(Samples.START, Samples.START.plus(Duration.ofMinutes(8))),
                pitches().stream().map(Pitch::startsAt).toList());
    }

    @Test
    void whoever_has_cancelled_does_not_pitch_and_the_next_one_follows() {
        var first = show.project(1);
        var second = show.project(2);
        order(first, second);
        show.cancel(first);
        // Another registration of the same person is not in the order.
        show.project(1);

        var pitch = pitches().getFirst();
        assertEquals(List.of(second.id()), pitches().stream().map(Pitch::id).toList());
        assertEquals(1, pitch.position());
        assertEquals(Samples.START, pitch.startsAt());
    }

    @Test
    void the_order_moves_with_the_roadshow() {
        order(show.project(1));
        var later = Duration.ofDays(1);
        Changed.moved(show, later);

        assertEquals(Samples.START.plus(later), pitches().getFirst().startsAt());
    }

    @Test
    void only_a_confirmed_project_of_this_roadshow_can_be_in_it() {
        var project = show.project(1);
        var elsewhere = new Show(store).project(1);

        assertTrue(programmes.project(show.id, project.id()).isPresent());
        assertTrue(programmes.project(show.id, show.investor(1).id()).isEmpty());
        assertTrue(programmes.project(show.id, elsewhere.id()).isEmpty());
        show.cancel(project);
        assertTrue(programmes.project(show.id, project.id()).isEmpty());
    }

    private void order(Registration... projects) {
        var ids = List.of(projects).stream().map(Registration::id).toList();
        show.timetables.put(
                new RunningOrder(show.id, ids, Duration.ofMinutes(8)),
                show.deleteAt(),
                show.audit(Action.RUNNING_ORDER_SET));
    }

    private List<Pitch> pitches() {
        return programmes.of(show.activity()).orElseThrow().pitches();
    }
}
