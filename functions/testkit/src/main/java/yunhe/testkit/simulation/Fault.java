package yunhe.testkit.simulation;

/**
 * What goes wrong with one of a process's calls.
 *
 * @param call which one; 1 is the first
 */
public record Fault(int call, Kind kind) {

    /** How a call goes wrong. What has no meaning for a call leaves it alone. */
    public enum Kind {
        DIES_BEFORE,
        /** The call takes effect, and nobody is left to know. */
        DIES_AFTER,
        FAILS_BEFORE,
        /** The call takes effect, and its answer is lost. */
        FAILS_AFTER,
        THROTTLED,
        /** Another transaction is at one of the items. */
        CONFLICT,
        /** The client's own retry: the first answer was lost, the second counts. */
        REPEATED;

        public boolean isDeadly() {
            return this == DIES_BEFORE || this == DIES_AFTER;
        }
    }

    @Override
    public String toString() {
        return call + ":" + kind;
    }
}
