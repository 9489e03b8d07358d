package yunhe.testkit.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import yunhe.core.profile.Profile;
import yunhe.core.roadshow.Matching;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.MeetingRules;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.Participant;
import yunhe.core.roadshow.Timetable;
import yunhe.core.roadshow.Unmet;

/** The judge of timetables finds each thing that can be wrong with one, in one where nothing else is. */
final class JudgeTest {

    private static final int FIT = 40;

    /** Three of each, everybody fits everybody by sector alone; three slots, tables and meetings for each. */
    private final Participants people = people();

    private final MeetingRules rules = new MeetingRules(3, 3, 3, 1);
    private final Matching matching = matching(Set.of(), Set.of());
    private final List<Meeting> good = List.of(meeting(0, 0, 0, 0), meeting(0, 1, 1, 1), meeting(1, 0, 0, 1));

    @Test
    void a_good_timetable_has_no_problems() {
        assertEquals(List.of(), Judge.problems(matching, good));
        assertEquals(List.of(), Judge.problems(matching, timetable(good)));
    }

    @Test
    void a_slot_or_a_table_that_there_is_not() {
        found("no such slot", meeting(3, 0, 2, 2));
        found("no such slot", meeting(-1, 0, 2, 2));
        found("no such table", meeting(0, 3, 2, 2));
    }

    @Test
    void two_meetings_at_once() {
        found("a table with two meetings", meeting(0, 0, 2, 2));
        found("a project twice in a slot", meeting(1, 1, 0, 2));
        found("an investor twice in a slot", meeting(1, 1, 2, 1));
    }

    @Test
    void a_pair_that_meets_twice() {
        found("a pair that meets twice", meeting(2, 0, 0, 0));
    }

    @Test
    void more_meetings_than_somebody_may_have() {
        var one = new MeetingRules(3, 3, 1, 1);
        var tight = new Matching(people.projects(), people.investors(), one, Set.of(), Set.of());
        only("too many meetings of a project", Judge.problems(tight, good));
        var single = new Matching(people.projects(), investors(1), rules, Set.of(), Set.of());
        only("too many meetings of an investor", Judge.problems(single, good));
    }

    @Test
    void pairs_that_may_not_meet() {
        only("a forbidden pair", Judge.problems(matching(Set.of(), Set.of(pair(1, 1))), good));
        var stranger = Participants.draw(new SplittableRandom(2), 1, 1, 0, 1)
                .projects()
                .getFirst();
        var strange = new Meeting(1, 1, new Pair(stranger.id(), pair(2, 2).investor()), FIT);
        found("somebody who does not take part", strange);
    }

    @Test
    void a_score_that_is_wrong_or_nothing() {
        found("another score than 40", new Meeting(1, 1, pair(2, 2), 41));
        var cold = new Matching(
                List.of(without(0), without(1), without(2)), people.investors(), rules, Set.of(), Set.of());
        only("a pair with score 0", Judge.problems(cold, List.of(new Meeting(0, 0, pair(0, 0), 0))));
    }

    @Test
    void a_pin_that_is_not_held() {
        only("a pin that is not held", Judge.problems(matching(Set.of(pair(2, 2)), Set.of()), timetable(good)));
    }

    @Test
    void sums_lists_and_orders_that_are_wrong() {
        var timetable = timetable(good);
        only("another sum of scores", Judge.problems(matching, new Timetable(good, 121, 121, timetable.unmet())));
        only("a score above its bound", Judge.problems(matching, new Timetable(good, 120, 119, timetable.unmet())));
        only("others left short", Judge.problems(matching, new Timetable(good, 120, 120, List.of())));
        only("meetings out of order", Judge.problems(matching, timetable(good.reversed())));
    }

    private void found(String problem, Meeting further) {
        only(problem, Judge.problems(matching, with(further)));
    }

    private static void only(String problem, List<String> problems) {
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.getFirst().startsWith(problem), problems.toString());
    }

    private List<Meeting> with(Meeting further) {
        return Stream.concat(good.stream(), Stream.of(further)).toList();
    }

    private Timetable timetable(List<Meeting> meetings) {
        var last = people.projects().get(2).id();
        return new Timetable(meetings, 3 * FIT, 3 * FIT, List.of(new Unmet(last, 0, 1)));
    }

    private Meeting meeting(int slot, int table, int project, int investor) {
        return new Meeting(slot, table, pair(project, investor), FIT);
    }

    private Pair pair(int project, int investor) {
        return new Pair(
                people.projects().get(project).id(),
                people.investors().get(investor).id());
    }

    private Matching matching(Set<Pair> pinned, Set<Pair> forbidden) {
        return new Matching(people.projects(), people.investors(), rules, pinned, forbidden);
    }

    private Participant<Profile.Project> without(int project) {
        return new Participant<>(people.projects().get(project).id(), project(List.of()), List.of());
    }

    private List<Participant<Profile.Investor>> investors(int maxMeetings) {
        return people.investors().stream()
                .map(each -> new Participant<>(each.id(), investor(maxMeetings), List.of()))
                .toList();
    }

    private static Participants people() {
        var drawn = Participants.draw(new SplittableRandom(1), 3, 3, 0, 1);
        return new Participants(
                drawn.projects().stream()
                        .map(each -> new Participant<>(each.id(), project(List.of("ai")), List.of()))
                        .toList(),
                drawn.investors().stream()
                        .map(each -> new Participant<>(each.id(), investor(3), List.of()))
                        .toList());
    }

    private static Profile.Project project(List<String> sectors) {
        return new Profile.Project(sectors, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Profile.Investor investor(int maxMeetings) {
        return new Profile.Investor(List.of("ai"), List.of(), Optional.empty(), Optional.empty(), maxMeetings);
    }
}
