package yunhe.testkit.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One call of a function, from its start to its end or its death. It has a thread, which runs only in its turn. */
public final class Invocation {

    private final String name;
    private final long number;
    private final Instant startedAt;
    private final Instant deadline;
    private final List<Fault> faults;
    private final Semaphore turn = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);
    private @Nullable Throwable failure;
    private int calls;
    private boolean over;
    private boolean dead;

    Invocation(String name, long number, Life life, List<Fault> faults) {
        this.name = name;
        this.number = number;
        this.startedAt = life.from();
        this.deadline = life.until();
        this.faults = List.copyOf(faults);
    }

    public String name() {
        return name;
    }

    public boolean isOver() {
        return over;
    }

    public boolean isDead() {
        return dead;
    }

    /** What it threw, other than its death. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** How many calls it has begun. */
    public int calls() {
        return calls;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** From its start to its time-out. */
    record Life(Instant from, Instant until) {}

    @Override
    public String toString() {
        return number + " " + name;
    }

    void begin(Runnable body) {
        Thread.ofVirtual().name(toString()).start(() -> {
            turn.acquireUninterruptibly();
            try {
                body.run();
            } catch (Death death) {
                dead = true;
            } catch (Throwable thrown) {
                failure = thrown;
            } finally {
                over = true;
                done.release();
            }
        });
    }

    /** Lets it run to its next call or its end. The caller waits, so that exactly one thread runs. */
    void resume() {
        turn.release();
        done.acquireUninterruptibly();
    }

    /** In its own thread, before a call: waits for the next turn. */
    Optional<Fault.Kind> pause(SimulatedClock clock) {
        if (dead) {
            // Even what it does in its last moments, in a finally, reaches nobody.
            throw new Death(name);
        }
        calls++;
        done.release();
        turn.acquireUninterruptibly();
        int call = calls;
        var fault =
                faults.stream().filter(it -> it.call() == call).map(Fault::kind).findFirst();
        if (clock.instant().isAfter(deadline) || fault.equals(Optional.of(Fault.Kind.DIES_BEFORE))) {
            die();
        }
        return fault;
    }

    void die() {
        dead = true;
        throw new Death(name);
    }
}
