package yunhe.testkit.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All processes that are under way. They hand on a baton: exactly one runs, and before every call to the outside it
 * stops until it is resumed, so that whoever resumes decides how they interleave.
 */
public final class Processes {

    private final SimulatedClock clock;
    private final List<Invocation> active = new ArrayList<>();
    private @Nullable Invocation current;
    private long started;

    public Processes(SimulatedClock clock) {
        this.clock = clock;
    }

    /** Comes to a stand before its first call. */
    public Invocation start(String name, Duration lifetime, List<Fault> faults, Runnable body) {
        var now = clock.instant();
        var process = new Invocation(name, ++started, new Invocation.Life(now, now.plus(lifetime)), faults);
        active.add(process);
        process.begin(body);
        resume(process);
        return process;
    }

    /** Those that are not over, in the order of their start. */
    public List<Invocation> active() {
        return List.copyOf(active);
    }

    /** Lets it make the call before which it stands, and go on to the next one. */
    public void resume(Invocation process) {
        if (process.isOver()) {
            return;
        }
        var before = current;
        current = process;
        process.resume();
        current = before;
        if (process.isOver()) {
            active.remove(process);
        }
    }

    public void finish(Invocation process) {
        while (!process.isOver()) {
            resume(process);
        }
    }

    /** Empty outside of all processes: whoever looks after the simulation. */
    public Optional<Invocation> current() {
        return Optional.ofNullable(current);
    }

    /**
     * A call to the outside, as the process that makes it sees it.
     *
     * @param call what the call does and answers, given how it goes wrong
     */
    public <T> T call(Call<T> call) throws Throwable {
        var process = current;
        if (process == null) {
            return call.make(Optional.empty());
        }
        var fault = process.pause(clock);
        if (fault.equals(Optional.of(Fault.Kind.DIES_AFTER))) {
            dieAfter(process, () -> call.make(Optional.empty()));
        }
        return call.make(fault);
    }

    @SuppressWarnings("PMD.AvoidCatchingThrowable")
    private static void dieAfter(Invocation process, ThrowingSupplier<?> effect) {
        try {
            effect.get();
        } catch (Throwable nobodyKnows) {
            // The answer, good or bad, has nobody to go to.
        }
        process.die();
    }

    /** What happens outside. */
    @FunctionalInterface
    public interface Call<T> {
        T make(Optional<Fault.Kind> fault) throws Throwable;
    }

    /** As {@link Supplier}, but may throw. */
    @FunctionalInterface
    private interface ThrowingSupplier<T> {
        T get() throws Throwable;
    }
}
