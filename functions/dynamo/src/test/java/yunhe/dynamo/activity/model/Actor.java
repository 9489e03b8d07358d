package yunhe.dynamo.activity.model;

import java.util.List;

/** Who makes store calls, one at a time, and may stop after any of them. */
interface Actor {
    /** What the next call can lead to; empty when there is nothing to do, now or ever. */
    List<Step> successors(State state);

    /** Where this actor alone ends, if the first that can happen always does. */
    default State alone(State state) {
        State last = state;
        List<Step> steps = successors(last);
        while (!steps.isEmpty()) {
            last = steps.getFirst().after();
            steps = successors(last);
        }
        return last;
    }

    /** Whether it has not waited, and so may not pass those who do. */
    default boolean isNewcomer() {
        return false;
    }
}
