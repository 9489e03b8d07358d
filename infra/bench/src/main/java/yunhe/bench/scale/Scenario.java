package yunhe.bench.scale;

import java.time.Duration;

/**
 * A rush.
 *
 * @param within everybody presses first within that time, evenly by chance
 * @param how places are taken
 * @param oneRequestEach every instance answers one request and is never heard of again
 */
record Scenario(int people, int places, int shards, Duration within, How how, boolean oneRequestEach) {

    enum How {
        LEDGER,
        TRANSACTION
    }

    static final Duration WITHIN = Duration.ofSeconds(10);

    static Scenario rush(int people, int places, int shards, How how) {
        return new Scenario(people, places, shards, WITHIN, how, false);
    }

    /** Everybody gets an instance of their own, within a second. */
    static Scenario allCold(int people, int shards) {
        return new Scenario(people, people, shards, Duration.ofSeconds(1), How.LEDGER, true);
    }
}
