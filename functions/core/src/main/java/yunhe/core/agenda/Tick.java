package yunhe.core.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yunhe.core.shared.Log;
import yunhe.core.shared.StoreUnavailable;

/**
 * One tick of the schedule: does what is due, hour by hour from the watermark on. A tick that never ran is caught up by
 * the next; of several at once each does what it finds, which is safe.
 */
public final class Tick {

    /**
     * Clocks differ, and a task may be stored into the hour that has just passed. Two ticks of the schedule: the later
     * one comes at least five minutes after that hour's end, and whatever stores tasks takes less, as does a read to
     * see it.
     */
    private static final Duration LOOK_BACK = Duration.ofMinutes(10);

    private static final int TASKS_AT_ONCE = 100;
    private static final int FAILURES_IN_A_ROW_MAX = 3;

    private final Agenda agenda;
    private final TaskRunner runner;
    private final Clock clock;

    /** The watermark as this process last left it. Another may have moved it on; then some hours are seen twice. */
    private volatile Optional<Instant> known = Optional.empty();

    public Tick(Agenda agenda, TaskRunner runner, Clock clock) {
        this.agenda = agenda;
        this.runner = runner;
        this.clock = clock;
    }

    /** Returns how many tasks it finished. */
    public int run(Budget budget) {
        var now = clock.instant();
        var thisHour = now.truncatedTo(ChronoUnit.HOURS);
        var watermark = known.or(agenda::watermark).orElse(thisHour);
        boolean looksBack = now.isBefore(watermark.plus(LOOK_BACK));
        int done = 0;
        var behindUs = watermark;
        boolean nothingLeft = true;
        @Nullable RuntimeException failure = null;
        for (var hour = looksBack ? watermark.minus(Agenda.BUCKET) : watermark;
                !hour.isAfter(thisHour) && !budget.isSpent();
                hour = hour.plus(Agenda.BUCKET)) {
            var swept = sweep(hour, now, budget);
            done += swept.done();
            failure = swept.failure() == null ? failure : swept.failure();
            nothingLeft &= swept.nothingLeft();
            if (nothingLeft) {
                behindUs = hour;
            }
        }
        // It stays behind whatever was not finished, so that the next tick finds it again.
        if (behindUs.isAfter(watermark)) {
            agenda.advance(behindUs);
        }
        known = Optional.of(behindUs);
        if (failure instanceof StoreUnavailable away) {
            throw away;
        }
        if (failure != null) {
            throw new IllegalStateException("not every task could be done", failure);
        }
        return done;
    }

    private Swept sweep(Instant hour, Instant now, Budget budget) {
        int done = 0;
        boolean nothingLeft = true;
        @Nullable RuntimeException failure = null;
        int failuresInARow = 0;
        Optional<Task> after = Optional.empty();
        while (true) {
            var tasks = agenda.due(hour, now, after, TASKS_AT_ONCE);
            for (var task : tasks) {
                if (budget.isSpent()) {
                    return new Swept(done, false, failure);
                }
                try {
                    boolean finished = runner.run(task, budget);
                    done += finished ? 1 : 0;
                    nothingLeft &= finished;
                    failuresInARow = 0;
                } catch (RuntimeException fault) {
                    // One task that cannot be done must not keep all that follow from it; a store that is away does.
                    if (fault instanceof StoreUnavailable && ++failuresInARow == FAILURES_IN_A_ROW_MAX) {
                        throw fault;
                    }
                    Log.event(
                            "task.failed",
                            Map.of(
                                    "activity", task.activity().value(),
                                    "work", task.work().getClass().getSimpleName(),
                                    "exception", fault.getClass().getName()));
                    failure = fault;
                    nothingLeft = false;
                }
            }
            if (tasks.size() < TASKS_AT_ONCE) {
                return new Swept(done, nothingLeft, failure);
            }
            after = Optional.of(tasks.getLast());
        }
    }

    private record Swept(
            int done, boolean nothingLeft, @Nullable RuntimeException failure) {}
}
