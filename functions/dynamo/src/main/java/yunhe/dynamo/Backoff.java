package yunhe.dynamo;

import java.util.random.RandomGenerator;
import yunhe.core.shared.StoreUnavailable;

/** Waits longer after each failure, with full jitter so that those who collided do not collide again. */
public final class Backoff {

    private Backoff() {}

    /** @param attempt 1 after the first failure */
    public static void sleep(RandomGenerator random, int attempt, int firstMillis, int maxMillis) {
        long bound = Math.min(maxMillis, (long) firstMillis << Math.min(attempt, 16));
        try {
            Thread.sleep(random.nextLong(1, bound + 1));
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for the store", cause);
        }
    }
}
