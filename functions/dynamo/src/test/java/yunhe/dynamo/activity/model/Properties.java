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

/** Looks for a {@link Property} that does not hold. */
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
        this.newcomer =
                new Newcomer(people, at, new Applicant(MARK, List.of(newcomerKey), Status.CONFIRMED), List.of(MARK));
        var marks = Collections.nCopies(store.keys(), MARK);
        this.promoter = new Promoter(people, at, new Promoter.Promotion(marks, Status.CONFIRMED));
    }

    @Nullable
    Property broken(State state) {
        State s = state.first(store.size(), Newcomer.size(1));
        if (proven.contains(s)) {
            return null;
        }
        Property broken = brokenNow(s);
        broken = broken == null && s.get(CLOSED) == 0 ? brokenHealed(s) : broken;
        if (broken == null) {
            proven.add(s);
        }
        return broken;
    }

    private @Nullable Property brokenNow(State s) {
        if (store.taken(s) < store.holders(s)) {
            return Property.AS_MANY_ARE_TAKEN_AS_HOLD;
        }
        for (int contact = 0; contact < store.keys(); contact++) {
            if (store.live(s, contact) > 1) {
                return Property.ONE_LIVE_REGISTRATION_PER_PERSON;
            }
        }
        if (s.get(LISTED) != 0 && (store.holders(s) > 0 || store.waiters(s) > 0)) {
            return Property.NOBODY_IS_LIVE_AFTER_CLOSING;
        }
        boolean counted = s.get(WAITING) == store.waiters(s) && Integer.bitCount(s.get(LINE)) == store.waiters(s);
        return counted || s.get(CLOSED) != 0 ? null : Property.THOSE_WHO_WAIT_ARE_COUNTED;
    }

    private @Nullable Property brokenHealed(State stopped) {
        State s = recovery.alone(stopped).clear(store.size(), Newcomer.size(1));
        int holders = store.holders(s);
        int capacity = s.get(CAPACITY);
        if (store.taken(s) != holders) {
            return Property.AS_MANY_ARE_TAKEN_AS_HOLD_AFTER_HEALING;
        }
        State granted = granter.alone(s);
        int promised = store.promised(granted) - Math.max(capacity, holders);
        if (promised != 0) {
            return promised > 0 ? Property.NO_MORE_IS_PROMISED_THAN_THERE_IS : Property.NO_CAPACITY_IS_LOST;
        }
        if (holders >= capacity) {
            return null;
        }
        boolean moves =
                s.get(WAITING) > 0 ? promotes(granted.clear(store.size(), Newcomer.size(1)), holders) : seats(s, 0);
        return moves ? null : Property.NO_PLACE_IS_STRANDED;
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

    @Nullable
    Property broken(Actor actor, State before, State after) {
        int taken = store.taken(before);
        boolean claims = store.taken(after) == taken + 1;
        if (claims && taken >= before.get(CAPACITY)) {
            return Property.A_PLACE_IS_TAKEN_ONLY_WHERE_ONE_IS_LEFT;
        }
        if (claims && actor.isNewcomer() && before.get(WAITING) > 0) {
            return Property.NO_NEWCOMER_PASSES_THOSE_WHO_WAIT;
        }
        int promised = store.promised(after);
        return promised > store.promised(before) && promised > after.get(CAPACITY)
                ? Property.NO_MORE_IS_PROMISED_THAN_THERE_IS
                : null;
    }
}
