package yunhe.testkit.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A standard queue: at least once, in any order. What is received stays out of sight for a while. */
public final class SimulatedQueue {

    private final SimulatedClock clock;
    private final Duration visibilityTimeout;
    private final List<Message> messages = new ArrayList<>();
    private long sent;
    private int receivesMax;

    public SimulatedQueue(SimulatedClock clock, Duration visibilityTimeout) {
        this.clock = clock;
        this.visibilityTimeout = visibilityTimeout;
    }

    public void send(String body) {
        messages.add(new Message("message-" + ++sent, body, clock.instant()));
    }

    /** @param seen whether they stay in sight, as the queue lets happen now and then */
    public List<Message> receive(int sizeMax, RandomGenerator order, boolean seen) {
        var visible = new ArrayList<>(
                messages.stream().filter(it -> !it.isHidden(clock.instant())).toList());
        // Not Collections.shuffle with a Random: the order comes from the seed alone.
        for (int i = visible.size() - 1; i > 0; i--) {
            Collections.swap(visible, i, order.nextInt(i + 1));
        }
        var batch = List.copyOf(visible.subList(0, Math.min(sizeMax, visible.size())));
        for (var message : batch) {
            message.receives++;
            receivesMax = Math.max(receivesMax, message.receives);
            if (!seen) {
                message.visibleAt = clock.instant().plus(visibilityTimeout);
            }
        }
        return batch;
    }

    public void delete(Collection<Message> done) {
        messages.removeAll(done);
    }

    /** Lets a message be seen after another time than usual. */
    public void hide(Message message, Duration duration) {
        message.visibleAt = clock.instant().plus(duration);
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** When the next message can be received; empty when there is none. */
    public Optional<Instant> nextVisible() {
        return messages.stream().map(it -> it.visibleAt).min(Instant::compareTo);
    }

    /** How often the unluckiest message was received. */
    public int receivesMax() {
        return receivesMax;
    }

    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** A message, known by its identity. */
    public static final class Message {

        private final String id;
        private final String body;
        private Instant visibleAt;
        private int receives;

        private Message(String id, String body, Instant visibleAt) {
            this.id = id;
            this.body = body;
            this.visibleAt = visibleAt;
        }

        public String id() {
            return id;
        }

        public String body() {
            return body;
        }

        public int receives() {
            return receives;
        }

        private boolean isHidden(Instant now) {
            return now.isBefore(visibleAt);
        }
    }
}
