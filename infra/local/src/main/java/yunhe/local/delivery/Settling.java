package yunhe.local.delivery;

import java.time.Duration;
import java.util.List;

/** Knows when no stream and no queue has anything to deliver now. */
public final class Settling {
    private final List<? extends Poller> pollers;
    private final Activity activity;

    public Settling(List<? extends Poller> pollers, Activity activity) {
        this.pollers = List.copyOf(pollers);
        this.activity = activity;
    }

    /**
     * Waits until everything was seen quiet in one round during which nothing was delivered. A record written before
     * the call is seen by the round; what its delivery writes makes another round.
     */
    public boolean await(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            long before = activity.steps();
            if (allQuiet(end) && activity.nothingRuns() && activity.steps() == before) {
                return true;
            }
            Thread.sleep(1);
        }
        return false;
    }

    private boolean allQuiet(long end) throws InterruptedException {
        for (Poller poller : pollers) {
            if (!poller.awaitQuiet(Duration.ofNanos(end - System.nanoTime()))) {
                return false;
            }
        }
        return true;
    }
}
