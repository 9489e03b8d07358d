package yunhe.core.roadshow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yunhe.core.activity.RegistrationId;

/**
 * Spreads pairs over slots so that nobody meets twice in one and none has more meetings than there are tables: an edge
 * colouring of the bipartite graph of the pairs. Where nobody has more meetings than there are slots, a free slot can
 * always be made by exchanging two slots along a path (König); where there are no more pairs than tables in all slots,
 * what is too much in one slot always finds a place in another one in the same way (de Werra).
 */
final class Slots {

    private static final int NONE = -1;

    private final List<Candidate> pairs;
    private final MeetingRules rules;

    /** The people of both sides, counted through; a pair is an edge between two of them. */
    private final int[] project;

    private final int[] investor;

    /** Per person and slot the pair that it meets in. */
    private final int[][] at;

    private final int[] slotOf;
    private final int[] meetingsIn;

    private Slots(List<Candidate> pairs, MeetingRules rules) {
        this.pairs = pairs;
        this.rules = rules;
        this.project = new int[pairs.size()];
        this.investor = new int[pairs.size()];
        var people = new HashMap<RegistrationId, Integer>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            project[pair] = number(people, pairs.get(pair).project().id());
            investor[pair] = number(people, pairs.get(pair).investor().id());
        }
        this.at = new int[people.size()][rules.slots()];
        for (var slots : at) {
            Arrays.fill(slots, NONE);
        }
        this.slotOf = new int[pairs.size()];
        this.meetingsIn = new int[rules.slots()];
    }

    /** The pairs of each slot, in their order among all pairs. */
    static List<List<Candidate>> spread(List<Candidate> pairs, MeetingRules rules) {
        var slots = new Slots(pairs, rules);
        for (int pair = 0; pair < pairs.size(); pair++) {
            slots.place(pair);
        }
        slots.balance();
        return slots.bySlot();
    }

    private void place(int pair) {
        int common = common(pair);
        if (common != NONE) {
            put(pair, common);
            return;
        }
        int free = firstFree(project[pair]);
        int other = firstFree(investor[pair]);
        // The sides alternate along the path, so it would reach the project in the slot that the project has free:
        // never.
        exchange(path(investor[pair], free, other), free, other);
        put(pair, free);
    }

    /**
     * The emptiest of the slots that both have free, so that every slot keeps tables for whoever is to be helped later.
     */
    private int common(int pair) {
        int best = NONE;
        for (int slot = 0; slot < rules.slots(); slot++) {
            if (at[project[pair]][slot] == NONE
                    && at[investor[pair]][slot] == NONE
                    && (best == NONE || meetingsIn[slot] < meetingsIn[best])) {
                best = slot;
            }
        }
        return best;
    }

    private int firstFree(int person) {
        for (int slot = 0; slot < rules.slots(); slot++) {
            if (at[person][slot] == NONE) {
                return slot;
            }
        }
        throw new IllegalArgumentException("more meetings than slots");
    }

    /** The pairs in turn in the one and the other slot, from somebody who has only a meeting in the first. */
    private List<Integer> path(int person, int first, int second) {
        var path = new ArrayList<Integer>();
        int here = person;
        int slot = first;
        for (int pair = at[here][slot]; pair != NONE; pair = at[here][slot]) {
            path.add(pair);
            here = project[pair] == here ? investor[pair] : project[pair];
            slot = slot == first ? second : first;
        }
        return path;
    }

    private void exchange(List<Integer> path, int first, int second) {
        var before = path.stream().map(pair -> slotOf[pair]).toList();
        path.forEach(this::take);
        for (int i = 0; i < path.size(); i++) {
            put(path.get(i), before.get(i) == first ? second : first);
        }
    }

    private void put(int pair, int slot) {
        at[project[pair]][slot] = pair;
        at[investor[pair]][slot] = pair;
        slotOf[pair] = slot;
        meetingsIn[slot]++;
    }

    private void take(int pair) {
        int slot = slotOf[pair];
        at[project[pair]][slot] = NONE;
        at[investor[pair]][slot] = NONE;
        meetingsIn[slot]--;
    }

    private void balance() {
        if (pairs.size() > rules.room()) {
            throw new IllegalArgumentException("more meetings than tables");
        }
        for (int slot = 0; slot < rules.slots(); slot++) {
            while (meetingsIn[slot] > rules.tables()) {
                relieve(slot, emptiest());
            }
        }
    }

    /** Somebody starts a path that has one pair more in the fuller slot: the pairs there are more than in the other. */
    private void relieve(int full, int empty) {
        for (int person = 0; person < at.length; person++) {
            if (at[person][full] != NONE && at[person][empty] == NONE) {
                var path = path(person, full, empty);
                if (path.size() % 2 == 1) {
                    exchange(path, full, empty);
                    return;
                }
            }
        }
        throw new IllegalStateException("no path between slots with " + Arrays.toString(meetingsIn));
    }

    private int emptiest() {
        int best = 0;
        for (int slot = 1; slot < rules.slots(); slot++) {
            if (meetingsIn[slot] < meetingsIn[best]) {
                best = slot;
            }
        }
        return best;
    }

    private List<List<Candidate>> bySlot() {
        var slots = new ArrayList<List<Candidate>>();
        for (int slot = 0; slot < rules.slots(); slot++) {
            slots.add(new ArrayList<>());
        }
        for (int pair = 0; pair < pairs.size(); pair++) {
            slots.get(slotOf[pair]).add(pairs.get(pair));
        }
        return slots;
    }

    private static int number(Map<RegistrationId, Integer> people, RegistrationId person) {
        return people.computeIfAbsent(person, unknown -> people.size());
    }
}
