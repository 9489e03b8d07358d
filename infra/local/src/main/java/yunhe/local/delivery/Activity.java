package yunhe.local.delivery;

import java.util.function.Supplier;

/**
 * Counts deliveries, so that someone who looked at one source after the other can tell whether anything moved
 * meanwhile.
 */
public final class Activity {
    private long steps;
    private int running;

    public <T> T during(Supplier<T> delivery) {
        begin();
        try {
            return delivery.get();
        } finally {
            end();
        }
    }

    public synchronized void begin() {
        steps++;
        running++;
    }

    public synchronized void end() {
        steps++;
        running--;
    }

    /** Changes with every beginning and end of a delivery. */
    synchronized long steps() {
        return steps;
    }

    synchronized boolean nothingRuns() {
        return running == 0;
    }
}
