package yunhe.bench.scale;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * The store: partitions that throttle, plain calls, and transactions that hold their items. A call is in the store half
 * way through its time; there it is throttled, or its condition is looked at, or it is done.
 */
final class ModelStore {

    private static final int ATTEMPTS_MAX = 12;
    private static final int BACKOFF_FIRST_MILLIS = 4;
    private static final int BACKOFF_MAX_MILLIS = 250;
    private static final int MICROS_PER_MILLI = 1_000;
    private static final int LONGEST_SHIFT = 16;

    private final Timeline timeline;
    private final Limits limits;
    private final long placement;
    private final Map<String, Partition> byPlace = new HashMap<>();
    private final Map<String, Partition> byKey = new HashMap<>();
    private final Set<Object> held = new HashSet<>();
    private long throttles;
    private long conflicts;
    private long units;

    ModelStore(Timeline timeline, Limits limits) {
        this.timeline = timeline;
        this.limits = limits;
        this.placement = timeline.random().nextLong();
    }

    enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }

    private record Partition(Bucket writes, Bucket reads) {

        static Partition empty(Timeline timeline) {
            return new Partition(
                    new Bucket(timeline, Limits.WRITE_UNITS_PER_SECOND, Limits.WRITE_UNITS_PER_SECOND),
                    new Bucket(timeline, Limits.READ_UNITS_PER_SECOND, Limits.READ_UNITS_PER_SECOND));
        }
    }

    /**
     * One item of a call.
     *
     * @param item itself, as transactions hold it
     * @param units read when the call is in the store
     */
    record Access(String key, Object item, IntSupplier units) {}

    long throttles() {
        return throttles;
    }

    long conflicts() {
        return conflicts;
    }

    long units() {
        return units;
    }

    /** A write that is sent again only after an answer, by the project's own backoff. */
    void writeOnce(Access access, BooleanSupplier effect, Consumer<Outcome> then) {
        attempt(1, again -> send(access, true, effect, then, again), then);
    }

    /** A write that nobody insists on. */
    void writeInPassing(Access access, BooleanSupplier effect, Consumer<Outcome> then) {
        send(access, true, effect, then, () -> then.accept(Outcome.FAILED));
    }

    /** A write that the client sends again by itself. */
    void write(Access access, BooleanSupplier effect, Consumer<Outcome> then) {
        patiently(true, access, effect, then);
    }

    void read(Access access, Consumer<Outcome> then) {
        patiently(false, access, () -> true, then);
    }

    /** Strong reads of all. What is throttled of them is asked for again by the project; if all is, by the client. */
    void readAll(List<Access> accesses, Consumer<Outcome> then) {
        readAll(accesses, 1, then);
    }

    private void readAll(List<Access> accesses, int attempt, Consumer<Outcome> then) {
        Consumer<List<Access>> later = left -> {
            if (attempt == ATTEMPTS_MAX) {
                then.accept(Outcome.FAILED);
            } else {
                timeline.in(backoff(attempt + 1), () -> readAll(left, attempt + 1, then));
            }
        };
        Runnable exhausted = limits.sdk().retries() ? () -> then.accept(Outcome.FAILED) : () -> later.accept(accesses);
        new SdkCall(then).send(again -> readOnce(accesses, again, later, then), exhausted);
    }

    private void readOnce(
            List<Access> accesses, Runnable allThrottled, Consumer<List<Access>> later, Consumer<Outcome> then) {
        long took = latency();
        timeline.in(took / 2, () -> {
            var left = accesses.stream()
                    .filter(access ->
                            !partition(access.key()).reads().take(access.units().getAsInt()))
                    .toList();
            throttles += left.isEmpty() ? 0 : 1;
            timeline.in(took - took / 2, () -> {
                if (left.isEmpty()) {
                    then.accept(Outcome.DONE);
                } else if (left.size() == accesses.size()) {
                    allThrottled.run();
                } else {
                    later.accept(left);
                }
            });
        });
    }

    /** The project's own attempts are around the client's, unless the client ran into its time-out. */
    private void patiently(boolean isWrite, Access access, BooleanSupplier effect, Consumer<Outcome> then) {
        Consumer<Runnable> send =
                exhausted -> new SdkCall(then).send(again -> send(access, isWrite, effect, then, again), exhausted);
        if (isWrite || !limits.sdk().retries()) {
            attempt(1, send, then);
        } else {
            send.accept(() -> then.accept(Outcome.FAILED));
        }
    }

    private void send(
            Access access, boolean isWrite, BooleanSupplier effect, Consumer<Outcome> then, Runnable throttled) {
        long took = latency();
        timeline.in(took / 2, () -> {
            int wanted = access.units().getAsInt();
            var partition = partition(access.key());
            boolean conflict = isWrite && held.contains(access.item());
            boolean enough = (isWrite ? partition.writes() : partition.reads()).take(wanted);
            if (!enough || conflict) {
                throttles += enough ? 0 : 1;
                conflicts += conflict ? 1 : 0;
                timeline.in(took - took / 2, throttled);
                return;
            }
            units += isWrite ? wanted : 0;
            var outcome = effect.getAsBoolean() ? Outcome.DONE : Outcome.REFUSED;
            timeline.in(took - took / 2, () -> then.accept(outcome));
        });
    }

    /**
     * All writes or none. It holds its items as long as it takes; another that wants one of them is cancelled, and has
     * cost its units.
     */
    void transact(List<Access> accesses, BooleanSupplier effect, Consumer<Outcome> then) {
        attempt(1, again -> tryTransaction(accesses, effect, then, again), then);
    }

    private void tryTransaction(List<Access> accesses, BooleanSupplier effect, Consumer<Outcome> then, Runnable again) {
        long took = latency();
        for (var access : accesses) {
            if (!partition(access.key()).writes().has(access.units().getAsInt())) {
                throttles++;
                timeline.in(took, again);
                return;
            }
        }
        for (var access : accesses) {
            int wanted = access.units().getAsInt();
            partition(access.key()).writes().take(wanted);
            units += wanted;
        }
        if (accesses.stream().anyMatch(access -> held.contains(access.item()))) {
            conflicts++;
            timeline.in(took, again);
            return;
        }
        accesses.forEach(access -> held.add(access.item()));
        timeline.in(took, () -> {
            accesses.forEach(access -> held.remove(access.item()));
            then.accept(effect.getAsBoolean() ? Outcome.DONE : Outcome.REFUSED);
        });
    }

    private void attempt(int number, Consumer<Runnable> send, Consumer<Outcome> then) {
        send.accept(() -> {
            if (number == ATTEMPTS_MAX) {
                then.accept(Outcome.FAILED);
            } else {
                timeline.in(backoff(number), () -> attempt(number + 1, send, then));
            }
        });
    }

    private long backoff(int attempt) {
        long bound = Math.min(BACKOFF_MAX_MILLIS, (long) BACKOFF_FIRST_MILLIS << Math.min(attempt, LONGEST_SHIFT));
        return timeline.random().nextLong(1, bound + 1) * MICROS_PER_MILLI;
    }

    private long latency() {
        return timeline.between(Limits.CALL_MIN, Limits.CALL_MAX);
    }

    private Partition partition(String key) {
        return byKey.computeIfAbsent(
                key, it -> byPlace.computeIfAbsent(place(key), place -> Partition.empty(timeline)));
    }

    private String place(String key) {
        return limits.partitions() == 0 ? key : Integer.toString(Math.floorMod(mixed(key), limits.partitions()));
    }

    /** Where a key lies is as good as chance, and always the same for one seed. */
    private int mixed(String key) {
        long mixed = (key.hashCode() + placement) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 33);
    }

    /** One call of the client with its retries, until the time-out of the whole. */
    private final class SdkCall {

        private final long began = timeline.now();
        private final Consumer<Outcome> then;
        private int attempts;

        SdkCall(Consumer<Outcome> then) {
            this.then = then;
        }

        void send(Consumer<Runnable> call, Runnable exhausted) {
            attempts++;
            call.accept(() -> {
                var sdk = limits.sdk();
                if (attempts >= sdk.attemptsMax()) {
                    exhausted.run();
                    return;
                }
                long half = Timeline.micros(sdk.base()) << (attempts - 1) >> 1;
                long wait = half + timeline.random().nextLong(half + 1);
                long left = began + Timeline.micros(sdk.timeout()) - timeline.now();
                if (wait < left) {
                    timeline.in(wait, () -> send(call, exhausted));
                } else {
                    timeline.in(Math.max(0, left), () -> then.accept(Outcome.FAILED));
                }
            });
        }
    }
}
