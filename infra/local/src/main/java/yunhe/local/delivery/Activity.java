package yunhe.local.delivery;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Counts deliveries, so that someone who looked at one source after the other can tell whether anything moved
 * meanwhile; and requests, so that deliveries can let them go first.
 *
 * <p>On the service every function has machines of its own. Here all share one, and a person who waits for an answer
 * comes before a mail.
 */
public final class Activity {
    private static final long GIVE_WAY_MAX = TimeUnit.SECONDS.toNanos(5);

    private long steps;
    private int running;
    private int requests;

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

    public synchronized void requestBegins() {
        requests++;
    }

    public synchronized void requestEnds() {
        requests--;
        if (requests == 0) {
            notifyAll();
        }
    }

    /** Waits until nobody waits for an answer, but not for long: a rush may last, and a line has to move. */
    public synchronized void giveWay() {
        long end = System.nanoTime() + GIVE_WAY_MAX;
        try {
            for (long left = GIVE_WAY_MAX; requests > 0 && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Changes with every beginning and end of a delivery. */
    synchronized long steps() {
        return steps;
    }

    synchronized boolean nothingRuns() {
        return running == 0;
    }
}
