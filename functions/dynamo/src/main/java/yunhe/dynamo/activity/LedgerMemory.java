package yunhe.dynamo.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.PlaceMark;
import yunhe.core.agenda.Task;
import yunhe.dynamo.Attributes;

/**
 * What one process remembers of the groups whose places it claims. Nothing of it has to be right: a stale shard or gate
 * is refused by the store, a forgotten mark is found by its age, and a line that was seen to has left a task.
 */
final class LedgerMemory {

    private static final int GROUPS_MAX = 1_000;

    private final Map<String, OfGroup> groups = new ConcurrentHashMap<>();

    OfGroup of(ActivityId activity, String group) {
        if (groups.size() > GROUPS_MAX) {
            groups.clear();
        }
        return groups.computeIfAbsent(activity + "#" + group, key -> new OfGroup());
    }

    static final class OfGroup {

        private static final int UNKNOWN = -1;
        private static final int CLEARED_AT_ONCE_MAX = 16;
        private static final int CLEARED_LATER_MAX = 256;

        private final ConcurrentLinkedQueue<PlaceMark> recorded = new ConcurrentLinkedQueue<>();
        private volatile int shard = UNKNOWN;
        private volatile long gate;
        private volatile boolean full;
        private volatile long lineSeenTo = UNKNOWN;
        private volatile Optional<Task> left = Optional.empty();

        boolean isKnown() {
            return shard != UNKNOWN;
        }

        /** Each process takes a shard by chance and keeps to it, so that it clears its own marks. */
        void meet(Map<String, AttributeValue> head, RandomGenerator random) {
            gate = Attributes.of(head).number("gate");
            shard = random.nextInt(Counts.shards(head));
        }

        int shard() {
            return shard;
        }

        long gate() {
            return gate;
        }

        /** Whoever has seen that nothing is free looks first, which costs less than being refused. */
        boolean isFull() {
            return full;
        }

        void note(Counts counts) {
            noteGate(counts.gate());
            full = false;
        }

        void noteFull() {
            full = true;
        }

        /** Whether the marks of those who came before the line of this gate were found, and a task looks after them. */
        boolean isLineSeenTo(long current) {
            return lineSeenTo == current;
        }

        void noteLineSeenTo(long current) {
            lineSeenTo = current;
        }

        void noteGate(long seen) {
            gate = seen;
        }

        /** Returns marks of the shard that it leaves. */
        List<PlaceMark> moveTo(int next) {
            int before = shard;
            shard = next;
            return before == next ? List.of() : cleared(before);
        }

        void clearLater(List<PlaceMark> marks) {
            if (recorded.size() < CLEARED_LATER_MAX) {
                recorded.addAll(marks);
            }
        }

        /** All of them, shard by shard. */
        List<List<PlaceMark>> clearedAtAll() {
            return recorded.stream()
                    .map(PlaceMark::shard)
                    .distinct()
                    .map(this::cleared)
                    .filter(marks -> !marks.isEmpty())
                    .toList();
        }

        boolean isNew(Task task) {
            return left.filter(task::equals).isEmpty();
        }

        void noteLeft(Task task) {
            left = Optional.of(task);
        }

        /** Marks to be cleared at this shard, each given out once. */
        List<PlaceMark> cleared(int at) {
            var marks = new ArrayList<PlaceMark>();
            var others = new ArrayList<PlaceMark>();
            for (var mark = recorded.poll(); mark != null; mark = recorded.poll()) {
                if (mark.shard() == at) {
                    marks.add(mark);
                    if (marks.size() == CLEARED_AT_ONCE_MAX) {
                        break;
                    }
                } else {
                    others.add(mark);
                }
            }
            recorded.addAll(others);
            return marks;
        }
    }
}
