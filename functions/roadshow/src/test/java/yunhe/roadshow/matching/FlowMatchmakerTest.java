package yunhe.roadshow.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yunhe.core.roadshow.Matching;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.MeetingRules;
import yunhe.core.roadshow.Planner;
import yunhe.core.roadshow.Repair;
import yunhe.core.roadshow.Unmet;
import yunhe.testkit.roadshow.Judge;
import yunhe.testkit.roadshow.Participants;

final class FlowMatchmakerTest {

    private final Planner planner = new Planner(new FlowMatchmaker());

    static IntStream seeds() {
        return Draws.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_timetable_is_better_and_the_bound_says_so(int seed) {
        var matching = Draws.of(seed);
        var timetable = planner.plan(matching);
        assertEquals(List.of(), Judge.problems(matching, timetable));
        var best = Exhaustive.best(matching);
        assertEquals(best.shortfall(), shortfall(timetable.unmet()));
        assertEquals(best.score(), timetable.score());
        assertEquals(timetable.score(), timetable.upperBound());
    }

    @Test
    void the_draws_are_worth_their_while() {
        var draws = Draws.seeds().mapToObj(Draws::of).toList();
        var timetables = draws.stream().map(planner::plan).toList();
        assertTrue(timetables.stream().filter(each -> !each.unmet().isEmpty()).count() > 50, "projects left short");
        assertTrue(draws.stream().filter(each -> each.pinned().size() > 1).count() > 50, "more pins than one");
        assertTrue(
                IntStream.range(0, draws.size())
                                .filter(i -> timetables.get(i).meetings().size()
                                        == draws.get(i).rules().room())
                                .count()
                        > 50,
                "every table taken");
    }

    /** The control: what takes the best meeting first is found out. */
    @Test
    void the_best_meeting_first_is_not_the_best() {
        int worse = 0;
        for (int seed : seeds().toArray()) {
            var matching = free(Draws.of(seed));
            var greedy = Repair.after(List.of(), matching, slot -> true);
            assertEquals(List.of(), Judge.problems(matching, greedy));
            int score = greedy.stream().mapToInt(Meeting::score).sum();
            int best = Exhaustive.best(matching).score();
            assertTrue(score <= best, "seed " + seed);
            worse += score < best ? 1 : 0;
        }
        assertTrue(worse > 10, worse + " times");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_in_which_people_are_named_changes_nothing(int seed) {
        var matching = Draws.of(seed);
        assertEquals(planner.plan(matching), planner.plan(shuffled(matching, seed)));
    }

    @Test
    void a_hall_full_of_people_gets_the_same_timetable_in_whatever_order_they_are_named() {
        var people = Participants.draw(new SplittableRandom(1), 60, 50, 20, 10);
        var rules = new MeetingRules(8, 20, 6, 2);
        var matching = new Matching(people.projects(), people.investors(), rules, Set.of(), Set.of());
        var timetable = planner.plan(matching);
        assertEquals(List.of(), Judge.problems(matching, timetable));
        assertEquals(timetable.score(), timetable.upperBound());
        var shuffledProjects = shuffle(people.projects(), 1);
        assertNotEquals(people.projects(), shuffledProjects);
        assertEquals(
                timetable,
                planner.plan(
                        new Matching(shuffledProjects, shuffle(people.investors(), 2), rules, Set.of(), Set.of())));
    }

    @Test
    void nobody_has_nothing_to_do() {
        var rules = new MeetingRules(1, 1, 1, 1);
        var timetable = planner.plan(new Matching(List.of(), List.of(), rules, Set.of(), Set.of()));
        assertEquals(List.of(), timetable.meetings());
        assertEquals(0, timetable.upperBound());
    }

    /** The bound stays exact where weights and sums are largest. */
    @Test
    void every_slot_and_table_there_can_be() {
        var people = Participants.draw(new SplittableRandom(2), 200, 200, 20, 24);
        var rules = new MeetingRules(MeetingRules.SLOTS_MAX, MeetingRules.TABLES_MAX, 24, 24);
        var matching = new Matching(people.projects(), people.investors(), rules, Set.of(), Set.of());
        var timetable = planner.plan(matching);
        assertEquals(List.of(), Judge.problems(matching, timetable));
        assertEquals(timetable.score(), timetable.upperBound());
        assertTrue(shortfall(timetable.unmet()) > 1_000);
    }

    /** Without minima and pins, which whoever takes the best meeting first does not know. */
    private static Matching free(Matching matching) {
        var rules = matching.rules();
        return new Matching(
                matching.projects(),
                matching.investors(),
                new MeetingRules(rules.slots(), rules.tables(), rules.maxMeetingsPerProject(), 0),
                Set.of(),
                matching.forbidden());
    }

    private static Matching shuffled(Matching matching, int seed) {
        return new Matching(
                shuffle(matching.projects(), seed),
                shuffle(matching.investors(), seed + 1),
                matching.rules(),
                new LinkedHashSet<>(shuffle(matching.pinned(), seed)),
                new LinkedHashSet<>(shuffle(matching.forbidden(), seed)));
    }

    private static <T> List<T> shuffle(Iterable<T> ordered, int seed) {
        var shuffled = new ArrayList<T>();
        ordered.forEach(shuffled::add);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static int shortfall(List<Unmet> unmet) {
        return unmet.stream().mapToInt(each -> each.minimum() - each.meetings()).sum();
    }
}
