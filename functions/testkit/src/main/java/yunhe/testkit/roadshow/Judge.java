package yunhe.testkit.roadshow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.RegistrationId;
import yunhe.core.profile.Profile;
import yunhe.core.roadshow.Matching;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.Participant;
import yunhe.core.roadshow.Timetable;
import yunhe.core.roadshow.Unmet;

/**
 * Says what is wrong with a timetable, by the words of the HTTP contract alone: it shares no code with whoever makes
 * timetables, and works out every score by itself.
 */
public final class Judge {

    /** By rank from 1: ⌊10 × (1 − (rank − 1) ÷ 20)⌋. */
    private static final int[] WISHES = {10, 9, 9, 8, 8, 7, 7, 6, 6, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 0};

    private final Matching matching;
    private final Map<RegistrationId, Participant<Profile.Project>> projects = new HashMap<>();
    private final Map<RegistrationId, Participant<Profile.Investor>> investors = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Judge(Matching matching) {
        this.matching = matching;
        matching.projects().forEach(project -> projects.put(project.id(), project));
        matching.investors().forEach(investor -> investors.put(investor.id(), investor));
    }

    /** What is wrong with a timetable that was just made. */
    public static List<String> problems(Matching matching, Timetable timetable) {
        var judge = new Judge(matching);
        judge.meetings(timetable.meetings());
        judge.timetable(timetable);
        return judge.problems;
    }

    /** What is wrong with meetings that were repaired, where nothing is pinned any more. */
    public static List<String> problems(Matching matching, List<Meeting> meetings) {
        var judge = new Judge(matching);
        judge.meetings(meetings);
        return judge.problems;
    }

    public static int score(Participant<Profile.Project> project, Participant<Profile.Investor> investor) {
        var wanted = project.profile();
        var offered = investor.profile();
        int score = 0;
        int common = 0;
        for (var sector : wanted.sectors()) {
            common += offered.sectors().contains(sector) ? 1 : 0;
        }
        if (!wanted.sectors().isEmpty()) {
            score += (int) Math.floor(40.0 * common / wanted.sectors().size());
        }
        if (wanted.stage().isPresent()
                && offered.stages().contains(wanted.stage().get())) {
            score += 20;
        }
        if (wanted.seeking().isPresent()
                && offered.ticketMin().isPresent()
                && offered.ticketMax().isPresent()
                && offered.ticketMin().get() <= wanted.seeking().get()
                && wanted.seeking().get() <= offered.ticketMax().get()) {
            score += 20;
        }
        return score
                + wish(project.wishes().indexOf(investor.id()))
                + wish(investor.wishes().indexOf(project.id()));
    }

    private static int wish(int index) {
        return index == -1 ? 0 : WISHES[index];
    }

    private void meetings(List<Meeting> meetings) {
        var seen = new HashSet<>();
        var counts = new HashMap<RegistrationId, Integer>();
        for (var meeting : meetings) {
            var pair = meeting.pair();
            require(meeting.slot() >= 0 && meeting.slot() < matching.rules().slots(), "no such slot", meeting);
            require(meeting.table() >= 0 && meeting.table() < matching.rules().tables(), "no such table", meeting);
            require(seen.add(List.of(meeting.slot(), meeting.table())), "a table with two meetings", meeting);
            require(seen.add(List.of(meeting.slot(), pair.project())), "a project twice in a slot", meeting);
            require(seen.add(List.of(meeting.slot(), pair.investor())), "an investor twice in a slot", meeting);
            require(seen.add(pair), "a pair that meets twice", meeting);
            require(!matching.forbidden().contains(pair), "a forbidden pair", meeting);
            counts.merge(pair.project(), 1, Integer::sum);
            counts.merge(pair.investor(), 1, Integer::sum);
            score(meeting);
        }
        counts.forEach((id, count) -> Optional.ofNullable(investors.get(id))
                .ifPresent(investor ->
                        require(count <= investor.profile().maxMeetings(), "too many meetings of an investor", id)));
        counts.forEach((id, count) -> Optional.ofNullable(projects.get(id))
                .ifPresent(project -> require(
                        count <= matching.rules().maxMeetingsPerProject(), "too many meetings of a project", id)));
    }

    private void score(Meeting meeting) {
        var project = projects.get(meeting.pair().project());
        var investor = investors.get(meeting.pair().investor());
        if (project == null || investor == null) {
            require(false, "somebody who does not take part", meeting);
            return;
        }
        int score = score(project, investor);
        require(score == meeting.score(), "another score than " + score, meeting);
        require(score > 0, "a pair with score 0", meeting);
    }

    private void timetable(Timetable timetable) {
        int score = 0;
        var meets = new HashSet<Pair>();
        var counts = new HashMap<RegistrationId, Integer>();
        for (var meeting : timetable.meetings()) {
            score += meeting.score();
            meets.add(meeting.pair());
            counts.merge(meeting.pair().project(), 1, Integer::sum);
        }
        require(score == timetable.score(), "another sum of scores than " + score, timetable.score());
        require(score <= timetable.upperBound(), "a score above its bound", timetable.upperBound());
        for (var pin : matching.pinned()) {
            require(meets.contains(pin), "a pin that is not held", pin);
        }
        var unmet = new HashSet<Unmet>();
        int minimum = matching.rules().minMeetingsPerProject();
        for (var id : projects.keySet()) {
            int count = counts.getOrDefault(id, 0);
            if (count < minimum) {
                unmet.add(new Unmet(id, count, minimum));
            }
        }
        require(
                unmet.equals(new HashSet<>(timetable.unmet()))
                        && unmet.size() == timetable.unmet().size(),
                "others left short than " + unmet,
                timetable.unmet());
        var ordered = new ArrayList<>(timetable.meetings());
        ordered.sort((one, other) -> one.slot() != other.slot()
                ? Integer.compare(one.slot(), other.slot())
                : Integer.compare(one.table(), other.table()));
        require(ordered.equals(timetable.meetings()), "meetings out of order", timetable.meetings());
    }

    private void require(boolean holds, String problem, Object where) {
        if (!holds) {
            problems.add(problem + ": " + where);
        }
    }
}
