package yunhe.roadshow.matching;

import java.util.Arrays;
import yunhe.core.profile.Profile;
import yunhe.core.roadshow.Matching;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.Participant;
import yunhe.testkit.roadshow.Judge;

/**
 * The best choice of meetings by trying everything: pair after pair, for each way in which the investors' meetings may
 * be used up, the best that the pairs so far can give. It knows nothing of flows, slots or tables, but for how many
 * meetings there may be.
 */
final class Exhaustive {

    /**
     * @param shortfall the least of all projects together
     * @param score the greatest with that
     */
    record Best(int shortfall, int score) {}

    private static final int IMPOSSIBLE = Integer.MIN_VALUE;

    /** What a meeting that is missing takes from the value; all scores of eight by eight are less together. */
    private static final int MISSING = 10_000;

    private final Matching matching;
    private final int most;

    /** By investor. A state is a number with a digit for each: how many meetings are used up, from 0 to the cap. */
    private final int[] caps;

    private final int[] place;

    private Exhaustive(Matching matching) {
        this.matching = matching;
        int slots = matching.rules().slots();
        this.most = Math.min(slots, matching.rules().maxMeetingsPerProject());
        this.caps = matching.investors().stream()
                .mapToInt(investor -> Math.min(slots, investor.profile().maxMeetings()))
                .toArray();
        this.place = new int[caps.length + 1];
        place[0] = 1;
        for (int i = 0; i < caps.length; i++) {
            place[i + 1] = place[i] * (caps[i] + 1);
        }
    }

    static Best best(Matching matching) {
        return new Exhaustive(matching).best();
    }

    private Best best() {
        int[] best = impossible();
        best[0] = 0;
        for (var project : matching.projects()) {
            best = withMinimum(with(project, best));
        }
        int value = IMPOSSIBLE;
        for (int state = 0; state < best.length; state++) {
            if (meetings(state) <= matching.rules().slots() * matching.rules().tables()) {
                value = Math.max(value, best[state]);
            }
        }
        int shortfall = Math.ceilDiv(-value, MISSING);
        return new Best(shortfall, value + MISSING * shortfall);
    }

    /** The values by the number of the project's meetings. */
    private int[][] with(Participant<Profile.Project> project, int[] before) {
        int[][] values = new int[most + 1][];
        values[0] = before;
        for (int meetings = 1; meetings <= most; meetings++) {
            values[meetings] = impossible();
        }
        for (int i = 0; i < caps.length; i++) {
            values = with(project, i, values);
        }
        return values;
    }

    private int[][] with(Participant<Profile.Project> project, int i, int[][] before) {
        var investor = matching.investors().get(i);
        var pair = new Pair(project.id(), investor.id());
        int score = Judge.score(project, investor);
        boolean must = matching.pinned().contains(pair);
        boolean may = score > 0 && !matching.forbidden().contains(pair);
        int[][] values = new int[most + 1][];
        for (int meetings = 0; meetings <= most; meetings++) {
            values[meetings] = must ? impossible() : before[meetings].clone();
            for (int state = 0; may && meetings > 0 && state < values[meetings].length; state++) {
                if (used(state, i) > 0 && before[meetings - 1][state - place[i]] != IMPOSSIBLE) {
                    values[meetings][state] =
                            Math.max(values[meetings][state], before[meetings - 1][state - place[i]] + score);
                }
            }
        }
        return values;
    }

    private int[] withMinimum(int[][] values) {
        int[] best = impossible();
        for (int meetings = 0; meetings <= most; meetings++) {
            int missing = Math.max(0, matching.rules().minMeetingsPerProject() - meetings);
            for (int state = 0; state < best.length; state++) {
                if (values[meetings][state] != IMPOSSIBLE) {
                    best[state] = Math.max(best[state], values[meetings][state] - MISSING * missing);
                }
            }
        }
        return best;
    }

    private int meetings(int state) {
        int meetings = 0;
        for (int i = 0; i < caps.length; i++) {
            meetings += used(state, i);
        }
        return meetings;
    }

    private int used(int state, int i) {
        return state / place[i] % (caps[i] + 1);
    }

    private int[] impossible() {
        int[] values = new int[place[caps.length]];
        Arrays.fill(values, IMPOSSIBLE);
        return values;
    }
}
