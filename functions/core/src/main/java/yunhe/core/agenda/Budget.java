package yunhe.core.agenda;

import java.util.function.BooleanSupplier;

/** How much one invocation may still do. What is left over is the next one's. */
public final class Budget {

    private final BooleanSupplier timeIsUp;
    private int changes;

    /** @param timeIsUp whether the function has to come to an end */
    public Budget(int changes, BooleanSupplier timeIsUp) {
        this.changes = changes;
        this.timeIsUp = timeIsUp;
    }

    public boolean isSpent() {
        return changes <= 0 || timeIsUp.getAsBoolean();
    }

    void spend(int spent) {
        changes -= spent;
    }
}
