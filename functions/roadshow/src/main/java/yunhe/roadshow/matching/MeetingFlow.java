package yunhe.roadshow.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import yunhe.core.activity.RegistrationId;
import yunhe.core.profile.Profile;
import yunhe.core.roadshow.Candidate;
import yunhe.core.roadshow.Matching;
import yunhe.core.roadshow.Participant;
import yunhe.core.roadshow.Score;

/**
 * Meetings as a flow. A unit is a meeting that a project could have. It goes through an investor and the hall to the
 * sink when it takes place, which costs what the pair lacks of the highest score; or to the sink at once when it does
 * not, which costs the highest score. A meeting that the project's minimum asks for costs a weight besides when it does
 * not take place, more than all scores together: so the least cost has the least shortfall first, and then the best
 * scores.
 */
final class MeetingFlow {

    private final Matching matching;
    private final Map<RegistrationId, Integer> pins = new HashMap<>();
    private final Network network = new Network();
    private final Map<RegistrationId, Integer> nodes = new HashMap<>();
    private final List<Network.Arc> shortfalls = new ArrayList<>();
    private final List<Choosable> choosable;
    private final int weight;
    private int units;

    MeetingFlow(Matching matching, List<Candidate> pinned, List<Candidate> free) {
        this.matching = matching;
        this.weight = Score.MAX * matching.rules().room() + 1;
        for (var pair : pinned) {
            pins.merge(pair.project().id(), 1, Integer::sum);
            pins.merge(pair.investor().id(), 1, Integer::sum);
        }
        int hall = network.addNode(0);
        network.addArc(hall, Network.SINK, matching.rules().room() - pinned.size(), 0);
        matching.projects().forEach(this::add);
        matching.investors().forEach(investor -> add(investor, hall));
        this.choosable = free.stream().map(this::choosable).toList();
    }

    /** What is chosen of the free pairs, and what the sum of their scores cannot exceed with as small a shortfall. */
    Outcome solve() {
        var solution = network.solve();
        var chosen = choosable.stream()
                .filter(pair -> solution.through(pair.arc()) > 0)
                .map(Choosable::candidate)
                .toList();
        long shortfall = shortfalls.stream().mapToLong(solution::through).sum();
        return new Outcome(chosen, (long) Score.MAX * units + weight * shortfall - solution.leastCost());
    }

    private void add(Participant<Profile.Project> project) {
        int held = pins.getOrDefault(project.id(), 0);
        int left = matching.projectCap() - held;
        int due = Math.clamp(matching.rules().minMeetingsPerProject() - held, 0, left);
        int node = network.addNode(left);
        nodes.put(project.id(), node);
        shortfalls.add(network.addArc(node, Network.SINK, due, Score.MAX + weight));
        network.addArc(node, Network.SINK, left - due, Score.MAX);
        units += left;
    }

    private void add(Participant<Profile.Investor> investor, int hall) {
        int node = network.addNode(0);
        nodes.put(investor.id(), node);
        network.addArc(node, hall, matching.cap(investor) - pins.getOrDefault(investor.id(), 0), 0);
    }

    private Choosable choosable(Candidate pair) {
        int cost = Score.MAX - pair.score();
        return new Choosable(pair, network.addArc(node(pair.project()), node(pair.investor()), 1, cost));
    }

    private int node(Participant<?> participant) {
        return Objects.requireNonNull(nodes.get(participant.id()));
    }

    private record Choosable(Candidate candidate, Network.Arc arc) {}

    record Outcome(List<Candidate> chosen, long bound) {}
}
