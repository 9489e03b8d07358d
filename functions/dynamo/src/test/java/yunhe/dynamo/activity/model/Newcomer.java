package yunhe.dynamo.activity.model;

import static yunhe.dynamo.activity.model.Store.ABANDONED;
import static yunhe.dynamo.activity.model.Store.ITEM_SIZE;
import static yunhe.dynamo.activity.model.Store.MARK;
import static yunhe.dynamo.activity.model.Store.STATUS;
import static yunhe.dynamo.activity.model.Store.TARGET;

import java.util.List;

/** Who signs up, under one contact or more. */
final class Newcomer extends Seating {
    private static final int CONTACT = Seating.SIZE;
    private static final int SEEN = CONTACT + 1;

    private final Applicant applicant;

    Newcomer(People people, int at, Applicant applicant, List<Integer> marks) {
        super(people, at, marks);
        this.applicant = applicant;
    }

    static int size(int contacts) {
        return SEEN + contacts * ITEM_SIZE;
    }

    private int seen(int contact) {
        return at + SEEN + contact * ITEM_SIZE;
    }

    @Override
    State done(State after) {
        return super.done(after.clear(at, size(applicant.contacts().size())));
    }

    @Override
    List<Step> others(State s, Stage stage) {
        return switch (stage) {
            case START -> claim(s);
            case POINT -> List.of(point(s));
            case RECORD, RECORD_AS_SEEN -> record(s, stage);
            case READ_TARGET -> List.of(readTarget(s));
            case FENCE_TARGET -> List.of(fenceTarget(s));
            case RELEASE -> List.of(new Step("releases", done(release(s))));
            case START_OVER -> List.of(new Step("releases", startOver(release(s))));
            case CLEAR -> List.of(new Step("clears", done(seats.clear(s, shard(s), mark(s)))));
            default -> throw new IllegalStateException(stage.toString());
        };
    }

    @Override
    State claimed(State after) {
        return proceed(after);
    }

    /** Everything that was seen can be replaced. */
    private State proceed(State after) {
        after.set(at + CONTACT, 0);
        if (shard(after) < 0) {
            return go(after, Stage.JOIN);
        }
        for (int i = 0; i < applicant.contacts().size(); i++) {
            if (after.get(seen(i) + STATUS) != 0) {
                return go(after, Stage.RECORD_AS_SEEN);
            }
        }
        return applicant.contacts().size() == 1 ? go(after, Stage.RECORD) : go(after.set(at + CONTACT, 1), Stage.POINT);
    }

    /**
     * One whose answer is lost is sent again; with one contact nothing is written that another could hold for older.
     */
    @Override
    List<Step> join(State s) {
        if (!seats.mayJoin(s, gate(s))) {
            return List.of(new Step("is refused the line", joinAgain(lookAgain(s.copy()))));
        }
        State after = people.join(s, applicant, at + SEEN, mark(s));
        if (after == null) {
            return List.of(new Step("meets somebody in joining", meet(joinAgain(s.copy()))));
        }
        Step joins = new Step("joins", done(after.copy()));
        return applicant.contacts().size() == 1
                ? List.of(joins)
                : List.of(joins, new Step("joins and does not hear of it", after));
    }

    private State joinAgain(State after) {
        boolean fresh = applicant.contacts().size() > 1 && people.keeps(Safeguard.JOIN_HAS_FRESH_MARK);
        return fresh ? withFreshMark(after) : after;
    }

    private Step point(State s) {
        int i = s.get(at + CONTACT);
        int contact = applicant.contacts().get(i);
        State after = people.point(s, applicant, contact, mark(s));
        if (after == null) {
            return new Step("meets somebody in pointing", meet(s));
        }
        after.move(store.item(contact), seen(i), ITEM_SIZE);
        boolean more = i + 1 < applicant.contacts().size();
        return new Step("points", more ? after.set(at + CONTACT, i + 1) : go(after.set(at + CONTACT, 0), Stage.RECORD));
    }

    /** One whose answer is lost is sent again. */
    private List<Step> record(State s, Stage stage) {
        State after = stage == Stage.RECORD
                ? people.record(s, applicant, mark(s), shard(s))
                : people.recordAsSeen(s, applicant, at + SEEN, mark(s), shard(s));
        if (after == null) {
            return List.of(new Step("meets somebody in recording", meet(s)));
        }
        return List.of(
                new Step("records", go(after.copy(), Stage.CLEAR)), new Step("records and does not hear of it", after));
    }

    /** The first of what stands there that is not as it was thought to be. */
    private State meet(State s) {
        if (stage(s) == Stage.DONE) {
            return s;
        }
        for (int i = 0; i < applicant.contacts().size(); i++) {
            int item = store.item(applicant.contacts().get(i));
            if (!s.same(item, seen(i), ITEM_SIZE) && (stage(s) != Stage.POINT || i == s.get(at + CONTACT))) {
                return met(s.copy().move(item, seen(i), ITEM_SIZE), i);
            }
        }
        throw new IllegalStateException("refused, and nothing differs");
    }

    private State met(State after, int i) {
        int seen = seen(i);
        int contact = applicant.contacts().get(i);
        Status status = Status.of(after.get(seen + STATUS));
        boolean claimed = shard(after) >= 0;
        if (claimed && i == 0 && store.holds(after, contact, mark(after))) {
            return go(after, people.keeps(Safeguard.REFUSED_RECORD_IS_LOOKED_AT) ? Stage.CLEAR : Stage.RELEASE);
        }
        if (status.isLive()) {
            return isThere(after);
        }
        if (claimed
                && i == 0
                && Store.has(after.get(seen + ABANDONED), mark(after))
                && people.keeps(Safeguard.RECORD_ASKS_FOR_MARK)) {
            return go(after.clear(at + CONTACT, size(applicant.contacts().size()) - CONTACT), Stage.START_OVER);
        }
        boolean own = after.get(seen + TARGET) == applicant.key() + 1 && after.get(seen + MARK) == mark(after) + 1;
        return status == Status.POINTER && !own ? go(after.set(at + CONTACT, i), Stage.READ_TARGET) : proceed(after);
    }

    private State isThere(State after) {
        return shard(after) < 0 ? done(after) : go(after, Stage.RELEASE);
    }

    private Step readTarget(State s) {
        int target = s.get(seen(s.get(at + CONTACT)) + TARGET) - 1;
        boolean lists = Store.has(
                s.get(store.item(target) + Store.CONTACTS), applicant.contacts().get(s.get(at + CONTACT)));
        Status status = store.status(s, target);
        if (lists && status.isLive()) {
            return new Step("reads a registration", isThere(s.copy()));
        }
        // One that has ended could go without: its pointers carry no mark that is still to be recorded.
        boolean fences = lists || people.keeps(Safeguard.POINTER_IN_FLIGHT_IS_FENCED);
        return new Step("reads where a pointer leads", fences ? go(s.copy(), Stage.FENCE_TARGET) : proceed(s.copy()));
    }

    private Step fenceTarget(State s) {
        int seen = seen(s.get(at + CONTACT));
        State after = people.fence(s, s.get(seen + TARGET) - 1, s.get(seen + MARK) - 1);
        return after == null
                ? new Step("is refused a fence", go(s.copy(), Stage.READ_TARGET))
                : new Step("fences", proceed(after));
    }

    @Override
    public String toString() {
        return "sign-up " + applicant.id() + " " + applicant.contacts();
    }
}
