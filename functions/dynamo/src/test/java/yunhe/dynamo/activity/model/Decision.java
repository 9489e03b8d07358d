package yunhe.dynamo.activity.model;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call that somebody may make, a number of times: a cancellation, a review, a new capacity. Reading first and
 * writing on the version that was read can do nothing that this cannot.
 *
 * @param at the cell that counts how often
 * @param call null when it is refused
 */
record Decision(String what, int at, int times, Function<State, @Nullable State> call) implements Actor {
    static final int SIZE = 1;

    @Override
    public List<Step> successors(State s) {
        State after = s.get(at) < times ? call.apply(s) : null;
        return after == null ? List.of() : List.of(new Step("", after.add(at, 1)));
    }

    @Override
    public String toString() {
        return what;
    }
}
