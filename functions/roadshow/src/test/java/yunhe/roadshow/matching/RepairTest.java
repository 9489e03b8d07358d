package yunhe.roadshow.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yunhe.core.activity.RegistrationId;
import yunhe.core.profile.Profile;
import yunhe.core.roadshow.Matching;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.Participant;
import yunhe.core.roadshow.Planner;
import yunhe.core.roadshow.Repair;
import yunhe.testkit.roadshow.Judge;

/** Whoever cancels after publishing, on timetables of three hundred draws. */
final class RepairTest {

    private final Planner planner = new Planner(new FlowMatchmaker());

    static IntStream seeds() {
        return Draws.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everybody_else_keeps_slot_and_table_and_every_gap_that_can_be_filled_is(int seed) {
        var cancelled = new Cancelled(seed);
        var repaired = cancelled.repaired();
        assertEquals(List.of(), Judge.problems(cancelled.still, repaired));
        assertTrue(repaired.containsAll(cancelled.kept()), "kept");
        var added = cancelled.added(repaired);
        assertEquals(cancelled.kept().size() + added.size(), repaired.size());
        assertTrue(added.stream().allMatch(meeting -> cancelled.isOpen(meeting.slot())), "only in open slots");
        assertEquals(List.of(), possible(cancelled.still, repaired, cancelled::isOpen));
    }

    /** The control: a gap that was not filled is found. */
    @Test
    void whatever_was_filled_is_possible_without_it() {
        int filled = 0;
        for (int seed : seeds().toArray()) {
            var cancelled = new Cancelled(seed);
            var repaired = cancelled.repaired();
            for (var meeting : cancelled.added(repaired)) {
                var without = new ArrayList<>(repaired);
                without.remove(meeting);
                assertTrue(possible(cancelled.still, without, cancelled::isOpen).contains(meeting.pair()));
                filled++;
            }
        }
        assertTrue(filled > 100, filled + " gaps filled");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void repaired_again_nothing_changes(int seed) {
        var cancelled = new Cancelled(seed);
        var repaired = cancelled.repaired();
        assertEquals(repaired, Repair.after(repaired, cancelled.still, cancelled::isOpen));
    }

    /** Who could still meet in an open slot, by looking at every pair, slot and table. */
    private static List<Pair> possible(Matching matching, List<Meeting> meetings, IntPredicate slotIsOpen) {
        var possible = new ArrayList<Pair>();
        for (var project : matching.projects()) {
            for (var investor : matching.investors()) {
                var pair = new Pair(project.id(), investor.id());
                boolean mayMeet = Judge.score(project, investor) > 0
                        && !matching.forbidden().contains(pair)
                        && meetings.stream().noneMatch(meeting -> meeting.pair().equals(pair))
                        && count(meetings, project.id()) < matching.rules().maxMeetingsPerProject()
                        && count(meetings, investor.id()) < investor.profile().maxMeetings();
                if (mayMeet
                        && IntStream.range(0, matching.rules().slots())
                                .filter(slotIsOpen)
                                .anyMatch(slot -> isRoom(matching, meetings, pair, slot))) {
                    possible.add(pair);
                }
            }
        }
        return possible;
    }

    private static boolean isRoom(Matching matching, List<Meeting> meetings, Pair pair, int slot) {
        var then = meetings.stream().filter(meeting -> meeting.slot() == slot).toList();
        return then.size() < matching.rules().tables()
                && count(then, pair.project()) == 0
                && count(then, pair.investor()) == 0;
    }

    private static long count(List<Meeting> meetings, RegistrationId id) {
        return meetings.stream()
                .filter(meeting -> meeting.pair().project().equals(id)
                        || meeting.pair().investor().equals(id))
                .count();
    }

    /** A published timetable, of whose people one in four is gone; one slot in four is over. */
    private final class Cancelled {

        private final List<Meeting> published;
        private final Matching still;
        private final List<Boolean> open;

        Cancelled(int seed) {
            var matching = Draws.of(seed);
            var random = new SplittableRandom(-seed);
            this.published = planner.plan(matching).meetings();
            this.still = new Matching(
                    remaining(matching.projects(), random),
                    remaining(matching.investors(), random),
                    matching.rules(),
                    matching.pinned(),
                    matching.forbidden());
            this.open = random.ints(matching.rules().slots(), 0, 4)
                    .mapToObj(number -> number > 0)
                    .toList();
        }

        List<Meeting> repaired() {
            return Repair.after(published, still, this::isOpen);
        }

        List<Meeting> kept() {
            return published.stream()
                    .filter(meeting -> still.projects().stream()
                                    .anyMatch(project ->
                                            project.id().equals(meeting.pair().project()))
                            && still.investors().stream()
                                    .anyMatch(investor ->
                                            investor.id().equals(meeting.pair().investor())))
                    .toList();
        }

        List<Meeting> added(List<Meeting> repaired) {
            return repaired.stream()
                    .filter(meeting -> !published.contains(meeting))
                    .toList();
        }

        boolean isOpen(int slot) {
            return open.get(slot);
        }

        private static <P extends Profile> List<Participant<P>> remaining(
                List<Participant<P>> participants, RandomGenerator random) {
            return participants.stream()
                    .filter(participant -> random.nextInt(4) > 0)
                    .toList();
        }
    }
}
