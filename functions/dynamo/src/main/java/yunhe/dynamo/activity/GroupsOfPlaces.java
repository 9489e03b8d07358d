package yunhe.dynamo.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Group;
import yunhe.core.agenda.Tasks;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.BatchReads;
import yunhe.dynamo.Transaction;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/** The places of an activity's groups, as parts of the changes of the activity itself: made, resized, closed. */
record GroupsOfPlaces(Ledger.Store store, Shards split) {

    /** A group that is added to a published activity has no rush of an opening before it. */
    private static final int SHARDS_OF_A_LATER_GROUP = 1;

    void make(Transaction transaction, Activity activity) {
        var groups = activity.details().groups();
        groups.forEach(group -> make(transaction, activity, group, split.of(group.capacity(), groups.size())));
    }

    private void make(Transaction transaction, Activity activity, Group group, int shards) {
        transaction.put(SeatsItem.make(store.table(), activity, group, shards));
        var items = items(activity.id(), group.id());
        for (int shard = 0; shard < shards; shard++) {
            int share = Shards.share(group.capacity(), shards, shard);
            transaction.put(items.make(shard, share, activity.edits().rules()));
        }
    }

    /**
     * Only what changes for sign-ups is written, so that a new title does not meet a rush of them.
     *
     * @return groups whose shards are to be given capacity when this is committed
     */
    List<String> resize(Transaction transaction, Activity seen, Activity next, Instant now) {
        boolean rulesChanged = next.edits().rules() != seen.edits().rules();
        boolean allChanged = rulesChanged || line(next) != line(seen);
        var heads = new BatchReads(store.client(), store.table(), store.random()).read("read places", keys(seen));
        return next.details().groups().stream()
                .flatMap(group -> {
                    var before = seen.details().group(group.id());
                    if (before.isEmpty()) {
                        make(transaction, next, group, SHARDS_OF_A_LATER_GROUP);
                        return Optional.<String>empty().stream();
                    }
                    int was = before.get().capacity();
                    if (!allChanged && was == group.capacity()) {
                        return Optional.<String>empty().stream();
                    }
                    if (was < group.capacity()) {
                        // Outside of the transaction, which is long enough: should that fail, nobody moves up.
                        Recovery.leave(store, Tasks.moveUp(next.id(), group.id(), now));
                    }
                    int shards = Optional.ofNullable(heads.get(ActivityKeys.seats(seen.id(), group.id())))
                            .map(Counts::shards)
                            .orElseThrow();
                    resize(transaction, next, group, new Change(was, shards, rulesChanged));
                    return Optional.of(group.id()).filter(it -> shards > 1).stream();
                })
                .toList();
    }

    private record Change(int was, int shards, boolean rules) {}

    /**
     * Several shards are not lowered each by its share: another one may have more people than its own. All lose what
     * they have to give, and get what is left of the whole afterwards. Raised, they get more, by the same way.
     */
    private void resize(Transaction transaction, Activity next, Group group, Change change) {
        transaction.update(SeatsItem.resize(store.table(), next, group));
        var items = items(next.id(), group.id());
        long rules = next.edits().rules();
        for (int shard = 0; shard < change.shards(); shard++) {
            if (change.shards() == 1) {
                transaction.update(items.resize(shard, group.capacity(), rules));
            } else if (group.capacity() < change.was()) {
                transaction.update(items.resize(shard, 0, rules));
            } else if (change.rules()) {
                transaction.update(items.judgeBy(shard, rules));
            }
        }
    }

    void close(Transaction transaction, Activity activity) {
        var heads = new BatchReads(store.client(), store.table(), store.random()).read("read places", keys(activity));
        heads.forEach((key, head) -> {
            var group = Attributes.of(head).text("group");
            transaction.update(SeatsItem.close(store.table(), activity.id(), group));
            var items = items(activity.id(), group);
            IntStream.range(0, Counts.shards(head)).forEach(shard -> transaction.update(items.close(shard)));
        });
    }

    private ShardItem items(ActivityId activity, String group) {
        return new ShardItem(store.table(), activity, group);
    }

    private static List<Key> keys(Activity activity) {
        return activity.details().groups().stream()
                .map(group -> ActivityKeys.seats(activity.id(), group.id()))
                .toList();
    }

    private static int line(Activity activity) {
        return activity.details().admission().waitlist().capacityPerGroup();
    }
}
