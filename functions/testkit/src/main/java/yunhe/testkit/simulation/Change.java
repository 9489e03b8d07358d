package yunhe.testkit.simulation;

import java.time.Instant;
import java.util.Optional;

/**
 * One item before and after a write: what the stream tells, and what checkers look back at.
 *
 * @param number in the order in which the store was written
 * @param write the same for all that one transaction changed
 * @param by who wrote
 */
public record Change(
        long number, long write, Instant at, ItemKey key, Optional<Image> before, Optional<Image> after, Writer by) {

    /**
     * Who wrote.
     *
     * @param invocation empty for whoever looks after the simulation
     * @param lookedAfter the number of the last change before its latest query: what it can know of a list
     */
    public record Writer(Optional<Invocation> invocation, long lookedAfter) {}
}
