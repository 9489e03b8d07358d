package yunhe.roadshow.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import yunhe.core.profile.Profile;
import yunhe.core.roadshow.Matching;
import yunhe.core.roadshow.MeetingRules;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.Participant;
import yunhe.testkit.roadshow.Participants;

/** Small roadshows with tight rules, one for each seed. */
final class Draws {

    private static final int SIDE_MAX = 8;

    private Draws() {}

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 300);
    }

    static Matching of(int seed) {
        var random = new SplittableRandom(seed);
        var people = Participants.draw(
                random, 1 + random.nextInt(SIDE_MAX), 1 + random.nextInt(SIDE_MAX), 1 + random.nextInt(SIDE_MAX), 5);
        int max = 1 + random.nextInt(4);
        var rules = new MeetingRules(1 + random.nextInt(4), 1 + random.nextInt(5), max, random.nextInt(max + 1));
        var pairs = pairs(people);
        var forbidden = new HashSet<Pair>();
        pairs.stream().filter(pair -> random.nextInt(8) == 0).forEach(forbidden::add);
        var without = new Matching(people.projects(), people.investors(), rules, Set.of(), forbidden);
        return pinned(without, random);
    }

    /** None for half of them; for the others whatever can be held of a few. */
    private static Matching pinned(Matching matching, RandomGenerator random) {
        var pins = new LinkedHashSet<Pair>();
        if (random.nextBoolean()) {
            var pairs = pairs(new Participants(matching.projects(), matching.investors()));
            random.ints(6, 0, pairs.size()).mapToObj(pairs::get).forEach(pins::add);
        }
        with(matching, pins).pinProblems().forEach(problem -> pins.remove(problem.pair()));
        return with(matching, pins);
    }

    private static List<Pair> pairs(Participants people) {
        var pairs = new ArrayList<Pair>();
        for (Participant<Profile.Project> project : people.projects()) {
            for (Participant<Profile.Investor> investor : people.investors()) {
                pairs.add(new Pair(project.id(), investor.id()));
            }
        }
        return pairs;
    }

    private static Matching with(Matching matching, Set<Pair> pins) {
        return new Matching(matching.projects(), matching.investors(), matching.rules(), pins, matching.forbidden());
    }
}
