package yunhe.dynamo.activity.model;

import static yunhe.dynamo.activity.model.Store.CAPACITY;
import static yunhe.dynamo.activity.model.Store.CLOSED;
import static yunhe.dynamo.activity.model.Store.GATE;
import static yunhe.dynamo.activity.model.Store.LAYOUT;
import static yunhe.dynamo.activity.model.Store.MARKS;
import static yunhe.dynamo.activity.model.Store.QUEUED;
import static yunhe.dynamo.activity.model.Store.SHUT;
import static yunhe.dynamo.activity.model.Store.SIZE;
import static yunhe.dynamo.activity.model.Store.TAKEN;
import static yunhe.dynamo.activity.model.Store.WAITING;

import org.jspecify.annotations.Nullable;

/**
 * The writes to the group's own item and to its shards, each with its condition; null is a refusal.
 *
 * @param without the safeguard left out, null for none
 */
record Seats(Store store, @Nullable Safeguard without) {
    /** The gate of who does not heed it: the Promoter. */
    static final int FOR_THE_LINE = Character.MAX_VALUE;

    boolean keeps(Safeguard safeguard) {
        return without != safeguard;
    }

    @Nullable
    State claim(State s, int shard, int mark, int gate) {
        int at = store.shard(shard);
        boolean queued = s.get(at + QUEUED) >= gate && keeps(Safeguard.CLAIM_ASKS_FOR_QUEUED);
        boolean closed = s.get(at + SHUT) != 0 && keeps(Safeguard.CLAIM_ASKS_WHETHER_CLOSED);
        if (closed || queued || s.get(at + TAKEN) >= s.get(at + SIZE)) {
            return null;
        }
        return s.copy().add(at + TAKEN, 1).set(at + MARKS, s.get(at + MARKS) | 1 << mark);
    }

    /** The state unchanged when the mark is gone: an answer, not a failure. */
    State release(State s, int shard, int mark) {
        int at = store.shard(shard);
        if (!Store.has(s.get(at + MARKS), mark) && keeps(Safeguard.RELEASE_ASKS_FOR_MARK)) {
            return s.copy();
        }
        return clear(s, shard, mark).add(at + TAKEN, -1);
    }

    State clear(State s, int shard, int mark) {
        int at = store.shard(shard);
        return s.copy().set(at + MARKS, s.get(at + MARKS) & ~(1 << mark));
    }

    @Nullable
    State bump(State s, int gate) {
        boolean nobodyWaits = s.get(WAITING) == 0 || !keeps(Safeguard.BUMP_ASKS_THAT_NOBODY_WAITS);
        return s.get(GATE) == gate && nobodyWaits ? s.copy().set(GATE, gate + 1) : null;
    }

    @Nullable
    State queue(State s, int shard, int gate) {
        int at = store.shard(shard);
        boolean full = s.get(at + TAKEN) >= s.get(at + SIZE) && s.get(at + SHUT) == 0;
        boolean rises = s.get(at + QUEUED) < gate || !keeps(Safeguard.QUEUED_ONLY_RISES);
        return full && rises ? s.copy().set(at + QUEUED, gate) : null;
    }

    /** The part of a join that is about the group. */
    boolean mayJoin(State s, int gate) {
        boolean open = s.get(CLOSED) == 0 || !keeps(Safeguard.JOIN_ASKS_WHETHER_CLOSED);
        return open && (s.get(GATE) == gate || !keeps(Safeguard.JOIN_ASKS_FOR_GATE));
    }

    /** What a grant counts for a shard. */
    int counted(State s, int shard) {
        int size = s.get(store.shard(shard) + SIZE);
        return keeps(Safeguard.GRANT_COUNTS_TAKEN) ? Math.max(size, s.get(store.shard(shard) + TAKEN)) : size;
    }

    /**
     * @param sizes the first of the cells where the caller keeps what it counted for each shard
     * @param share what shard 0 gets of the missing places; the rest goes to shard 1
     */
    @Nullable
    State grant(State s, int layout, int sizes, int missing, int share) {
        if (s.get(LAYOUT) != layout && keeps(Safeguard.GRANT_ASKS_FOR_LAYOUT)) {
            return null;
        }
        State after = s.copy().add(LAYOUT, 1);
        if (share > 0) {
            after.set(store.shard(0) + SIZE, s.get(sizes) + share);
        }
        if (share < missing) {
            after.set(store.shard(1) + SIZE, s.get(sizes + 1) + missing - share);
        }
        return after;
    }

    State resize(State s, int capacity) {
        State after = s.copy().set(CAPACITY, capacity);
        if (store.shards() == 1) {
            return after.add(LAYOUT, 1).set(store.shard(0) + SIZE, capacity);
        }
        if (capacity < s.get(CAPACITY)) {
            after.add(LAYOUT, 1);
            for (int k = 0; k < store.shards() && keeps(Safeguard.LOWERING_EMPTIES_SHARDS); k++) {
                after.set(store.shard(k) + SIZE, 0);
            }
        } else if (!keeps(Safeguard.RAISING_LEAVES_SHARDS)) {
            after.add(LAYOUT, 1).add(store.shard(0) + SIZE, capacity - s.get(CAPACITY));
        }
        return after;
    }

    State close(State s) {
        State after = s.copy().set(CLOSED, 1);
        for (int k = 0; k < store.shards(); k++) {
            after.set(store.shard(k) + SHUT, 1);
        }
        return after;
    }
}
