package yunhe.dynamo.activity.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a walk begins, who takes part, and what must hold. */
interface Scenario {
    State start();

    List<Actor> actors();

    /** What does not hold in this state, null when all does. */
    @Nullable
    Property broken(State state);

    /** What does not hold of this call, null when all does. */
    @Nullable
    Property broken(Actor actor, State before, State after);

    /** One line for a history. */
    String describe(State state);
}
