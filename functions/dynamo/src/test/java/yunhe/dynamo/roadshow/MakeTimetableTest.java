package yunhe.dynamo.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Status;
import yunhe.core.profile.Profile.Side;
import yunhe.core.roadshow.MakeTimetable;
import yunhe.core.roadshow.MakeTimetable.Drafting;
import yunhe.core.roadshow.MakeTimetable.Made;
import yunhe.core.roadshow.MakeTimetable.Published;
import yunhe.core.roadshow.MakeTimetable.Refused;
import yunhe.core.roadshow.MakeTimetable.TooMany;
import yunhe.core.roadshow.Matching;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.PinProblem;
import yunhe.core.roadshow.Setting;
import yunhe.core.roadshow.TimetableId;
import yunhe.core.shared.Bilingual;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Samples;

final class MakeTimetableTest {

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
    void only_who_is_confirmed_meets_and_their_wishes_count() {
        var project = show.project(1);
        var pending = show.project(2);
        show.registrations.change(pending, Changed.to(pending, Status.PENDING));
        var gone = show.project(3);
        show.cancel(gone);
        var investor = show.investor(1);
        show.signUp(show.registrations, show.newcomer("audience", Samples.withEmail(99), Optional.empty()));
        show.wishes.put(investor.id(), List.of(project.id()), show.deleteAt());
        show.wishes.put(gone.id(), List.of(investor.id()), show.deleteAt());

        var made = assertInstanceOf(Made.class, make(Show.setting()));
        assertEquals(
                List.of(new Meeting(0, 0, new Pair(project.id(), investor.id()), 50)),
                made.draft().timetable().meetings());
        assertEquals(made.draft(), show.timetables.lastDraft(show.id).orElseThrow());
    }

    @Test
    void one_can_be_made_for_nobody() {
        var made = assertInstanceOf(Made.class, make(Show.setting()));
        assertEquals(List.of(), made.draft().timetable().meetings());
    }

    @Test
    void pins_that_cannot_be_held_are_named_and_nothing_is_kept() {
        var project = show.project(1);
        var gone = show.investor(1);
        show.cancel(gone);
        var pair = new Pair(project.id(), gone.id());

        assertEquals(
                new MakeTimetable.WrongPins(List.of(new PinProblem(pair, PinProblem.Reason.UNKNOWN_PARTICIPANT))),
                make(Show.setting(Set.of(pair), Set.of())));
        assertTrue(show.timetables.lastDraft(show.id).isEmpty());
    }

    @Test
    void forbidden_pairs_of_which_one_is_not_there_are_named() {
        var project = show.project(1);
        var investor = show.investor(1);
        var unknown = new Pair(project.id(), investor.id().next());

        assertEquals(
                new MakeTimetable.UnknownForbidden(List.of(unknown)),
                make(Show.setting(Set.of(), Set.of(unknown, new Pair(project.id(), investor.id())))));
    }

    @Test
    void whoever_is_forbidden_to_meet_does_not_meet_after_a_repair_either() {
        var project = show.project(1);
        var investor = show.investor(1);
        var other = show.investor(2);
        var apart = Show.setting(Set.of(), Set.of(new Pair(project.id(), investor.id())));
        var draft = assertInstanceOf(Made.class, make(apart)).draft();
        show.publish(show.client(), draft.id());
        show.cancel(other);
        show.tick(show.client());

        show.assertInOrder();
        assertEquals(List.of(), show.published().meetings());
    }

    @Test
    void nothing_is_made_before_the_roadshow_is_published_or_after_it_is_cancelled() {
        var draft = show.draft();
        show.activities.cancel(show.activity(), Bilingual.same("storm"), show.organiser());

        assertEquals(new Refused(Refusal.ACTIVITY_CANCELLED), make(Show.setting()));
        assertEquals(new Refused(Refusal.ACTIVITY_CANCELLED), show.publish(show.client(), draft));
        var unpublished = show.activities.create(
                ActivityId.fresh(ActivityType.ROADSHOW, show.random),
                show.activity().details(),
                show.organiser());
        assertEquals(
                new Refused(Refusal.REGISTRATION_STATE),
                show.make(show.client()).make(unpublished, Show.setting(), "organiser"));
        assertEquals(
                new Refused(Refusal.NOT_FOUND),
                show.make(show.client()).publish(unpublished, draft, "organiser"),
                "another roadshow's draft");
    }

    @Test
    void one_that_was_published_stays_published_when_the_roadshow_is_cancelled_and_nobody_is_told_any_more() {
        var project = show.project(1);
        show.investor(1);
        var draft = show.draft();
        var first = assertInstanceOf(Published.class, show.publish(show.client(), draft));
        show.activities.cancel(show.activity(), Bilingual.same("storm"), show.organiser());
        show.tick(show.client());

        assertEquals(first, show.publish(show.client(), draft));
        assertEquals(List.of(), List.copyOf(show.noted.of(project.id())));
        assertEquals(List.of(), show.meetTasks());
    }

    @Test
    void nothing_more_is_made_once_one_is_published_and_its_draft_is_answered_as_the_first_time() {
        show.project(1);
        var draft = show.draft();
        var other = show.draft();
        var first = show.publish(show.client(), draft);

        assertEquals(new Refused(Refusal.TIMETABLE_PUBLISHED), make(Show.setting()));
        assertEquals(new Refused(Refusal.TIMETABLE_PUBLISHED), show.publish(show.client(), other));
        assertEquals(first, show.publish(show.client(), draft));
    }

    @Test
    void a_draft_that_nobody_made_is_not_found() {
        assertEquals(
                new Refused(Refusal.NOT_FOUND),
                show.publish(show.client(), TimetableId.fresh(Samples.NOW, show.random)));
    }

    @Test
    void more_on_one_side_than_a_timetable_is_made_for_are_refused_and_whoever_comes_later_waits_for_a_gap() {
        var first = show.investor(1);
        for (int number = 2; number <= Matching.PARTICIPANTS_MAX; number++) {
            show.investor(number);
        }
        var draft = show.draft();
        var last = show.signUp(show.registrations, Side.INVESTOR, Matching.PARTICIPANTS_MAX + 1);
        show.tick(show.client());
        assertEquals(new TooMany(), make(Show.setting()));
        assertEquals(new TooMany(), show.publish(show.client(), draft));

        show.cancel(last);
        assertInstanceOf(Published.class, show.publish(show.client(), draft));
        var tooLate = show.investor(Matching.PARTICIPANTS_MAX + 2);
        show.tick(show.client());
        assertEquals(Matching.PARTICIPANTS_MAX, show.published().people().size());
        assertEquals(List.of(), List.copyOf(show.noted.of(tooLate.id())));

        show.cancel(first);
        show.tick(show.client());
        assertEquals(List.of(2), List.copyOf(show.noted.of(tooLate.id())));
        show.assertInOrder();
    }

    private Drafting make(Setting setting) {
        return show.make(show.client()).make(show.activity(), setting, "organiser");
    }
}
