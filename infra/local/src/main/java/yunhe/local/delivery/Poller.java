package yunhe.local.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that looks for work, sleeps when there is none, and wakes at once when told that there may be some. */
public abstract class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** What a look at the source found. */
    public enum Found {
        WORK,
        /** Nothing to deliver now, and nothing being delivered. */
        NOTHING,
        /** Nothing more to take, but a delivery is still running. */
        IN_FLIGHT
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final String name;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean started;
    private boolean woken;
    private boolean stopped;
    private long looks;
    private long lastQuietLook;

    protected Poller(String name) {
        this.name = name;
    }

    /** Takes what there is. A look that begins after a record was written must see it. */
    protected abstract Found look();

    /** How long to sleep after a look that found no work, or failed and counts as in flight, when nobody wakes it. */
    protected abstract Duration restAfter(Found found);

    /** Looks once on the caller's thread, instead of being started: for whoever says himself when something moves. */
    public final Found step() {
        return look();
    }

    public final String name() {
        return name;
    }

    public final void start() {
        started = true;
        Thread.ofVirtual().name(name).start(() -> {
            try {
                run();
            } finally {
                ended.countDown();
            }
        });
    }

    public final void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a look that begins from now on and finds nothing; false when the time is over first. */
    final boolean awaitQuiet(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            // A look that runs already may have passed the place where something was just written.
            long wanted = looks + 1;
            woken = true;
            changed.signalAll();
            long nanos = atMost.toNanos();
            while (lastQuietLook < wanted && nanos > 0 && !stopped) {
                nanos = changed.awaitNanos(nanos);
            }
            return lastQuietLook >= wanted;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (begin()) {
            Found found;
            try {
                found = look();
            } catch (RuntimeException fault) {
                if (isStopped()) {
                    return;
                }
                LOG.warn("{} could not look for work", name, fault);
                found = Found.IN_FLIGHT;
            }
            rest(found);
        }
    }

    private boolean begin() {
        lock.lock();
        try {
            looks++;
            woken = false;
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // Waking for no reason costs one look, and is no error.
    private void rest(Found found) {
        lock.lock();
        try {
            if (found == Found.NOTHING) {
                lastQuietLook = looks;
                changed.signalAll();
            }
            if (found != Found.WORK && !woken && !stopped) {
                boolean _ = changed.await(restAfter(found).toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException stop) {
            stopped = true;
        } finally {
            lock.unlock();
        }
    }

    protected final boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /** Lets a delivery that runs come to its end. */
    @Override
    public void close() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            boolean _ = !started || ended.await(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
