package yunhe.bench.scale;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** Virtual time in microseconds. What is due at the same moment happens in the order in which it was asked for. */
final class Timeline {

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final SplittableRandom random;
    private long now;
    private long numbers;

    private record Event(long at, long number, Runnable what) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    Timeline(long seed) {
        this.random = new SplittableRandom(seed);
    }

    long now() {
        return now;
    }

    SplittableRandom random() {
        return random;
    }

    void in(long micros, Runnable what) {
        events.add(new Event(now + micros, numbers++, what));
    }

    /** After a time between the two, by chance. */
    long between(Duration least, Duration most) {
        return random.nextLong(micros(least), micros(most) + 1);
    }

    static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    /** Until nothing is left to happen. */
    void run() {
        for (var event = events.poll(); event != null; event = events.poll()) {
            now = event.at();
            event.what().run();
        }
    }
}
