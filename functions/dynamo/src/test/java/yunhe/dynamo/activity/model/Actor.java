package yunhe.dynamo.activity.model;

import java.util.List;

/** Who makes store calls, one at a time, and may stop after any of them. */
interface Actor {
    /** What the next call can lead to; empty when there is nothing to do, now or ever. */
    List<Step> successors(State state);

    /** Whether property 4 binds it: who has not waited may not pass those who do. */
    default boolean isNewcomer() {
        return false;
    }
}
