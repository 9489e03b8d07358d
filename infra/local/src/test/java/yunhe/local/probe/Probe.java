package yunhe.local.probe;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** What the probes saw, and how they are to behave. Reset before each test. */
public final class Probe {
    public static final List<List<String>> STREAM_BATCHES = new CopyOnWriteArrayList<>();
    public static final List<List<String>> QUEUE_BATCHES = new CopyOnWriteArrayList<>();
    public static final List<String> SCHEDULED = new CopyOnWriteArrayList<>();

    /** From the keys or bodies of a batch to those that fail; may throw. */
    public static volatile Function<List<String>, List<String>> streamFailures = batch -> List.of();

    public static volatile Function<List<String>, List<String>> queueFailures = batch -> List.of();

    private Probe() {}

    public static void reset() {
        STREAM_BATCHES.clear();
        QUEUE_BATCHES.clear();
        SCHEDULED.clear();
        streamFailures = batch -> List.of();
        queueFailures = batch -> List.of();
    }
}
