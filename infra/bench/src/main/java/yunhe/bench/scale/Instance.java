package yunhe.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yunhe.bench.scale.Places.Mark;
import yunhe.bench.scale.Places.Shard;

/** What one instance of the function remembers, as the real one does: its shard, and marks to be cleared. */
final class Instance {

    private static final int CLEARED_AT_ONCE_MAX = 16;

    private final List<Mark> recorded = new ArrayList<>();
    private Optional<Shard> shard = Optional.empty();
    private boolean full;

    Optional<Shard> shard() {
        return shard;
    }

    void keepTo(Shard chosen) {
        shard = Optional.of(chosen);
    }

    boolean sawFull() {
        return full;
    }

    void noteFull(boolean isFull) {
        full = isFull;
    }

    void clearLater(List<Mark> marks) {
        recorded.addAll(marks);
    }

    /** Marks of this shard, each given out once. */
    List<Mark> cleared(Shard at) {
        var marks = recorded.stream()
                .filter(mark -> mark.shard.equals(at))
                .limit(CLEARED_AT_ONCE_MAX)
                .toList();
        recorded.removeAll(marks);
        return marks;
    }
}
