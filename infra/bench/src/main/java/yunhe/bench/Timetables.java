package yunhe.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yunhe.core.roadshow.Matching;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.MeetingRules;
import yunhe.core.roadshow.Planner;
import yunhe.core.roadshow.Repair;
import yunhe.roadshow.matching.FlowMatchmaker;
import yunhe.testkit.roadshow.Participants;

/**
 * The best timetable of meetings, from the registrations to slots and tables: how long it takes, and what it is worth
 * beside taking the best meeting first. Everybody has five to twenty wishes, a project is to have two meetings at least
 * and six at most, an investor one to twelve at most.
 */
public final class Timetables {

    private static final int RUNS = 9;
    private static final int SEED = 1;
    private static final int WISHES_MAX = 20;
    private static final int MEETINGS_MAX = 12;
    private static final int MINIMUM = 2;

    private static final Planner PLANNER = new Planner(new FlowMatchmaker());

    private Timetables() {}

    public static void main(String[] arguments) {
        var hundred = matching(100, 100, 8, 40);
        var first = Cost.of(hundred);
        System.out.printf("the first in a fresh process, 100 × 100: %.0f ms, CPU %.0f ms%n", first.wall(), first.cpu());
        measure("20 × 15, 6 slots of 10", matching(20, 15, 6, 10));
        measure("100 × 100, 8 slots of 40", hundred);
        measure("400 × 400, 8 slots of 160", matching(400, 400, 8, 160));
    }

    private static Matching matching(int projects, int investors, int slots, int tables) {
        var people = Participants.draw(new SplittableRandom(SEED), projects, investors, WISHES_MAX, MEETINGS_MAX);
        var rules = new MeetingRules(slots, tables, 6, MINIMUM);
        return new Matching(people.projects(), people.investors(), rules, Set.of(), Set.of());
    }

    private static void measure(String name, Matching matching) {
        var costs = Stream.generate(() -> Cost.of(matching)).limit(RUNS).toList();
        var wall = costs.stream().map(Cost::wall).sorted().toList();
        var cpu = costs.stream().map(Cost::cpu).sorted().toList();
        var best = PLANNER.plan(matching);
        System.out.printf(
                "%s: median %.0f ms, worst %.0f ms; CPU of all threads %.0f ms, %.0f ms%n",
                name, wall.get(RUNS / 2), wall.getLast(), cpu.get(RUNS / 2), cpu.getLast());
        System.out.printf("    the best: %s, upper bound %d%n", worth(matching, best.meetings()), best.upperBound());
        System.out.printf(
                "    the best meeting first: %s%n", worth(matching, Repair.after(List.of(), matching, slot -> true)));
    }

    private static String worth(Matching matching, List<Meeting> meetings) {
        var counts = meetings.stream()
                .collect(Collectors.groupingBy(meeting -> meeting.pair().project(), Collectors.counting()));
        long missing = matching.projects().stream()
                .mapToLong(project -> Math.max(0, MINIMUM - counts.getOrDefault(project.id(), 0L)))
                .sum();
        return "score %d in %d meetings, %d missing below the minimum"
                .formatted(meetings.stream().mapToInt(Meeting::score).sum(), meetings.size(), missing);
    }

    /** Of one timetable, in milliseconds. */
    private record Cost(double wall, double cpu) {

        static Cost of(Matching matching) {
            var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long start = System.nanoTime();
            long startCpu = process.getProcessCpuTime();
            PLANNER.plan(matching);
            return new Cost((System.nanoTime() - start) / 1e6, (process.getProcessCpuTime() - startCpu) / 1e6);
        }
    }
}
