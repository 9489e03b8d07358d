package yunhe.dynamo.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yunhe.core.roadshow.MakeTimetable;
import yunhe.core.shared.StoreUnavailable;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Faults;

/** Whoever publishes a timetable, or keeps it, dies at each call to the store, before it takes effect and after. */
final class TimetableFaultsTest {

    /** More calls than any of this makes: a loop that ends here has missed its end. */
    private static final int CALLS_MAX = 400;

    private static EmbeddedStore store;

    @BeforeAll
    static void open() {
        store = EmbeddedStore.start();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_publication_that_died_is_made_up_for_by_its_repetition(Faults.When when) {
        int calls = eachCallDies(when, (show, faults) -> {
            var draft = show.draft();
            try {
                show.publish(faults.client(), draft);
            } catch (StoreUnavailable unanswered) {
                assertInstanceOf(MakeTimetable.Published.class, show.publish(show.client(), draft));
            }
            show.tick(show.client());
        });
        assertTrue(calls > 5, "looked at, read who is there, written");
    }

    @ParameterizedTest
    @EnumSource
    void everybody_is_told_once_of_a_publication_whoever_dies_while_they_are(Faults.When when) {
        int calls = eachCallDies(when, (show, faults) -> {
            show.publish(show.client(), show.draft());
            tickTwice(show, faults);
        });
        assertTrue(calls > 10, "looked who is there, told everyone, done with");
    }

    @ParameterizedTest
    @EnumSource
    void a_repair_happens_once_and_is_told_once_whoever_dies_during_it(Faults.When when) {
        int calls = eachCallDies(when, (show, faults) -> {
            var leaving = show.project(3);
            show.publish();
            show.cancel(leaving);
            show.investor(3);
            tickTwice(show, faults);
            assertEquals(List.of(1), List.copyOf(show.noted.of(leaving.id())), "not after they have gone");
            assertEquals(2, show.published().revision());
        });
        assertTrue(calls > 10, "looked who is there, repaired, told everyone, done with");
    }

    @Test
    void somebody_who_runs_out_of_time_leaves_the_rest_to_the_next() {
        var show = show();
        show.publish(show.client(), show.draft());
        for (int runs = 0; !show.meetTasks().isEmpty(); runs++) {
            show.tick(show.client(), 1);
            assertTrue(runs < 20, "no end");
        }
        show.assertInOrder();
    }

    private static void tickTwice(Show show, Faults faults) {
        try {
            show.tick(faults.client());
        } catch (StoreUnavailable | IllegalStateException died) {
            show.tick(show.client());
        }
    }

    /** Returns how many calls could fail. */
    private static int eachCallDies(Faults.When when, Act act) {
        for (int call = 1; call < CALLS_MAX; call++) {
            var show = show();
            var faults = Faults.in(show.client());
            faults.failCall(call, when);
            act.on(show, faults);
            assertEquals(List.of(), show.faults(), "call " + call);
            if (faults.takeBack()) {
                return call - 1;
            }
        }
        throw new AssertionError("no end");
    }

    private static Show show() {
        var show = new Show(store);
        show.project(1);
        show.project(2);
        show.investor(1);
        show.investor(2);
        show.tick(show.client());
        return show;
    }

    private interface Act {
        void on(Show show, Faults faults);
    }
}
