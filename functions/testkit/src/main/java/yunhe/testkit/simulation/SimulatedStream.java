package yunhe.testkit.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * One reader of a table's changes. A partition key's changes come in order, at least once; those of different shards in
 * any order; a batch comes again from wherever its reader says or dies.
 */
public final class SimulatedStream {

    private final List<Change> log;
    private final Predicate<Change> wanted;
    private final int shards;
    // Positions in the log, per shard: everything before has been dealt with.
    private final int[] positions;
    private final boolean[] underWay;

    /** @param log the store's, which goes on growing */
    public SimulatedStream(List<Change> log, Predicate<Change> wanted, int shards) {
        this.log = log;
        this.wanted = wanted;
        this.shards = shards;
        this.positions = new int[shards];
        this.underWay = new boolean[shards];
    }

    /** Whether the shard has something for its reader, who is not at work. */
    public boolean isReady(int shard) {
        return !underWay[shard] && !peek(shard, 1).isEmpty();
    }

    public boolean isDrained() {
        for (int shard = 0; shard < shards; shard++) {
            if (underWay[shard] || !peek(shard, 1).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    public int shards() {
        return shards;
    }

    /** Begins a delivery. It has to be ended. */
    public List<Change> take(int shard, int sizeMax) {
        underWay[shard] = true;
        return peek(shard, sizeMax);
    }

    /** The reader is through with all of the batch, which may come again nevertheless. */
    public void done(int shard, List<Change> batch, boolean comesAgain) {
        underWay[shard] = false;
        if (!comesAgain && !batch.isEmpty()) {
            positions[shard] = (int) batch.getLast().number();
        }
    }

    /** Everything from this change on comes again. */
    public void failedFrom(int shard, Change first) {
        underWay[shard] = false;
        positions[shard] = (int) first.number() - 1;
    }

    public void failed(int shard) {
        underWay[shard] = false;
    }

    /** What could not be delivered for good is taken out: to whoever looks after what is undelivered. */
    public List<Change> giveUp(int shard, int sizeMax) {
        var batch = take(shard, sizeMax);
        done(shard, batch, false);
        return batch;
    }

    private List<Change> peek(int shard, int sizeMax) {
        var batch = new ArrayList<Change>();
        for (int i = positions[shard]; i < log.size() && batch.size() < sizeMax; i++) {
            var change = log.get(i);
            if (shardOf(change) == shard && wanted.test(change)) {
                batch.add(change);
            }
        }
        return batch;
    }

    private int shardOf(Change change) {
        return Math.floorMod(Arrays.hashCode(new Object[] {change.key().pk()}), shards);
    }
}
