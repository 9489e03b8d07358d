package yunhe.dynamo.activity;

import static yunhe.dynamo.StoreCalls.asking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.PlaceMark;
import yunhe.core.agenda.Task;
import yunhe.core.agenda.Tasks;
import yunhe.core.shared.StoreUnavailable;

/** Finds out what became of claims by the marks that they left, and gives back what nobody holds. */
record Recovery(OneGroup group, LedgerMemory.OfGroup memory) {

    private static final int ROUNDS_MAX = 24;

    /** Whether a place came back. */
    boolean run(List<Mark> doubtful) {
        boolean released = false;
        for (var mark : doubtful) {
            released |= run(mark);
        }
        return released;
    }

    /** Resolves a mark, whoever left it and whatever they are still doing. Whether a place came back by it. */
    boolean run(Mark mark) {
        if (new Fence(group.store().table(), group.updates())
                .put(group.activity(), mark.person(), mark.place(), mark.since())
                .isPresent()) {
            release(mark.place());
            return true;
        }
        clear(mark.place());
        return false;
    }

    /** Looks after marks for those who wait or may come. A mark that is still young is looked at again by a task. */
    void settle(Instant now) {
        group.look().filter(counts -> !counts.terms().closed()).ifPresent(counts -> {
            run(counts.doubtful(Optional.empty(), now));
            comeAgain(counts, now);
        });
    }

    /** Leaves a task if there are marks that may yet give back a place. */
    void comeAgain(Counts counts, Instant now) {
        if (counts.marks().anyMatch(mark -> !mark.isOld(now))) {
            var task = Tasks.moveUp(group.activity(), group.id(), now);
            // All who come within some minutes leave the same one.
            if (memory.isNew(task)) {
                leave(group.store(), task);
                memory.noteLeft(task);
            }
        }
    }

    static void leave(Ledger.Store store, Task task) {
        var put = TaskItem.put(store.table(), task).build();
        asking(
                "leave a task",
                () -> store.client().putItem(it -> it.tableName(put.tableName()).item(put.item())));
    }

    /**
     * Resolves every mark of a group that is closed: after it no registration takes a place that was claimed before.
     */
    void settleClosed() {
        for (int attempt = 0; attempt < ROUNDS_MAX; attempt++) {
            var marks = group.look().stream().flatMap(Counts::marks).toList();
            if (marks.isEmpty()) {
                return;
            }
            run(marks);
        }
        throw new StoreUnavailable("settle " + group.activity(), new IllegalStateException("marks remain"));
    }

    /** Gives back a claimed place that no registration holds or ever will. */
    void release(PlaceMark mark) {
        group.updates()
                .write("release a place of " + group.activity(), group.shards().release(mark));
    }

    private void clear(PlaceMark mark) {
        group.updates()
                .write("clear a mark of " + group.activity(), group.shards().clear(mark.shard(), List.of(mark)));
    }
}
