package yunhe.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import yunhe.core.roadshow.Matching;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.MeetingRules;
import yunhe.core.roadshow.Planner;
import yunhe.core.roadshow.Repair;
import yunhe.core.roadshow.Timetable;
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

    private Timetables() {}

    public static void main(String[] arguments) {
        var hundred = matching(100, 100, 8, 40);
        long start = System.nanoTime();
        plan(hundred);
        System.out.printf("100 × 100, the first in a fresh process     %6.0f ms%n", (System.nanoTime() - start) / 1e6);
        System.out.println("                          median   worst     heap   meetings    score    bound   greedy");
        measure("20 × 15, 6 slots of 10", matching(20, 15, 6, 10));
        measure("100 × 100, 8 of 40", hundred);
        measure("400 × 400, 8 of 160", matching(400, 400, 8, 160));
    }

    private static Matching matching(int projects, int investors, int slots, int tables) {
        var people = Participants.draw(new SplittableRandom(SEED), projects, investors, WISHES_MAX, MEETINGS_MAX);
        return new Matching(
                people.projects(), people.investors(), new MeetingRules(slots, tables, 6, 2), Set.of(), Set.of());
    }

    private static Timetable plan(Matching matching) {
        return new Planner(new FlowMatchmaker()).plan(matching);
    }

    private static void measure(String name, Matching matching) {
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        var nanos =
                LongStream.range(0, RUNS).map(run -> time(matching)).sorted().toArray();
        long heap =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        var timetable = plan(matching);
        int greedy = Repair.after(List.of(), matching, slot -> true).stream()
                .mapToInt(Meeting::score)
                .sum();
        System.out.printf(
                "%-22s %6.0f ms %6.0f ms %5d MB %8d %8d %8d %8d%n",
                name,
                nanos[RUNS / 2] / 1e6,
                nanos[RUNS - 1] / 1e6,
                heap >> 20,
                timetable.meetings().size(),
                timetable.score(),
                timetable.upperBound(),
                greedy);
    }

    private static long time(Matching matching) {
        long start = System.nanoTime();
        plan(matching);
        return System.nanoTime() - start;
    }
}
