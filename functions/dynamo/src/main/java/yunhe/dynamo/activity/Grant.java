package yunhe.dynamo.activity;

import yunhe.dynamo.Transaction;

/** Capacity for a group's shards, after the group's own was changed. */
record Grant(OneGroup group) {

    /**
     * Gives shards what they lack of the group's capacity. What is lacking never grows but by a new layout, which only
     * one of two makes. The layout is read first; and every shard is asked for the capacity it was seen with, because
     * of another grant's transaction a reader may see one item before the other.
     */
    void make() {
        var head = group.head();
        if (SeatsItem.isClosed(head)) {
            return;
        }
        var counts = group.read(head);
        int lacking = counts.ungranted();
        if (lacking == 0) {
            return;
        }
        var transaction = new Transaction(
                group.store().client(), group.store().random(), "grant capacity of " + group.activity());
        transaction.update(SeatsItem.nextLayout(
                group.store().table(),
                group.activity(),
                group.id(),
                counts.terms().layout()));
        int left = lacking;
        for (int i = 0; i < counts.shards().size(); i++) {
            int share = Math.ceilDiv(left, counts.shards().size() - i);
            transaction.update(group.shards().grant(counts.shards().get(i), share));
            left -= share;
        }
        // Refused: somebody else did, or people came or went meanwhile. Either way there is something new to see.
        var _ = transaction.commit();
    }
}
