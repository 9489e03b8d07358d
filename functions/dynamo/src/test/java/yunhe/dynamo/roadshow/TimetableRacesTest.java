package yunhe.dynamo.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.profile.Profile.Side;
import yunhe.core.roadshow.MakeTimetable;
import yunhe.core.roadshow.Meeting;
import yunhe.testkit.AtOnce;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Sabotage;

/** Somebody comes or goes at each moment of a publication and of what follows from it. */
final class TimetableRacesTest {

    private static final int ROUNDS = 25;

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

    @Test
    void whoever_cancels_at_any_moment_of_a_publication_is_not_in_the_timetable_in_the_end() {
        assertEquals(List.of(), atAnyMoment(TimetableRacesTest::cancelled, client -> client));
    }

    @Test
    void control_without_the_task_that_a_cancellation_leaves_someone_stays_in_it() {
        var faults = atAnyMoment(TimetableRacesTest::cancelled, TimetableRacesTest::withoutMeetTask);
        assertFalse(faults.isEmpty(), "nobody is in it who is gone, although nobody looks");
    }

    @Test
    void whoever_comes_at_any_moment_of_a_publication_takes_part_in_the_end_and_is_told() {
        assertEquals(List.of(), atAnyMoment(TimetableRacesTest::came, client -> client));
    }

    @Test
    void control_without_the_task_that_a_sign_up_leaves_someone_is_forgotten() {
        assertFalse(atAnyMoment(TimetableRacesTest::came, TimetableRacesTest::withoutMeetTask)
                .isEmpty());
    }

    @Test
    void whatever_is_done_twice_at_any_moment_of_a_publication_is_told_once() {
        assertEquals(List.of(), atAnyMoment((show, client) -> show.tick(client), client -> client));
    }

    @Test
    void a_cancellation_and_a_publication_at_once_leave_nobody_in_it_who_is_gone() {
        for (int round = 0; round < ROUNDS; round++) {
            var show = new Show(store);
            var leaving = show.project(1);
            show.project(2);
            show.investor(1);
            show.investor(2);
            var draft = show.draft();
            AtOnce.<Object>run(2, who -> {
                if (who == 0) {
                    show.cancel(leaving);
                } else {
                    show.publish(show.client(), draft);
                }
                show.tick(show.client());
                return who;
            });
            show.tick(show.client());
            show.assertInOrder();
            assertEquals(List.of(), show.published().meetingsOf(leaving.id()));
        }
    }

    @Test
    void of_two_drafts_that_are_published_at_once_one_is() {
        for (int round = 0; round < ROUNDS; round++) {
            var show = new Show(store);
            show.project(1);
            show.investor(1);
            var drafts = List.of(show.draft(), show.draft());
            var outcomes = AtOnce.run(2, who -> show.publish(show.client(), drafts.get(who)));

            var won = outcomes.stream()
                    .filter(MakeTimetable.Published.class::isInstance)
                    .toList();
            assertEquals(1, won.size(), () -> outcomes.toString());
            var published = assertInstanceOf(MakeTimetable.Published.class, won.getFirst());
            assertEquals(show.published(), published.timetable());
            show.tick(show.client());
            show.assertInOrder();
        }
    }

    @Test
    void one_draft_that_is_published_again_at_any_moment_is_published_once_and_both_are_told_so() {
        for (int call = 1; call < CALLS_MAX; call++) {
            var show = new Show(store);
            show.project(1);
            show.investor(1);
            var draft = show.draft();
            var meanwhile = new Meanwhile(show.client(), call, () -> show.publish(show.client(), draft));
            var second = show.publish(meanwhile.client(), draft);
            assertEquals(new MakeTimetable.Published(show.published()), second, "call " + call);
            if (!meanwhile.hasHappened()) {
                return;
            }
        }
        throw new AssertionError("no end");
    }

    @Test
    void control_without_the_condition_both_are() {
        var show = new Show(store);
        show.project(1);
        show.investor(1);
        var drafts = List.of(show.draft(), show.draft());
        var sabotage = Sabotage.without(DynamoTimetables.NOT_PUBLISHED, show.client());
        // When the second has looked whether one is published, and reads who is there.
        var meanwhile = new Meanwhile(sabotage.client(), 3, () -> show.publish(show.client(), drafts.getFirst()));
        var second = show.publish(meanwhile.client(), drafts.getLast());

        assertTrue(meanwhile.hasHappened());
        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertInstanceOf(MakeTimetable.Published.class, second);
        assertEquals(drafts.getLast(), show.published().draft(), "it has taken the place of the first");
    }

    @Test
    void two_who_cancel_and_eight_who_repair_at_once_lose_no_repair() {
        for (int round = 0; round < 5; round++) {
            var show = new Show(store);
            var leaving = List.of(show.project(1), show.investor(1));
            show.project(2);
            show.investor(2);
            show.project(3);
            show.investor(3);
            show.publish();
            AtOnce.<Object>run(10, who -> {
                if (who < leaving.size()) {
                    show.cancel(leaving.get(who));
                }
                show.tick(show.client());
                return who;
            });
            show.tick(show.client());
            show.assertInOrder();
        }
    }

    @Test
    void control_without_the_condition_on_the_revision_seen_a_repair_is_lost() {
        // Somebody goes when another repair has looked who is there; that is repaired first.
        assertEquals(List.of(), lostRepairs(client -> client));
        var sabotages = new ArrayList<Sabotage>();
        var lost = lostRepairs(client -> {
            sabotages.add(Sabotage.without(DynamoTimetables.NO_OTHER_REPAIR, client));
            return sabotages.getLast().client();
        });
        assertTrue(sabotages.stream().anyMatch(it -> it.timesMet() > 0), "the condition is no longer asked for");
        assertFalse(lost.isEmpty(), "whoever is gone is back");
    }

    private static List<Meeting> lostRepairs(UnaryOperator<DynamoDbClient> repairing) {
        var lost = new ArrayList<Meeting>();
        for (int call = 1; call < CALLS_MAX; call++) {
            var show = new Show(store);
            var first = show.project(1);
            var second = show.project(2);
            show.investor(1);
            show.publish();
            show.cancel(first);
            var meanwhile = new Meanwhile(repairing.apply(show.client()), call, () -> {
                show.cancel(second);
                show.tick(show.client());
            });
            show.keep(meanwhile.client()).repaired(show.activity());
            if (!meanwhile.hasHappened()) {
                return lost;
            }
            lost.addAll(show.published().meetingsOf(second.id()));
        }
        throw new AssertionError("no end");
    }

    @Test
    void whoever_edits_and_is_rejected_while_it_is_published_is_not_in_it_and_comes_back_when_approved() {
        var show = new Show(store);
        var editor = show.project(1);
        show.investor(1);
        show.publish();
        var pending = show.registrations
                .change(editor, Changed.to(editor, Status.PENDING))
                .orElseThrow();
        show.tick(show.client());
        assertEquals(1, show.published().meetingsOf(editor.id()).size(), "under review they keep their meetings");
        assertEquals(1, show.published().revision());

        var rejected = Changed.decided(show, pending, Status.REJECTED);
        show.tick(show.client());
        show.assertInOrder();
        assertEquals(List.of(), show.published().meetingsOf(editor.id()));

        var reopened = Changed.reopened(show, rejected);
        show.investor(2);
        show.tick(show.client());
        assertEquals(3, show.published().revision());
        assertEquals(List.of(1), List.copyOf(show.noted.of(editor.id())), "nobody has confirmed them");
        Changed.decided(show, reopened, Status.CONFIRMED);
        show.tick(show.client());
        show.assertInOrder();
        assertEquals(List.of(1, 4), List.copyOf(show.noted.of(editor.id())));
        assertEquals(2, show.published().meetingsOf(editor.id()).size());
    }

    @Test
    void rejected_and_approved_before_anybody_looked_is_as_if_nothing_had_happened() {
        var show = new Show(store);
        var editor = show.project(1);
        show.investor(1);
        show.publish();
        var pending = show.registrations
                .change(editor, Changed.to(editor, Status.PENDING))
                .orElseThrow();
        var reopened = Changed.reopened(show, Changed.decided(show, pending, Status.REJECTED));
        Changed.decided(show, reopened, Status.CONFIRMED);
        show.tick(show.client());

        show.assertInOrder();
        assertEquals(1, show.published().revision());
    }

    @Test
    void whoever_moves_up_from_the_line_after_the_publication_is_given_what_is_left() {
        var show = new Show(store, "project:5", "investor:1");
        show.project(1);
        var leaving = show.investor(1);
        show.publish();
        var waiting = show.investor(2);
        show.cancel(leaving);
        var waiter = new Registrations.Waiter(
                waiting.id(), waiting.group(), waiting.linePlace().orElseThrow());
        assertEquals(
                Registrations.Promoted.MOVED_UP,
                show.registrations.promote(waiter, Status.CONFIRMED, show.clock.instant()));
        show.tick(show.client());

        show.assertInOrder();
        assertEquals(1, show.published().meetingsOf(waiting.id()).size());
    }

    /** What is out of order afterwards, for each moment at which it was. */
    private static List<String> atAnyMoment(Meddling meddling, UnaryOperator<DynamoDbClient> theirs) {
        var faults = new ArrayList<String>();
        for (int call = 1; call < CALLS_MAX; call++) {
            var show = new Show(store);
            show.project(1);
            show.project(2);
            show.investor(1);
            show.investor(2);
            var draft = show.draft();
            show.tick(show.client());
            int moment = call;
            var meanwhile = new Meanwhile(show.client(), call, () -> {
                meddling.meddle(show, theirs.apply(show.client()));
                // The stream may be as fast.
                if (moment % 2 == 0) {
                    show.tick(show.client());
                }
            });
            show.publish(meanwhile.client(), draft);
            show.tick(meanwhile.client());
            if (!meanwhile.hasHappened()) {
                return faults;
            }
            show.tick(show.client());
            show.faults().forEach(fault -> faults.add("call " + moment + ": " + fault));
        }
        throw new AssertionError("no end");
    }

    private static void cancelled(Show show, DynamoDbClient client) {
        var leaving =
                show.registrations.listNow(show.id, 1, Optional.empty()).items().getFirst();
        show.cancel(show.registrations(client), leaving);
    }

    private static void came(Show show, DynamoDbClient client) {
        show.signUp(show.registrations(client), Side.INVESTOR, 3);
    }

    private static DynamoDbClient withoutMeetTask(DynamoDbClient client) {
        return Sabotage.leavingOut(TimetableRacesTest::isMeetTask, client).client();
    }

    private static boolean isMeetTask(TransactWriteItem write) {
        return write.put() != null
                && write.put().item().containsKey("work")
                && "meet".equals(write.put().item().get("work").s());
    }

    private interface Meddling {
        void meddle(Show show, DynamoDbClient client);
    }
}
