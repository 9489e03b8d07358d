package yunhe.core.roadshow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the timetable: lets the best pairs be chosen, spreads them over the slots, and gives each a table. */
public final class Planner {

    private final Matchmaker matchmaker;

    public Planner(Matchmaker matchmaker) {
        this.matchmaker = matchmaker;
    }

    /** The best timetable, the same whenever the same is asked. The pins must be such that all can be held. */
    public Timetable plan(Matching matching) {
        if (!matching.pinProblems().isEmpty()) {
            throw new IllegalArgumentException("pins that cannot be held: " + matching.pinProblems());
        }
        var choice = matchmaker.choose(matching);
        var pairs = matching.candidates().stream()
                .filter(candidate -> choice.pairs().contains(candidate.pair()))
                .toList();
        if (pairs.size() < choice.pairs().size()) {
            throw new IllegalStateException("pairs were chosen that may not meet");
        }
        var meetings = Tables.seat(
                Slots.spread(pairs, matching.rules()), matching.rules().tables());
        int score = meetings.stream().mapToInt(Meeting::score).sum();
        return new Timetable(meetings, score, choice.upperBound(), unmet(choice.pairs(), matching));
    }

    private static List<Unmet> unmet(Set<Pair> pairs, Matching matching) {
        var meetings = pairs.stream().collect(Collectors.groupingBy(Pair::project, Collectors.counting()));
        int minimum = matching.rules().minMeetingsPerProject();
        var unmet = new ArrayList<Unmet>();
        for (var project : matching.projects()) {
            int has = meetings.getOrDefault(project.id(), 0L).intValue();
            if (has < minimum) {
                unmet.add(new Unmet(project.id(), has, minimum));
            }
        }
        return unmet;
    }
}
