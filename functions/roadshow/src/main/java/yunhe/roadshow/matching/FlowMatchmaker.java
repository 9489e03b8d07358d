package yunhe.roadshow.matching;

import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yunhe.core.roadshow.Candidate;
import yunhe.core.roadshow.Matching;
import yunhe.core.roadshow.Matchmaker;

/**
 * Chooses the meetings by a flow of least cost, with a proof: the upper bound follows from prices that the solver puts
 * on every participant, and holds whether or not the solver is right (see {@link Network.Solution#leastCost()}). A
 * choice that reaches it is the best. Pinned pairs are taken out beforehand, with their places and their scores.
 */
public final class FlowMatchmaker implements Matchmaker {

    @Override
    public Choice choose(Matching matching) {
        var pinned = new ArrayList<Candidate>();
        var free = new ArrayList<Candidate>();
        for (var candidate : matching.candidates()) {
            (matching.pinned().contains(candidate.pair()) ? pinned : free).add(candidate);
        }
        var outcome = new MeetingFlow(matching, pinned, free).solve();
        var chosen = Stream.concat(pinned.stream(), outcome.chosen().stream()).toList();
        int score = chosen.stream().mapToInt(Candidate::score).sum();
        long upperBound =
                outcome.bound() + pinned.stream().mapToInt(Candidate::score).sum();
        if (upperBound < score) {
            throw new IllegalStateException("a score of " + score + " above the bound " + upperBound);
        }
        return new Choice(
                chosen.stream().map(Candidate::pair).collect(Collectors.toSet()), Math.toIntExact(upperBound));
    }
}
