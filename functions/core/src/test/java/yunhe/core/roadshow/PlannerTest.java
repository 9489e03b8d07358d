package yunhe.core.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was chosen finds its slot and table. */
final class PlannerTest {

    /** Everybody meets everybody: each slot is full, and only exchanges get there. */
    @ParameterizedTest
    @MethodSource("sides")
    void everybody_meets_everybody_in_as_many_slots_as_there_are_others(int side) {
        var matching = Fair.of(side, side, new MeetingRules(side, side, side, side));
        var timetable = planner().plan(matching);
        assertEquals(side * side, timetable.meetings().size());
        assertEquals(side * side * Fair.FIT, timetable.score());
        assertEquals(List.of(), timetable.unmet());
        nobodyIsInTwoPlaces(timetable);
    }

    static IntStream sides() {
        return IntStream.rangeClosed(1, MeetingRules.SLOTS_MAX);
    }

    /** Pairs that all fit into one slot but for the tables there are. */
    @Test
    void no_slot_has_more_meetings_than_tables() {
        var rules = new MeetingRules(4, 3, 1, 0);
        var timetable = chosen(
                        IntStream.range(0, 12).mapToObj(i -> Fair.pair(i, i)).collect(Collectors.toSet()))
                .plan(Fair.of(12, 12, rules));
        nobodyIsInTwoPlaces(timetable);
        for (int slot = 0; slot < 4; slot++) {
            int now = slot;
            assertEquals(
                    3,
                    timetable.meetings().stream()
                            .filter(meeting -> meeting.slot() == now)
                            .count());
        }
    }

    /** Random choices that use every meeting somebody may have, or nearly every table. */
    @ParameterizedTest
    @MethodSource("seeds")
    void any_choice_within_the_caps_is_spread_over_the_slots(int seed) {
        var random = new SplittableRandom(seed);
        int side = 2 + random.nextInt(12);
        int slots = 1 + random.nextInt(6);
        var pairs = new HashSet<Pair>();
        int[] projects = new int[side];
        int[] investors = new int[side];
        for (int i = 0; i < side * side; i++) {
            int project = random.nextInt(side);
            int investor = random.nextInt(side);
            if (projects[project] < slots && investors[investor] < slots && pairs.add(Fair.pair(project, investor))) {
                projects[project]++;
                investors[investor]++;
            }
        }
        int tables = Math.ceilDiv(pairs.size(), slots);
        var timetable = chosen(pairs).plan(Fair.of(side, side, new MeetingRules(slots, tables, slots, 0)));
        assertEquals(pairs, timetable.meetings().stream().map(Meeting::pair).collect(Collectors.toSet()));
        nobodyIsInTwoPlaces(timetable);
        assertTrue(
                timetable.meetings().stream().allMatch(meeting -> meeting.slot() < slots && meeting.table() < tables));
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 300);
    }

    @Test
    void more_than_there_is_room_for_is_an_error() {
        var all = Set.of(Fair.pair(0, 0), Fair.pair(0, 1), Fair.pair(1, 0));
        assertThrows(
                IllegalArgumentException.class, () -> chosen(all).plan(Fair.of(2, 2, new MeetingRules(1, 3, 1, 0))));
        assertThrows(
                IllegalArgumentException.class, () -> chosen(all).plan(Fair.of(2, 2, new MeetingRules(2, 1, 2, 0))));
        assertThrows(
                IllegalStateException.class,
                () -> chosen(Set.of(Fair.pair(5, 5))).plan(Fair.of(2, 2, new MeetingRules(2, 2, 2, 0))));
    }

    @Test
    void pins_that_cannot_be_held_are_an_error() {
        var matching = Fair.of(1, 1, new MeetingRules(1, 1, 1, 0), Fair.pair(0, 1));
        assertThrows(IllegalArgumentException.class, () -> planner().plan(matching));
    }

    @Test
    void an_investor_stays_at_its_table() {
        var pairs = Set.of(Fair.pair(0, 0), Fair.pair(1, 1), Fair.pair(0, 1), Fair.pair(1, 0));
        var meetings =
                chosen(pairs).plan(Fair.of(2, 2, new MeetingRules(2, 5, 2, 0))).meetings();
        for (int i = 0; i < 2; i++) {
            var investor = Fair.investor(i).id();
            assertEquals(
                    1,
                    meetings.stream()
                            .filter(meeting -> meeting.pair().investor().equals(investor))
                            .map(Meeting::table)
                            .distinct()
                            .count());
        }
    }

    @Test
    void projects_with_too_few_meetings_are_named_with_what_they_have() {
        var timetable = chosen(Set.of(Fair.pair(0, 0), Fair.pair(0, 1), Fair.pair(2, 0)))
                .plan(Fair.of(3, 2, new MeetingRules(3, 3, 3, 2)));
        assertEquals(
                List.of(
                        new Unmet(Fair.project(1).id(), 0, 2),
                        new Unmet(Fair.project(2).id(), 1, 2)),
                timetable.unmet());
        assertEquals(7, timetable.upperBound());
    }

    /** Chooses whoever may meet. */
    private static Planner planner() {
        return new Planner(matching -> new Matchmaker.Choice(
                matching.candidates().stream().map(Candidate::pair).collect(Collectors.toSet()), Integer.MAX_VALUE));
    }

    private static Planner chosen(Set<Pair> pairs) {
        return new Planner(matching -> new Matchmaker.Choice(pairs, 7));
    }

    private static void nobodyIsInTwoPlaces(Timetable timetable) {
        var taken = new HashSet<>();
        for (var meeting : timetable.meetings()) {
            assertTrue(taken.add(List.of(meeting.slot(), meeting.table())), "table: " + meeting);
            assertTrue(taken.add(List.of(meeting.slot(), meeting.pair().project())), "project: " + meeting);
            assertTrue(taken.add(List.of(meeting.slot(), meeting.pair().investor())), "investor: " + meeting);
        }
    }
}
