package yunhe.core.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import yunhe.core.profile.Profile;

final class RepairTest {

    private static final MeetingRules RULES = new MeetingRules(2, 2, 2, 0);

    @Test
    void whoever_stays_keeps_slot_table_and_score_and_the_gap_is_filled() {
        // Two projects, two investors, each with one meeting; project 1 cancels.
        var published = List.of(new Meeting(0, 1, Fair.pair(0, 0), 77), new Meeting(1, 0, Fair.pair(1, 1), 77));
        var still = matching(RULES, List.of(Fair.project(0)), List.of(Fair.investor(0), Fair.investor(1)));
        assertEquals(
                List.of(new Meeting(0, 1, Fair.pair(0, 0), 77), new Meeting(1, 0, Fair.pair(0, 1), Fair.FIT)),
                Repair.after(published, still, slot -> true));
    }

    @Test
    void a_slot_that_is_over_gets_no_new_meeting() {
        var still = matching(RULES, List.of(Fair.project(0)), List.of(Fair.investor(0)));
        assertEquals(
                List.of(new Meeting(1, 0, Fair.pair(0, 0), Fair.FIT)),
                Repair.after(List.of(), still, slot -> slot == 1));
        assertEquals(List.of(), Repair.after(List.of(), still, slot -> false));
    }

    @Test
    void the_best_meeting_comes_first_and_equal_ones_go_by_id() {
        var wished = Fair.investor(2).id();
        var still = matching(
                new MeetingRules(1, 1, 1, 0),
                List.of(Fair.project(0), Fair.project(1, wished)),
                List.of(Fair.investor(0), Fair.investor(2)));
        assertEquals(
                List.of(new Meeting(0, 0, Fair.pair(1, 2), Fair.FIT + 10)),
                Repair.after(List.of(), still, slot -> true));
        var equal = Fair.of(2, 2, new MeetingRules(1, 1, 1, 0));
        assertEquals(
                List.of(new Meeting(0, 0, Fair.pair(0, 0), Fair.FIT)), Repair.after(List.of(), equal, slot -> true));
    }

    @Test
    void the_lowest_free_table_of_the_earliest_slot_is_taken() {
        var published = List.of(new Meeting(0, 0, Fair.pair(0, 0), 1), new Meeting(0, 2, Fair.pair(1, 1), 1));
        var still = matching(
                new MeetingRules(2, 3, 1, 0),
                List.of(
                        Fair.project(0),
                        Fair.project(1),
                        Fair.project(2, Fair.investor(2).id())),
                List.of(Fair.investor(0), Fair.investor(1), Fair.investor(2)));
        assertEquals(
                new Meeting(0, 1, Fair.pair(2, 2), Fair.FIT + 10),
                Repair.after(published, still, slot -> true).get(1));
    }

    @Test
    void nobody_gets_more_than_their_meetings_and_no_forbidden_pair_is_made() {
        var published = List.of(new Meeting(0, 0, Fair.pair(0, 0), 1));
        var forbidden = new Matching(
                List.of(Fair.project(0)),
                List.of(Fair.investor(0), Fair.investor(1)),
                RULES,
                Set.of(),
                Set.of(Fair.pair(0, 1)));
        assertEquals(published, Repair.after(published, forbidden, slot -> true));
        var one = matching(new MeetingRules(2, 2, 1, 0), forbidden.projects(), forbidden.investors());
        assertEquals(published, Repair.after(published, one, slot -> true));
        var shy = new Participant<>(Fair.investor(0).id(), Fair.investor(List.of("ai"), 1), List.of());
        var other = matching(RULES, List.of(Fair.project(0), Fair.project(1)), List.of(shy));
        assertEquals(published, Repair.after(published, other, slot -> true));
    }

    private static Matching matching(
            MeetingRules rules,
            List<Participant<Profile.Project>> projects,
            List<Participant<Profile.Investor>> investors) {
        return new Matching(projects, investors, rules, Set.of(), Set.of());
    }
}
