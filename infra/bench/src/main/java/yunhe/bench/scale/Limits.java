package yunhe.bench.scale;

import java.time.Duration;

/**
 * What the services hold at most, and what a model has to assume.
 *
 * @param partitions of the table; 0: every partition key has one of its own, the best that splitting can reach
 * @param sdk what the SDK's client does when it is throttled
 */
record Limits(int partitions, Sdk sdk) {

    static final int WRITE_UNITS_PER_SECOND = 1_000;
    static final int READ_UNITS_PER_SECOND = 3_000;

    /** A new table on demand takes 4,000 write units a second. */
    static final int PARTITIONS_OF_A_NEW_TABLE = 4;

    static final Duration CALL_MIN = Duration.ofMillis(5);
    static final Duration CALL_MAX = Duration.ofMillis(15);

    static final int API_BURST = 5_000;
    static final int API_PER_SECOND = 10_000;
    static final int INSTANCES_MAX = 1_000;
    static final int INSTANCES_PER_SECOND = 100;
    static final Duration RESTORE = Duration.ofMillis(300);

    /** What the function does besides calling the store. */
    static final Duration OWN_TIME = Duration.ofMillis(5);

    static final int PRESSES_MAX = 20;
    static final Duration PRESS_AGAIN_MIN = Duration.ofSeconds(1);
    static final Duration PRESS_AGAIN_MAX = Duration.ofSeconds(3);

    /**
     * The client's own retries of a throttled call.
     *
     * @param base doubles with each attempt; half of it is left to chance
     * @param timeout of the whole call, which then has failed
     */
    record Sdk(int attemptsMax, Duration base, Duration timeout) {

        /** As version 2.54 does by default, asked of its own strategy, with the time-out of yunhe.dynamo.Dynamo. */
        static final Sdk AS_IT_IS = new Sdk(9, Duration.ofMillis(500), Duration.ofSeconds(8));

        /** The same calls without the client's retries, so that only the project's own remain. */
        static final Sdk NONE = new Sdk(1, Duration.ZERO, Duration.ofSeconds(8));

        boolean retries() {
            return attemptsMax > 1;
        }
    }

    static Limits ofANewTable() {
        return new Limits(PARTITIONS_OF_A_NEW_TABLE, Sdk.AS_IT_IS);
    }

    static Limits ofASplitTable() {
        return new Limits(0, Sdk.AS_IT_IS);
    }

    Limits with(Sdk other) {
        return new Limits(partitions, other);
    }
}
