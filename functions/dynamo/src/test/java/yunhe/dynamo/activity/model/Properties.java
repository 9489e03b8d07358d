package yunhe.dynamo.activity.model;

import static yunhe.dynamo.activity.model.Store.CAPACITY;
import static yunhe.dynamo.activity.model.Store.CLOSED;
import static yunhe.dynamo.activity.model.Store.LINE;
import static yunhe.dynamo.activity.model.Store.LISTED;
import static yunhe.dynamo.activity.model.Store.WAITING;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold in every state, and in every state after all actors stopped and the marks were recovered. */
final class Properties {
    private static final int CALLS_MAX = 60;
    /** Of whoever tries the healed state; nobody else has it. */
    private static final int MARK = 15;

    private final Store store;
    private final Recovery recovery;
    private final Granter granter;
    private final Newcomer newcomer;
    private final Promoter promoter;
    private final int newcomerKey;
    /** What holds in a state of the store holds in it for ever; the actors' memories do not matter. */
    private final Set<State> proven = new HashSet<>();

    /**
     * The last key is left to the one who tries the healed state.
     *
     * @param owners the key of each mark
     */
    Properties(People people, List<Integer> owners) {
        this.store = people.store();
        int at = store.size();
        this.newcomerKey = store.keys() - 1;
        this.recovery = new Recovery(people, at, owners);
        this.granter = new Granter(people.seats(), at);
        this.newcomer = new Newcomer(
                people, at, new Applicant(MARK, List.of(newcomerKey), Status.CONFIRMED), List.of(MARK));
        var marks = Collections.nCopies(store.keys(), MARK);
        this.promoter = new Promoter(people, at, new Promoter.Promotion(marks, Status.CONFIRMED));
    }

    @Nullable String wrong(State state) {
        State s = state.first(store.size(), Newcomer.size(1));
        if (proven.contains(s)) {
            return null;
        }
        String wrong = wrongNow(s);
        wrong = wrong == null && s.get(CLOSED) == 0 ? wrongHealed(s) : wrong;
        if (wrong == null) {
            proven.add(s);
        }
        return wrong;
    }

    private @Nullable String wrongNow(State s) {
        if (store.taken(s) < store.holders(s)) {
            return "fewer taken than hold";
        }
        for (int contact = 0; contact < store.keys(); contact++) {
            if (store.live(s, contact) > 1) {
                return "two live registrations of one person";
            }
        }
        if (s.get(LISTED) != 0 && (store.holders(s) > 0 || store.waiters(s) > 0)) {
            return "live after the closing";
        }
        boolean counted = s.get(WAITING) == store.waiters(s) && Integer.bitCount(s.get(LINE)) == store.waiters(s);
        return counted || s.get(CLOSED) != 0 ? null : "those who wait are not counted";
    }

    private @Nullable String wrongHealed(State stopped) {
        State s = recovery.settle(stopped).clear(store.size(), Newcomer.size(1));
        int holders = store.holders(s);
        int capacity = s.get(CAPACITY);
        if (store.taken(s) != holders) {
            return "not as many taken as hold, after healing";
        }
        State granted = s;
        for (List<Step> steps; !(steps = granter.successors(granted)).isEmpty(); ) {
            granted = steps.getFirst().after();
        }
        if (store.promised(granted) != Math.max(capacity, holders)) {
            return "capacity is lost, after healing";
        }
        if (holders >= capacity) {
            return null;
        }
        boolean moves = s.get(WAITING) > 0
                ? promotes(granted.clear(store.size(), Newcomer.size(1)), holders)
                : seats(s, 0);
        return moves ? null : "a place is stranded, after healing";
    }

    /** Whether some choice of the Promoter's gives a place: it is alone, so its look sees which. */
    private boolean promotes(State s, int holders) {
        for (Step picked : promoter.successors(s)) {
            for (Step claimed : promoter.successors(picked.after())) {
                for (Step confirmed : promoter.successors(claimed.after())) {
                    if (store.holders(confirmed.after()) > holders) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether a newcomer gets a place, whatever they choose. */
    private boolean seats(State s, int calls) {
        if (store.status(s, newcomerKey).holds()) {
            return true;
        }
        List<Step> steps = calls < CALLS_MAX ? newcomer.successors(s) : List.of();
        return !steps.isEmpty() && steps.stream().allMatch(step -> seats(step.after(), calls + 1));
    }

    @Nullable String wrong(Actor actor, State before, State after) {
        int taken = store.taken(before);
        boolean claims = store.taken(after) == taken + 1;
        if (claims && taken >= before.get(CAPACITY)) {
            return "a place is taken where none is left";
        }
        if (claims && actor.isNewcomer() && before.get(WAITING) > 0) {
            return "a newcomer passes those who wait";
        }
        int promised = store.promised(after);
        return promised > store.promised(before) && promised > after.get(CAPACITY)
                ? "more promised than there is"
                : null;
    }
}
