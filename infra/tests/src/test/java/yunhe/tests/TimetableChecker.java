package yunhe.tests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says what is wrong with a timetable. It knows the contract and what the service answers to its participants, and
 * nothing of how timetables are made.
 */
final class TimetableChecker {

    private static final int RANKS = 20;

    private final Map<String, JsonNode> projects = new TreeMap<>();
    private final Map<String, JsonNode> investors = new TreeMap<>();
    private final Map<String, List<String>> wishes = new HashMap<>();

    private TimetableChecker() {}

    /** @param everyone those who may be in it, whatever became of them; only the confirmed ones may meet */
    static TimetableChecker of(Roadshow roadshow, List<Registration> everyone) {
        TimetableChecker checker = new TimetableChecker();
        for (Registration one : everyone) {
            JsonNode now = one.read();
            if (now.path("status").asText().equals("confirmed")) {
                boolean isProject = now.path("group").asText().equals("project");
                (isProject ? checker.projects : checker.investors).put(one.id(), now.path("profile"));
                checker.wishes.put(one.id(), roadshow.wishes(one));
            }
        }
        return checker;
    }

    /** From 0 to 100, as the contract says it. */
    int score(String project, String investor) {
        JsonNode wanted = projects.get(project);
        JsonNode offered = investors.get(investor);
        List<JsonNode> sectors = Json.list(wanted.path("sectors"));
        long common = sectors.stream()
                .filter(Json.list(offered.path("sectors"))::contains)
                .count();
        int score = (int) (40 * common / sectors.size());
        if (wanted.has("stage") && Json.list(offered.path("stages")).contains(wanted.path("stage"))) {
            score += 20;
        }
        if (wanted.has("seeking")
                && offered.has("ticketMin")
                && offered.has("ticketMax")
                && offered.path("ticketMin").asLong() <= wanted.path("seeking").asLong()
                && wanted.path("seeking").asLong() <= offered.path("ticketMax").asLong()) {
            score += 20;
        }
        return score + wish(project, investor) + wish(investor, project);
    }

    private int wish(String from, String to) {
        int rank = wishes.get(from).indexOf(to) + 1;
        return rank == 0 ? 0 : 10 * (RANKS - (rank - 1)) / RANKS;
    }

    /** Empty when nothing is. */
    List<String> problems(JsonNode timetable) {
        List<String> problems = new ArrayList<>();
        Set<String> met = new HashSet<>();
        Set<String> taken = new HashSet<>();
        Map<String, Integer> count = new HashMap<>();
        int sum = 0;
        for (JsonNode meeting : timetable.path("meetings")) {
            String project = meeting.path("project").asText();
            String investor = meeting.path("investor").asText();
            int slot = meeting.path("slot").asInt();
            int table = meeting.path("table").asInt();
            if (!projects.containsKey(project) || !investors.containsKey(investor)) {
                problems.add("somebody is not there: " + meeting);
                continue;
            }
            if (slot >= timetable.path("slots").size() || table >= tables(timetable)) {
                problems.add("no such slot or table: " + meeting);
            }
            if (!met.add(project + " " + investor)) {
                problems.add("a pair meets twice: " + meeting);
            }
            if (!taken.add("table " + table + " at " + slot)) {
                problems.add("a table is taken twice: " + meeting);
            }
            for (String person : List.of(project, investor)) {
                count.merge(person, 1, Integer::sum);
                if (!taken.add(person + " at " + slot)) {
                    problems.add("somebody is in two places: " + meeting);
                }
            }
            int score = score(project, investor);
            if (score != meeting.path("score").asInt() || score == 0) {
                problems.add("the score is " + score + ": " + meeting);
            }
            sum += score;
        }
        count.forEach((person, meetings) -> {
            if (meetings > cap(timetable, person)) {
                problems.add(person + " has " + meetings + " meetings");
            }
        });
        forbidden(timetable, met, problems);
        gaps(timetable, met, taken, count, problems);
        if (timetable.has("unmet")) {
            draft(timetable, sum, met, count, problems);
        }
        return problems;
    }

    private int cap(JsonNode timetable, String person) {
        return projects.containsKey(person)
                ? timetable.path("maxMeetingsPerProject").asInt()
                : investors.get(person).path("maxMeetings").asInt();
    }

    private static int tables(JsonNode timetable) {
        return timetable.path("tables").asInt();
    }

    private static void forbidden(JsonNode timetable, Set<String> met, List<String> problems) {
        for (JsonNode pair : timetable.path("forbidden")) {
            if (met.contains(text(pair))) {
                problems.add("a forbidden pair meets: " + pair);
            }
        }
    }

    /** Two who might meet, in a slot in which both are free and there is a table: then they do. */
    private void gaps(
            JsonNode timetable, Set<String> met, Set<String> taken, Map<String, Integer> count, List<String> problems) {
        Set<String> forbidden = new HashSet<>();
        timetable.path("forbidden").forEach(pair -> forbidden.add(text(pair)));
        for (String project : projects.keySet()) {
            for (String investor : investors.keySet()) {
                String pair = project + " " + investor;
                if (score(project, investor) == 0
                        || met.contains(pair)
                        || forbidden.contains(pair)
                        || count.getOrDefault(project, 0) >= cap(timetable, project)
                        || count.getOrDefault(investor, 0) >= cap(timetable, investor)) {
                    continue;
                }
                for (int slot = 0; slot < timetable.path("slots").size(); slot++) {
                    int at = slot;
                    boolean tableIsFree = taken.stream()
                                    .filter(it -> it.startsWith("table ") && it.endsWith(" at " + at))
                                    .count()
                            < tables(timetable);
                    if (tableIsFree
                            && !taken.contains(project + " at " + at)
                            && !taken.contains(investor + " at " + at)) {
                        problems.add("they could meet in slot " + at + ": " + pair);
                    }
                }
            }
        }
    }

    private void draft(
            JsonNode timetable, int sum, Set<String> met, Map<String, Integer> count, List<String> problems) {
        if (sum != timetable.path("score").asInt()
                || sum > timetable.path("upperBound").asInt()) {
            problems.add("the scores add up to " + sum);
        }
        for (JsonNode pair : timetable.path("pinned")) {
            if (!met.contains(text(pair))) {
                problems.add("a pinned pair does not meet: " + pair);
            }
        }
        int minimum = timetable.path("minMeetingsPerProject").asInt();
        Map<String, Integer> unmet = new TreeMap<>();
        timetable
                .path("unmet")
                .forEach(each -> unmet.put(
                        each.path("project").asText(), each.path("meetings").asInt()));
        Map<String, Integer> left = new TreeMap<>();
        for (String project : projects.keySet()) {
            int meetings = count.getOrDefault(project, 0);
            if (meetings < minimum) {
                left.put(project, meetings);
            }
        }
        if (!left.equals(unmet)) {
            problems.add("left short are " + left);
        }
    }

    /**
     * The best sum of scores with as few meetings missing as can be, by trying every choice of pairs: for a handful of
     * people. A choice in which nobody has more meetings than there are slots, and which has room, fits into the slots
     * (Kőnig's theorem on edge colouring).
     */
    Best best(JsonNode timetable) {
        List<String[]> pairs = new ArrayList<>();
        for (String project : projects.keySet()) {
            for (String investor : investors.keySet()) {
                if (score(project, investor) > 0) {
                    pairs.add(new String[] {project, investor});
                }
            }
        }
        Best best = new Best(Integer.MAX_VALUE, 0);
        for (int choice = 0; choice < 1 << pairs.size(); choice++) {
            Best found = value(timetable, pairs, choice);
            if (found.shortfall() < best.shortfall()
                    || found.shortfall() == best.shortfall() && found.score() > best.score()) {
                best = found;
            }
        }
        return best;
    }

    private Best value(JsonNode timetable, List<String[]> pairs, int choice) {
        int slots = timetable.path("slots").size();
        Map<String, Integer> count = new HashMap<>();
        int score = 0;
        for (int i = 0; i < pairs.size(); i++) {
            if ((choice >> i & 1) == 1) {
                for (String person : pairs.get(i)) {
                    if (count.merge(person, 1, Integer::sum) > Math.min(slots, cap(timetable, person))) {
                        return new Best(Integer.MAX_VALUE, 0);
                    }
                }
                score += score(pairs.get(i)[0], pairs.get(i)[1]);
            }
        }
        if (Integer.bitCount(choice) > slots * tables(timetable)) {
            return new Best(Integer.MAX_VALUE, 0);
        }
        int minimum = timetable.path("minMeetingsPerProject").asInt();
        int shortfall = projects.keySet().stream()
                .mapToInt(project -> Math.max(0, minimum - count.getOrDefault(project, 0)))
                .sum();
        return new Best(shortfall, score);
    }

    /** How good a timetable is: first by its shortfall, then by its score. */
    record Best(int shortfall, int score) {

        static Best of(JsonNode timetable) {
            int shortfall = 0;
            for (JsonNode each : timetable.path("unmet")) {
                shortfall +=
                        each.path("minimum").asInt() - each.path("meetings").asInt();
            }
            return new Best(shortfall, timetable.path("score").asInt());
        }
    }

    private static String text(JsonNode pair) {
        return pair.path("project").asText() + " " + pair.path("investor").asText();
    }
}
