package yunhe.core.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import yunhe.core.roadshow.PinProblem.Reason;

final class MatchingTest {

    private static final MeetingRules TWO_SLOTS = new MeetingRules(2, 2, 6, 0);

    @Test
    void pins_that_can_all_be_held_are_no_problem() {
        var pins = new Pair[] {Fair.pair(0, 0), Fair.pair(0, 1), Fair.pair(1, 0), Fair.pair(1, 1)};
        assertEquals(List.of(), Fair.of(2, 2, TWO_SLOTS, pins).pinProblems());
    }

    @Test
    void whoever_is_not_there_cannot_be_pinned() {
        assertEquals(
                List.of(
                        new PinProblem(Fair.pair(2, 0), Reason.UNKNOWN_PARTICIPANT),
                        new PinProblem(Fair.pair(0, 2), Reason.UNKNOWN_PARTICIPANT)),
                Fair.of(2, 2, TWO_SLOTS, Fair.pair(2, 0), Fair.pair(1, 1), Fair.pair(0, 2))
                        .pinProblems());
    }

    @Test
    void nobody_is_pinned_to_more_meetings_than_there_are_slots_and_the_first_ones_are_held() {
        assertEquals(
                List.of(new PinProblem(Fair.pair(0, 0), Reason.PROJECT_FULL)),
                Fair.of(1, 3, TWO_SLOTS, Fair.pair(0, 2), Fair.pair(0, 1), Fair.pair(0, 0))
                        .pinProblems());
        assertEquals(
                List.of(new PinProblem(Fair.pair(1, 0), Reason.INVESTOR_FULL)),
                Fair.of(3, 1, TWO_SLOTS, Fair.pair(2, 0), Fair.pair(0, 0), Fair.pair(1, 0))
                        .pinProblems());
    }

    @Test
    void nobody_is_pinned_to_more_meetings_than_they_may_have() {
        assertEquals(
                List.of(new PinProblem(Fair.pair(0, 1), Reason.PROJECT_FULL)),
                Fair.of(1, 2, new MeetingRules(4, 2, 1, 0), Fair.pair(0, 0), Fair.pair(0, 1))
                        .pinProblems());
        var shy = new Participant<>(Fair.investor(0).id(), Fair.investor(List.of("ai"), 1), List.of());
        var pins = new LinkedHashSet<>(List.of(Fair.pair(0, 0), Fair.pair(1, 0)));
        assertEquals(
                List.of(new PinProblem(Fair.pair(1, 0), Reason.INVESTOR_FULL)),
                new Matching(List.of(Fair.project(0), Fair.project(1)), List.of(shy), TWO_SLOTS, pins, Set.of())
                        .pinProblems());
    }

    @Test
    void there_are_no_more_pins_than_tables() {
        assertEquals(
                List.of(new PinProblem(Fair.pair(2, 2), Reason.NO_TABLE)),
                Fair.of(3, 3, new MeetingRules(2, 1, 6, 0), Fair.pair(0, 0), Fair.pair(1, 1), Fair.pair(2, 2))
                        .pinProblems());
    }

    @Test
    void a_pair_that_never_meets_cannot_be_pinned() {
        var cold = new Participant<>(Fair.project(0).id(), Fair.project(List.of("low-altitude")), List.of());
        var pair = Set.of(Fair.pair(0, 0));
        assertEquals(
                List.of(new PinProblem(Fair.pair(0, 0), Reason.NO_SCORE)),
                new Matching(List.of(cold), List.of(Fair.investor(0)), TWO_SLOTS, pair, Set.of()).pinProblems());
        assertEquals(
                List.of(new PinProblem(Fair.pair(0, 0), Reason.FORBIDDEN)),
                new Matching(List.of(Fair.project(0)), List.of(Fair.investor(0)), TWO_SLOTS, pair, pair).pinProblems());
    }

    @Test
    void pairs_that_are_forbidden_or_have_nothing_in_common_are_no_candidates() {
        var cold = new Participant<>(Fair.project(1).id(), Fair.project(List.of("low-altitude")), List.of());
        var matching = new Matching(
                List.of(cold, Fair.project(0)),
                List.of(Fair.investor(1), Fair.investor(0)),
                TWO_SLOTS,
                Set.of(),
                Set.of(Fair.pair(0, 1)));
        assertEquals(
                List.of(Fair.pair(0, 0)),
                matching.candidates().stream().map(Candidate::pair).toList());
    }

    @Test
    void the_order_in_which_people_are_named_is_forgotten() {
        var one = Fair.of(3, 3, TWO_SLOTS);
        assertEquals(
                one,
                new Matching(one.projects().reversed(), one.investors().reversed(), TWO_SLOTS, Set.of(), Set.of()));
    }

    @Test
    void nobody_takes_part_twice_and_not_more_than_a_hall_holds() {
        var twice = List.of(Fair.project(0), Fair.project(0));
        assertThrows(
                IllegalArgumentException.class, () -> new Matching(twice, List.of(), TWO_SLOTS, Set.of(), Set.of()));
        assertEquals(
                Matching.PARTICIPANTS_MAX,
                Fair.of(Matching.PARTICIPANTS_MAX, 0, TWO_SLOTS).projects().size());
        assertThrows(IllegalArgumentException.class, () -> Fair.of(0, Matching.PARTICIPANTS_MAX + 1, TWO_SLOTS));
    }

    @Test
    void rules_have_limits() {
        assertEquals(
                MeetingRules.SLOTS_MAX * MeetingRules.TABLES_MAX,
                new MeetingRules(MeetingRules.SLOTS_MAX, MeetingRules.TABLES_MAX, 1, 1).room());
        assertThrows(IllegalArgumentException.class, () -> new MeetingRules(0, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new MeetingRules(MeetingRules.SLOTS_MAX + 1, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new MeetingRules(1, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new MeetingRules(1, MeetingRules.TABLES_MAX + 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new MeetingRules(1, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new MeetingRules(1, 1, 1, 2));
    }

    @Test
    void wishes_are_twenty_at_most_and_none_comes_twice() {
        var ids = IntStream.range(0, Participant.WISHES_MAX + 1)
                .mapToObj(number -> Fair.project(number).id())
                .toList();
        var profile = Fair.investor(List.of(), 1);
        var id = Fair.investor(0).id();
        assertEquals(
                Participant.WISHES_MAX,
                new Participant<>(id, profile, ids.subList(1, ids.size()))
                        .wishes()
                        .size());
        assertThrows(IllegalArgumentException.class, () -> new Participant<>(id, profile, ids));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Participant<>(id, profile, List.of(ids.getFirst(), ids.getFirst())));
    }
}
