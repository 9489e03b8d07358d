package yunhe.dynamo.activity;

import static yunhe.dynamo.StoreCalls.asking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.PlaceMark;
import yunhe.core.agenda.Task;
import yunhe.core.agenda.Tasks;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.Log;
import yunhe.core.shared.StoreUnavailable;
import yunhe.dynamo.BatchReads;
import yunhe.dynamo.Transaction;
import yunhe.dynamo.Updates;
import yunhe.dynamo.Updates.Written;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/**
 * The places of one group. A place is claimed by one plain write, which leaves a mark; whoever claimed it records it
 * with their registration by a second one, and clears the mark with the next claim. What a crash leaves between them is
 * found by its mark: either a registration holds the place by it, or it is fenced, so that none ever will, and given
 * back.
 *
 * <p>Decision 11 says why each condition is needed.
 */
final class Ledger {

    /** Each try learns something (a shard is full, a place came back); so many in a row means a storm. */
    private static final int TRIES_MAX = 24;

    /** A shard with more marks than that grows beyond 1 KB. */
    private static final int MARKS_MAX = 16;

    private static final int RECOVERED_BY_A_CLAIM_MAX = 2;

    private final Store store;
    private final ActivityId activity;
    private final String group;
    private final LedgerMemory.OfGroup memory;
    private final ShardItem shards;
    private final Updates updates;

    /** Where the ledger is kept. */
    record Store(DynamoDbClient client, String table, RandomGenerator random) {}

    Ledger(Store store, LedgerMemory memory, ActivityId activity, String group) {
        this.store = store;
        this.activity = activity;
        this.group = group;
        this.memory = memory.of(activity, group);
        this.shards = new ShardItem(store.table(), activity, group);
        this.updates = new Updates(store.client(), store.random());
    }

    /** What became of asking for a place. */
    sealed interface Claim {

        /** @param shard as it is with it */
        record Got(Mark mark, Map<String, AttributeValue> shard) implements Claim {}

        /** No place is free for whoever asked; the counts say how it is. */
        record None(Counts counts) implements Claim {}

        /** The activity is cancelled, or judges by other rules than the caller believed. */
        record Closed() implements Claim {}
    }

    /**
     * A place for a newcomer, who does not overtake those who wait.
     *
     * @param rules by which the newcomer was judged, if that matters
     */
    Claim claim(PersonKey person, Optional<Long> rules, Instant now) {
        return claim(new Asking(person, rules, now, false));
    }

    /** A place for the first of the line. */
    Claim claimForTheLine(PersonKey person, Instant now) {
        return claim(new Asking(person, Optional.empty(), now, true));
    }

    private record Asking(PersonKey person, Optional<Long> rules, Instant now, boolean fromTheLine) {}

    private Claim claim(Asking asking) {
        if (!memory.isKnown()) {
            var head = head();
            if (SeatsItem.isClosed(head)) {
                return new Claim.Closed();
            }
            memory.meet(head, store.random());
        }
        boolean look = memory.isFull();
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            if (!look) {
                var mark = Mark.fresh(memory.shard(), asking.person(), asking.now(), store.random());
                switch (write(mark, asking)) {
                    case Written.Done(var shard) -> {
                        return new Claim.Got(mark, shard);
                    }
                    case Written.Refused(var shard) -> {
                        if (SeatsItem.isClosed(shard) || !SeatsItem.isUnder(asking.rules(), shard)) {
                            return new Claim.Closed();
                        }
                    }
                }
            }
            var looked = look();
            if (looked.isEmpty() || looked.get().refuses(asking.rules())) {
                return new Claim.Closed();
            }
            var counts = looked.get();
            memory.note(counts);
            var next = next(counts, asking);
            look = next != Next.CLAIM;
            if (next == Next.NOTHING && !recover(counts.doubtful(Optional.of(asking.person()), asking.now()))) {
                memory.noteFull();
                memory.clearedAtAll().forEach(this::clearInPassing);
                return new Claim.None(counts);
            }
        }
        throw new StoreUnavailable(
                "claim a place of " + activity, new IllegalStateException("no outcome after " + TRIES_MAX + " tries"));
    }

    private Written write(Mark mark, Asking asking) {
        var gate = asking.fromTheLine() ? Optional.<Long>empty() : Optional.of(memory.gate());
        var cleared = memory.cleared(mark.place().shard());
        boolean written = false;
        try {
            var answer = updates.attemptOnce(
                    "claim a place of " + activity, shards.claim(mark, gate, asking.rules(), cleared));
            written = answer instanceof Written.Done;
            return answer;
        } finally {
            if (!written) {
                memory.clearLater(cleared);
            }
        }
    }

    private enum Next {
        /** A shard is worth a claim; it is now the one that this process keeps to. */
        CLAIM,
        LOOK_AGAIN,
        NOTHING
    }

    private Next next(Counts counts, Asking asking) {
        if (!asking.fromTheLine() && !counts.nobodyWaits()) {
            return Next.NOTHING;
        }
        var free = counts.free(store.random());
        if (free.isEmpty() && counts.ungranted() > 0) {
            grant();
            return Next.LOOK_AGAIN;
        }
        if (free.isEmpty()) {
            return Next.NOTHING;
        }
        if (!asking.fromTheLine() && free.get().isKeptForTheLine(counts.gate())) {
            var opened = updates.write(
                    "let newcomers in at " + activity,
                    SeatsItem.nextGate(store.table(), activity, group, counts.gate()));
            if (opened.isEmpty()) {
                return Next.LOOK_AGAIN;
            }
            memory.noteGate(counts.gate() + 1);
        }
        clearInPassing(memory.moveTo(free.get().number()));
        return Next.CLAIM;
    }

    /** A registration holds the place. The mark is cleared with the next claim, or now if none is likely to come. */
    void recorded(Claim.Got claim, Instant now) {
        var place = claim.mark().place();
        memory.clearLater(List.of(place));
        try {
            var marks = Mark.read(place.shard(), claim.shard());
            marks.stream()
                    .filter(mark -> mark.isOld(now))
                    .limit(RECOVERED_BY_A_CLAIM_MAX)
                    .forEach(this::recover);
            if (marks.size() > MARKS_MAX || ShardItem.isFull(claim.shard())) {
                clearInPassing(memory.cleared(place.shard()));
            }
        } catch (StoreUnavailable afterwards) {
            // The place is held. What was to be tidied up, somebody else finds by its age.
            Log.event("ledger.untidy", Map.of("activity", activity.value(), "group", group));
        }
    }

    /** Once, without insisting: a shard that is busy is not helped by it, and the next claim does it as well. */
    private void clearInPassing(List<PlaceMark> marks) {
        if (marks.isEmpty()) {
            return;
        }
        try {
            updates.attemptOnce(
                    "clear marks of " + activity, shards.clear(marks.getFirst().shard(), marks));
        } catch (StoreUnavailable busy) {
            memory.clearLater(marks);
        }
    }

    private void clear(List<PlaceMark> marks) {
        updates.write(
                "clear marks of " + activity, shards.clear(marks.getFirst().shard(), marks));
    }

    /** Gives back a claimed place that no registration holds or ever will. */
    void release(PlaceMark mark) {
        updates.write("release a place of " + activity, shards.release(mark));
    }

    private boolean recover(List<Mark> doubtful) {
        boolean released = false;
        for (var mark : doubtful) {
            released |= recover(mark);
        }
        return released;
    }

    /** Resolves a mark, whoever left it and whatever they are still doing. Whether a place came back by it. */
    private boolean recover(Mark mark) {
        if (new Fence(store.table(), updates)
                .put(activity, mark.person(), mark.place(), mark.since())
                .isPresent()) {
            release(mark.place());
            return true;
        }
        clear(List.of(mark.place()));
        return false;
    }

    /** Looks after marks for those who wait or may come. A mark that is still young is looked at again by a task. */
    void settle(Instant now) {
        look().filter(counts -> !counts.terms().closed()).ifPresent(counts -> {
            recover(counts.doubtful(Optional.empty(), now));
            comeAgain(counts, now);
        });
    }

    /** Leaves a task if there are marks that may yet give back a place. */
    void comeAgain(Counts counts, Instant now) {
        if (counts.marks().anyMatch(mark -> !mark.isOld(now))) {
            var task = Tasks.moveUp(activity, group, now);
            // All who come within some minutes leave the same one.
            if (memory.isNew(task)) {
                leave(store, task);
                memory.noteLeft(task);
            }
        }
    }

    static void leave(Store store, Task task) {
        var put = TaskItem.put(store.table(), task).build();
        asking(
                "leave a task",
                () -> store.client().putItem(it -> it.tableName(put.tableName()).item(put.item())));
    }

    /** Whether all shards are as they were: read one after the other, they may never have been full at once. */
    boolean isStill(Counts counts) {
        return counts.shards().size() == 1
                || look().filter(now -> now.places().equals(counts.places())).isPresent();
    }

    /**
     * Resolves every mark of a group that is closed: after it no registration takes a place that was claimed before.
     */
    void settleClosed() {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            var marks = look().stream().flatMap(Counts::marks).toList();
            if (marks.isEmpty()) {
                return;
            }
            recover(marks);
        }
        throw new StoreUnavailable("settle " + activity, new IllegalStateException("marks remain"));
    }

    /** Keeps the places of every shard for the line, if all are full. False: one was not, look again. */
    boolean queue(Counts counts) {
        for (var shard : counts.shards()) {
            if (!shard.isKeptForTheLine(counts.gate())
                    && updates.write("queue at " + activity, shards.queue(shard.number(), counts.gate()))
                            .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Gives shards what they lack of the group's capacity. What is lacking never grows but by a new layout, which only
     * one of two makes. The layout is read first; and every shard is asked for the capacity it was seen with, because
     * of another grant's transaction a reader may see one item before the other.
     */
    void grant() {
        var head = head();
        if (SeatsItem.isClosed(head)) {
            return;
        }
        var counts = read(head);
        int lacking = counts.ungranted();
        if (lacking == 0) {
            return;
        }
        var transaction = new Transaction(store.client(), store.random(), "grant capacity of " + activity);
        transaction.update(SeatsItem.nextLayout(
                store.table(), activity, group, counts.terms().layout()));
        int left = lacking;
        for (int i = 0; i < counts.shards().size(); i++) {
            int share = Math.ceilDiv(left, counts.shards().size() - i);
            transaction.update(shards.grant(counts.shards().get(i), share));
            left -= share;
        }
        // Refused: somebody else did, or people came or went meanwhile. Either way there is something new to see.
        var _ = transaction.commit();
    }

    /** Empty when the group was never published. */
    private Optional<Counts> look() {
        var head = head();
        return head.isEmpty() ? Optional.empty() : Optional.of(read(head));
    }

    private Counts read(Map<String, AttributeValue> head) {
        var keys = Counts.keys(activity, group, Counts.shards(head));
        return Counts.read(
                head, new BatchReads(store.client(), store.table(), store.random()).read("read places", keys), keys);
    }

    private Map<String, AttributeValue> head() {
        Key key = ActivityKeys.seats(activity, group);
        return asking(
                "read the line of " + activity,
                () -> store.client()
                        .getItem(it -> it.tableName(store.table())
                                .key(key.attributes())
                                .consistentRead(true))
                        .item());
    }
}
