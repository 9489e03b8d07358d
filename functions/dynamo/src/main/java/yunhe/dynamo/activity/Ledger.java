package yunhe.dynamo.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.PlaceMark;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.Log;
import yunhe.core.shared.StoreUnavailable;
import yunhe.dynamo.Updates;
import yunhe.dynamo.Updates.Written;

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

    private final OneGroup group;
    private final LedgerMemory.OfGroup memory;
    private final Recovery recovery;
    private final Updates updates;
    private final RandomGenerator random;

    /** Where the ledger is kept. */
    record Store(DynamoDbClient client, String table, RandomGenerator random) {}

    Ledger(Store store, LedgerMemory memory, ActivityId activity, String group) {
        this.group = new OneGroup(store, activity, group);
        this.memory = memory.of(activity, group);
        this.recovery = new Recovery(this.group, this.memory);
        this.updates = this.group.updates();
        this.random = store.random();
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
            var head = group.head();
            if (SeatsItem.isClosed(head)) {
                return new Claim.Closed();
            }
            memory.meet(head, random);
        }
        boolean look = memory.isFull();
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            if (!look) {
                var mark = Mark.fresh(memory.shard(), asking.person(), asking.now(), random);
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
            var looked = look(asking);
            if (looked.isEmpty() || looked.get().refuses(asking.rules())) {
                return new Claim.Closed();
            }
            var counts = looked.get();
            memory.note(counts);
            var next = next(counts, asking);
            look = next != Next.CLAIM;
            if (next == Next.NOTHING && !recovery.run(counts.doubtful(Optional.of(asking.person()), asking.now()))) {
                memory.noteFull();
                if (counts.marks().findAny().isEmpty()) {
                    lineIsSeenTo(counts);
                }
                memory.clearedAtAll().forEach(this::clearInPassing);
                return new Claim.None(counts);
            }
        }
        throw new StoreUnavailable(
                "claim a place of " + group.activity(),
                new IllegalStateException("no outcome after " + TRIES_MAX + " tries"));
    }

    /**
     * Behind a line no newcomer gets a place, whatever the shards hold: once its marks are seen to, the group will do.
     */
    private Optional<Counts> look(Asking asking) {
        var head = group.head();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        var line = Counts.ofLine(head);
        boolean suffices = !asking.fromTheLine() && !line.nobodyWaits() && memory.isLineSeenTo(line.gate());
        return Optional.of(suffices ? line : group.read(head));
    }

    /** With people in the line no newcomer leaves another mark, as long as the gate is this one. */
    private void lineIsSeenTo(Counts counts) {
        if (!counts.nobodyWaits()) {
            memory.noteLineSeenTo(counts.gate());
        }
    }

    private Written write(Mark mark, Asking asking) {
        var gate = asking.fromTheLine() ? Optional.<Long>empty() : Optional.of(memory.gate());
        var cleared = memory.cleared(mark.place().shard());
        boolean written = false;
        try {
            var answer = updates.attemptOnce(
                    "claim a place of " + group.activity(), group.shards().claim(mark, gate, asking.rules(), cleared));
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
        var free = counts.free(random);
        if (free.isEmpty() && counts.ungranted() > 0) {
            new Grant(group).make();
            return Next.LOOK_AGAIN;
        }
        if (free.isEmpty()) {
            return Next.NOTHING;
        }
        if (!asking.fromTheLine() && free.get().isKeptForTheLine(counts.gate())) {
            var opened = updates.write(
                    "let newcomers in at " + group.activity(),
                    SeatsItem.nextGate(group.store().table(), group.activity(), group.id(), counts.gate()));
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
                    .forEach(recovery::run);
            if (marks.size() > MARKS_MAX || ShardItem.isFull(claim.shard())) {
                clearInPassing(memory.cleared(place.shard()));
            }
        } catch (StoreUnavailable afterwards) {
            // The place is held. What was to be tidied up, somebody else finds by its age.
            Log.event("ledger.untidy", Map.of("activity", group.activity().value(), "group", group.id()));
        }
    }

    /** A shard that is busy is not helped by it, and the next claim does it as well. */
    private void clearInPassing(List<PlaceMark> marks) {
        if (!marks.isEmpty()
                && !updates.inPassing(group.shards().clear(marks.getFirst().shard(), marks))) {
            memory.clearLater(marks);
        }
    }

    /** Gives back a claimed place that no registration holds or ever will. */
    void release(PlaceMark mark) {
        recovery.release(mark);
    }

    void comeAgain(Counts counts, Instant now) {
        recovery.comeAgain(counts, now);
        lineIsSeenTo(counts);
    }

    /** Whether all shards are as they were: read one after the other, they may never have been full at once. */
    boolean isStill(Counts counts) {
        return counts.shards().size() <= 1
                || group.look()
                        .filter(now -> now.places().equals(counts.places()))
                        .isPresent();
    }

    /** Keeps the places of every shard for the line, if all are full. False: one was not, look again. */
    boolean queue(Counts counts) {
        for (var shard : counts.shards()) {
            if (!shard.isKeptForTheLine(counts.gate())
                    && updates.write(
                                    "queue at " + group.activity(),
                                    group.shards().queue(shard.number(), counts.gate()))
                            .isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
