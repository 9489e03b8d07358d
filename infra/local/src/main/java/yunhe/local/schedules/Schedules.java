package yunhe.local.schedules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yunhe.local.delivery.Activity;
import yunhe.local.functions.LocalFunction;
import yunhe.local.queues.QueueServer;
import yunhe.testkit.template.Template;

/** Runs schedules when the movable clock says so, and once each when it was moved. */
public final class Schedules implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Clock clock;
    private final QueueServer queues;
    private final Activity activity;
    private final List<Schedule> schedules = new ArrayList<>();
    private final Map<String, Instant> due = new HashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);

    public Schedules(Clock clock, QueueServer queues, Activity activity) {
        this.clock = clock;
        this.queues = queues;
        this.activity = activity;
    }

    public void add(String event, Map<String, Object> properties, LocalFunction function, Template template) {
        function.expects(Map.class);
        schedules.add(Schedule.of(event, properties, function, template));
    }

    public void start() {
        schedules.forEach(this::planNext);
        Thread _ = Thread.ofVirtual().name("schedules").start(this::run);
    }

    /** The functions that run on a schedule. */
    public List<String> functionIds() {
        return schedules.stream()
                .map(schedule -> schedule.function().logicalId())
                .distinct()
                .toList();
    }

    /** Runs a function now; false when no schedule has it. */
    public boolean fire(String functionId) {
        List<Schedule> wanted = schedules.stream()
                .filter(schedule -> schedule.function().logicalId().equals(functionId))
                .limit(1)
                .toList();
        wanted.forEach(this::call);
        return !wanted.isEmpty();
    }

    /** However far the clock was moved, each runs once: it must catch up by itself. */
    public synchronized void runAllOnce() {
        for (Schedule schedule : schedules) {
            call(schedule);
            planNext(schedule);
        }
    }

    private void run() {
        try {
            while (!stop.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                runDue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void runDue() {
        for (Schedule schedule : schedules) {
            if (!clock.instant().isBefore(due.getOrDefault(schedule.name(), Instant.MAX))) {
                call(schedule);
                planNext(schedule);
            }
        }
    }

    private synchronized void planNext(Schedule schedule) {
        due.put(schedule.name(), schedule.rhythm().after(clock.instant()));
    }

    private void call(Schedule schedule) {
        Map<String, Object> event = schedule.event(clock.instant());
        for (int attempt = 0; attempt <= schedule.retriesMax(); attempt++) {
            try {
                Object _ = activity.during(() -> schedule.function().invoke(event));
                return;
            } catch (RuntimeException | Error fault) {
                LOG.warn("{} failed on its schedule", schedule.function().logicalId(), fault);
            }
        }
        schedule.deadLettersId().ifPresent(queue -> queues.send(queue, "{\"schedule\":\"" + schedule.name() + "\"}"));
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
