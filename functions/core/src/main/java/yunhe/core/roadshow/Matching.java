package yunhe.core.roadshow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import yunhe.core.activity.RegistrationId;
import yunhe.core.profile.Profile;

/**
 * Who can meet, and under which rules.
 *
 * @param projects by id, in whatever order they were given, so that the same people get the same timetable
 * @param investors by id likewise
 * @param pinned pairs that meet in any case, in whatever slot
 * @param forbidden pairs that do not meet; whoever is unknown among them is passed over
 */
public record Matching(
        List<Participant<Profile.Project>> projects,
        List<Participant<Profile.Investor>> investors,
        MeetingRules rules,
        Set<Pair> pinned,
        Set<Pair> forbidden) {

    /** On each side. */
    public static final int PARTICIPANTS_MAX = 500;

    public Matching {
        projects = byId(projects);
        investors = byId(investors);
        pinned = Collections.unmodifiableSet(new LinkedHashSet<>(pinned));
        forbidden = Set.copyOf(forbidden);
        var ids = new HashSet<RegistrationId>();
        projects.forEach(project -> ids.add(project.id()));
        investors.forEach(investor -> ids.add(investor.id()));
        if (ids.size() < projects.size() + investors.size()) {
            throw new IllegalArgumentException("a participant twice");
        }
    }

    /** How many meetings a project may have. */
    public int projectCap() {
        return Math.min(rules.maxMeetingsPerProject(), rules.slots());
    }

    public int cap(Participant<Profile.Investor> investor) {
        return Math.min(investor.profile().maxMeetings(), rules.slots());
    }

    /** Whoever may meet at all, by project and investor: pairs that are not forbidden and have a score above 0. */
    public List<Candidate> candidates() {
        var candidates = new ArrayList<Candidate>();
        for (var project : projects) {
            for (var investor : investors) {
                var candidate = new Candidate(project, investor, Score.of(project, investor));
                if (candidate.score() > 0 && !forbidden.contains(candidate.pair())) {
                    candidates.add(candidate);
                }
            }
        }
        return candidates;
    }

    /**
     * Which pins cannot be held, in the order in which they were given. With none, all of them can: whatever keeps the
     * caps has its place in the slots.
     */
    public List<PinProblem> pinProblems() {
        var projectOf = index(projects);
        var investorOf = index(investors);
        var meetings = new HashMap<RegistrationId, Integer>();
        var problems = new ArrayList<PinProblem>();
        int held = 0;
        for (var pair : pinned) {
            var project = projectOf.get(pair.project());
            var investor = investorOf.get(pair.investor());
            PinProblem.Reason reason;
            if (project == null || investor == null) {
                reason = PinProblem.Reason.UNKNOWN_PARTICIPANT;
            } else if (forbidden.contains(pair)) {
                reason = PinProblem.Reason.FORBIDDEN;
            } else if (Score.of(project, investor) == 0) {
                reason = PinProblem.Reason.NO_SCORE;
            } else if (meetings.getOrDefault(project.id(), 0) >= projectCap()) {
                reason = PinProblem.Reason.PROJECT_FULL;
            } else if (meetings.getOrDefault(investor.id(), 0) >= cap(investor)) {
                reason = PinProblem.Reason.INVESTOR_FULL;
            } else if (held >= rules.room()) {
                reason = PinProblem.Reason.NO_TABLE;
            } else {
                meetings.merge(project.id(), 1, Integer::sum);
                meetings.merge(investor.id(), 1, Integer::sum);
                held++;
                continue;
            }
            problems.add(new PinProblem(pair, reason));
        }
        return List.copyOf(problems);
    }

    private static <P extends Profile> List<Participant<P>> byId(List<Participant<P>> participants) {
        if (participants.size() > PARTICIPANTS_MAX) {
            throw new IllegalArgumentException(participants.size() + " participants on one side");
        }
        return participants.stream()
                .sorted(Comparator.comparing(participant -> participant.id().value()))
                .toList();
    }

    private static <P extends Profile> Map<RegistrationId, Participant<P>> index(List<Participant<P>> participants) {
        return participants.stream().collect(Collectors.toMap(Participant::id, Function.identity()));
    }
}
