package yunhe.dynamo.activity.model;

import static yunhe.dynamo.activity.model.Store.ABANDONED;
import static yunhe.dynamo.activity.model.Store.CLOSED;
import static yunhe.dynamo.activity.model.Store.CONTACTS;
import static yunhe.dynamo.activity.model.Store.ID;
import static yunhe.dynamo.activity.model.Store.ITEM_SIZE;
import static yunhe.dynamo.activity.model.Store.LINE;
import static yunhe.dynamo.activity.model.Store.MARK;
import static yunhe.dynamo.activity.model.Store.MARKS;
import static yunhe.dynamo.activity.model.Store.PLACE;
import static yunhe.dynamo.activity.model.Store.STATUS;
import static yunhe.dynamo.activity.model.Store.TAKEN;
import static yunhe.dynamo.activity.model.Store.TARGET;
import static yunhe.dynamo.activity.model.Store.VERSION;
import static yunhe.dynamo.activity.model.Store.WAITING;

import org.jspecify.annotations.Nullable;

/** The writes to what stands at the people's keys, each with its condition; null is a refusal. */
record People(Store store, Seats seats) {
    boolean keeps(Safeguard safeguard) {
        return seats.keeps(safeguard);
    }

    @Nullable
    State fence(State s, int key, int mark) {
        int at = store.item(key);
        if (store.holds(s, key, mark)) {
            return null;
        }
        State after = s.copy().set(at + ABANDONED, s.get(at + ABANDONED) | 1 << mark);
        return store.status(s, key) == Status.ABSENT ? after.set(at + STATUS, Status.GHOST.number()) : after;
    }

    @Nullable
    State point(State s, Applicant applicant, int contact, int mark) {
        int at = store.item(contact);
        return s.get(at) == 0 ? pointer(s.copy(), at, applicant.key(), mark) : null;
    }

    @Nullable
    State record(State s, Applicant applicant, int mark, int shard) {
        int at = store.item(applicant.key());
        return s.get(at) == 0
                ? register(s.copy(), applicant, at, applicant.becomes()).set(at + PLACE, store.place(mark, shard))
                : null;
    }

    /**
     * The registration and its pointers in one transaction.
     *
     * @param seen the first of the cells where the caller keeps what it saw at each contact
     */
    @Nullable
    State recordAsSeen(State s, Applicant applicant, int seen, int mark, int shard) {
        if (!allAsSeen(s, applicant, seen)) {
            return null;
        }
        State after = write(s, applicant, seen, applicant.becomes(), mark);
        return after.set(store.item(applicant.key()) + PLACE, store.place(mark, shard));
    }

    /**
     * As {@link #recordAsSeen}, waitlisted and without a place; whether the group lets anybody join is asked before.
     */
    @Nullable
    State join(State s, Applicant applicant, int seen, int mark) {
        return allAsSeen(s, applicant, seen)
                ? waits(write(s, applicant, seen, Status.WAITLISTED, mark), applicant.key(), mark)
                : null;
    }

    State waits(State after, int key, int mark) {
        return after.set(store.item(key) + MARK, mark + 1).add(WAITING, 1).set(LINE, after.get(LINE) | 1 << key);
    }

    private boolean allAsSeen(State s, Applicant applicant, int seen) {
        for (int i = 0; i < applicant.contacts().size(); i++) {
            if (!asSeen(s, store.item(applicant.contacts().get(i)), seen + i * ITEM_SIZE)) {
                return false;
            }
        }
        return true;
    }

    private boolean asSeen(State s, int item, int seen) {
        if (s.same(item, seen, ITEM_SIZE)) {
            return true;
        }
        if (s.get(item) == 0 || s.get(seen) == 0) {
            return false;
        }
        boolean abandoned =
                s.get(item + ABANDONED) == s.get(seen + ABANDONED) || !keeps(Safeguard.SEEN_NAMES_ABANDONED);
        boolean version = s.same(item, seen, ABANDONED)
                        && s.same(item + ABANDONED + 1, seen + ABANDONED + 1, ITEM_SIZE - ABANDONED - 1)
                || !keeps(Safeguard.SEEN_NAMES_VERSION);
        return abandoned && version;
    }

    private State write(State s, Applicant applicant, int seen, Status status, int mark) {
        State after = s.copy();
        for (int i = 0; i < applicant.contacts().size(); i++) {
            int at = store.item(applicant.contacts().get(i));
            after.set(at + ABANDONED, s.get(seen + i * ITEM_SIZE + ABANDONED));
            if (i == 0) {
                register(after, applicant, at, status);
            } else {
                pointer(after, at, applicant.key(), mark);
            }
        }
        return after;
    }

    private static State pointer(State after, int at, int key, int mark) {
        int abandoned = after.get(at + ABANDONED);
        return after.clear(at, ITEM_SIZE)
                .set(at + STATUS, Status.POINTER.number())
                .set(at + ABANDONED, abandoned)
                .set(at + TARGET, key + 1)
                .set(at + MARK, mark + 1);
    }

    private static State register(State after, Applicant applicant, int at, Status status) {
        int abandoned = after.get(at + ABANDONED);
        return after.clear(at, ITEM_SIZE)
                .set(at + STATUS, status.number())
                .set(at + ABANDONED, abandoned)
                .set(at + ID, applicant.id())
                .set(at + VERSION, 1)
                .set(at + CONTACTS, applicant.contactSet());
    }

    @Nullable
    State confirm(State s, int key, int line, int mark, int shard, Status becomes) {
        int at = store.item(key);
        boolean waits = store.status(s, key) == Status.WAITLISTED && s.get(at + MARK) == line;
        boolean abandoned = store.isAbandoned(s, key, mark) && keeps(Safeguard.CONFIRM_ASKS_FOR_MARK);
        if (!waits || abandoned || s.get(CLOSED) != 0) {
            return null;
        }
        return leave(become(s, key, becomes), key).set(at + PLACE, store.place(mark, shard));
    }

    private State leave(State after, int key) {
        return after.set(store.item(key) + MARK, 0).add(WAITING, -1).set(LINE, after.get(LINE) & ~(1 << key));
    }

    private State become(State s, int key, Status status) {
        int at = store.item(key);
        return s.copy().set(at + STATUS, status.number()).add(at + VERSION, 1);
    }

    /** A registration that holds a place goes on holding it. */
    @Nullable
    State change(State s, int key, Status from, Status to) {
        return store.status(s, key) == from ? become(s, key, to) : null;
    }

    /** A live registration ends; its place is given back, or it leaves the line. */
    @Nullable
    State end(State s, int key, Status to) {
        if (store.status(s, key) == Status.WAITLISTED) {
            return leave(become(s, key, to), key);
        }
        if (!store.status(s, key).holds()) {
            return null;
        }
        int place = s.get(store.item(key) + PLACE);
        int shard = store.shard(store.shardOf(place));
        State after = endKeepingPlace(s, key, to).add(shard + TAKEN, -1);
        return keeps(Safeguard.END_REMOVES_MARK)
                ? after.set(shard + MARKS, s.get(shard + MARKS) & ~(1 << store.markOf(place)))
                : after;
    }

    /** A live registration ends and gives nothing back: its group is closed. */
    State endKeepingPlace(State s, int key, Status to) {
        int at = store.item(key);
        int place = s.get(at + PLACE);
        State after = become(s, key, to).set(at + PLACE, 0);
        return place != 0 && keeps(Safeguard.END_ABANDONS_MARK)
                ? after.set(at + ABANDONED, s.get(at + ABANDONED) | 1 << store.markOf(place))
                : after;
    }

    /** What names one registration in one version. */
    int stamp(State s, int key) {
        return s.get(store.item(key) + ID) << 8 | s.get(store.item(key) + VERSION);
    }

    /**
     * A rejected registration is under review again, with a place.
     *
     * @param seen its stamp when it was read
     */
    @Nullable
    State reopen(State s, int key, int seen, int mark, int shard) {
        boolean abandoned = store.isAbandoned(s, key, mark) && keeps(Safeguard.REOPEN_ASKS_FOR_MARK);
        State after = reopened(s, key, seen, mark, Status.PENDING);
        return after == null || abandoned ? null : after.set(store.item(key) + PLACE, store.place(mark, shard));
    }

    /** A rejected registration waits; whether the group lets anybody join is asked before. */
    @Nullable
    State reopenWaiting(State s, int key, int seen, int mark) {
        State after = reopened(s, key, seen, mark, Status.WAITLISTED);
        return after == null ? null : waits(after, key, mark);
    }

    private @Nullable State reopened(State s, int key, int seen, int mark, Status status) {
        int at = store.item(key);
        if (store.status(s, key) != Status.REJECTED || stamp(s, key) != seen) {
            return null;
        }
        State after = become(s, key, status);
        for (int contact = 0; contact < store.keys(); contact++) {
            int pointer = store.item(contact);
            if (contact != key && Store.has(s.get(at + CONTACTS), contact)) {
                if (s.get(pointer + TARGET) != key + 1) {
                    return null;
                }
                if (keeps(Safeguard.REOPEN_WRITES_POINTERS)) {
                    after.set(pointer + MARK, mark + 1);
                }
            }
        }
        return after;
    }
}
