package yunhe.dynamo.activity.model;

import java.util.Locale;

/**
 * Where the items of one group lie in a state, and how they are read.
 *
 * @param shards at most 2
 * @param keys the people's keys
 */
record Store(int shards, int keys) {
    /** The group's own item. */
    static final int CAPACITY = 0;

    static final int WAITING = 1;
    /** A set of keys. */
    static final int LINE = 2;

    static final int GATE = 3;
    static final int LAYOUT = 4;
    static final int CLOSED = 5;
    /** After everybody was listed and cancelled. */
    static final int LISTED = 6;

    private static final int HEAD_SIZE = 7;

    /** Of a shard. */
    static final int SIZE = 0;

    static final int TAKEN = 1;
    /** A set of marks. */
    static final int MARKS = 2;

    static final int QUEUED = 3;
    static final int SHUT = 4;
    private static final int SHARD_SIZE = 5;

    /** Of what stands at a key. */
    static final int STATUS = 0;
    /** The mark that holds and its shard, see {@link #place}; 0 for none. */
    static final int PLACE = 1;

    static final int ID = 2;
    static final int VERSION = 3;
    /** A set of marks. */
    static final int ABANDONED = 4;
    /** Where a pointer leads: a key and one. */
    static final int TARGET = 5;
    /** A pointer's mark and one; a waiter's place in the line. */
    static final int MARK = 6;
    /** A set of keys: the contacts of the registration. */
    static final int CONTACTS = 7;

    static final int ITEM_SIZE = 8;

    int shard(int shard) {
        return HEAD_SIZE + shard * SHARD_SIZE;
    }

    int item(int key) {
        return HEAD_SIZE + shards * SHARD_SIZE + key * ITEM_SIZE;
    }

    int size() {
        return item(keys);
    }

    int place(int mark, int shard) {
        return 1 + mark * shards + shard;
    }

    int markOf(int place) {
        return (place - 1) / shards;
    }

    int shardOf(int place) {
        return (place - 1) % shards;
    }

    Status status(State s, int key) {
        return Status.of(s.get(item(key) + STATUS));
    }

    boolean holds(State s, int key, int mark) {
        int place = s.get(item(key) + PLACE);
        return place != 0 && markOf(place) == mark;
    }

    boolean isAbandoned(State s, int key, int mark) {
        return has(s.get(item(key) + ABANDONED), mark);
    }

    static boolean has(int set, int element) {
        return (set >> element & 1) != 0;
    }

    int taken(State s) {
        int sum = 0;
        for (int k = 0; k < shards; k++) {
            sum += s.get(shard(k) + TAKEN);
        }
        return sum;
    }

    /** What is taken or can still be taken. */
    int promised(State s) {
        int sum = 0;
        for (int k = 0; k < shards; k++) {
            sum += Math.max(s.get(shard(k) + SIZE), s.get(shard(k) + TAKEN));
        }
        return sum;
    }

    int holders(State s) {
        int count = 0;
        for (int q = 0; q < keys; q++) {
            count += status(s, q).holds() ? 1 : 0;
        }
        return count;
    }

    int waiters(State s) {
        int count = 0;
        for (int q = 0; q < keys; q++) {
            count += status(s, q) == Status.WAITLISTED ? 1 : 0;
        }
        return count;
    }

    /** The live registrations that list this contact. */
    int live(State s, int contact) {
        int count = 0;
        for (int q = 0; q < keys; q++) {
            count += status(s, q).isLive() && has(s.get(item(q) + CONTACTS), contact) ? 1 : 0;
        }
        return count;
    }

    String describe(State s) {
        var text = new StringBuilder("| C " + s.get(CAPACITY));
        if (s.get(WAITING) > 0 || s.get(GATE) > 1) {
            text.append(" waiting ").append(s.get(WAITING)).append(" gate ").append(s.get(GATE));
        }
        for (int k = 0; k < shards; k++) {
            text.append(" | ").append(s.get(shard(k) + TAKEN)).append('/').append(s.get(shard(k) + SIZE));
            text.append(' ').append(marks(s.get(shard(k) + MARKS)));
            text.append(s.get(shard(k) + QUEUED) > 0 ? " queued " + s.get(shard(k) + QUEUED) : "");
        }
        for (int q = 0; q < keys; q++) {
            text.append(s.get(item(q)) == 0 ? "" : " | " + q + ": " + describe(s, item(q)));
        }
        return text.toString();
    }

    private String describe(State s, int item) {
        int place = s.get(item + PLACE);
        return Status.of(s.get(item + STATUS)).toString().toLowerCase(Locale.ROOT)
                + (place == 0 ? "" : " m" + markOf(place))
                + (s.get(item + TARGET) == 0 ? "" : " to " + (s.get(item + TARGET) - 1))
                + (s.get(item + MARK) == 0 ? "" : " by m" + (s.get(item + MARK) - 1))
                + (s.get(item + ABANDONED) == 0 ? "" : " without " + marks(s.get(item + ABANDONED)));
    }

    private static String marks(int set) {
        var text = new StringBuilder("{");
        for (int m = 0; m < 16; m++) {
            text.append(has(set, m) ? "m" + m + " " : "");
        }
        return text.toString().trim() + "}";
    }
}
