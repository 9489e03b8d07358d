package yunhe.dynamo.activity.model;

import java.util.ArrayList;
import java.util.List;

/** Takes any mark for stale at any time, and settles it; again and again. */
final class Recovery implements Actor {
    private static final int STAGE = 0;
    private static final int MARK = 1;
    private static final int SHARD = 2;
    static final int SIZE = 3;

    private final People people;
    private final Seats seats;
    private final Store store;
    private final int at;
    private final List<Integer> owners;

    /** @param owners the key of each mark */
    Recovery(People people, int at, List<Integer> owners) {
        this.people = people;
        this.seats = people.seats();
        this.store = people.store();
        this.at = at;
        this.owners = owners;
    }

    @Override
    public List<Step> successors(State s) {
        return switch (Stage.of(s.get(at + STAGE))) {
            case START -> pick(s);
            case LOOK -> List.of(look(s));
            case FENCE -> List.of(fence(s));
            case RELEASE -> List.of(new Step("releases", start(seats.release(s, s.get(at + SHARD), s.get(at + MARK)))));
            case CLEAR -> List.of(new Step("clears", start(seats.clear(s, s.get(at + SHARD), s.get(at + MARK)))));
            default -> throw new IllegalStateException();
        };
    }

    private State start(State after) {
        return after.clear(at, SIZE);
    }

    private State go(State after, Stage stage) {
        return after.set(at + STAGE, stage.number());
    }

    private List<Step> pick(State s) {
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < store.shards(); k++) {
            int marks = s.get(store.shard(k) + Store.MARKS);
            for (int m = 0; marks >> m != 0; m++) {
                if (Store.has(marks, m)) {
                    State after = s.copy().set(at + MARK, m).set(at + SHARD, k);
                    steps.add(new Step("meets m" + m, go(after, reads() ? Stage.LOOK : Stage.FENCE)));
                }
            }
        }
        return steps;
    }

    /** The fence says it all; a read before it only saves the write. */
    private boolean reads() {
        return !seats.keeps(Safeguard.RECOVERY_FENCES) || !seats.keeps(Safeguard.RECOVERY_ASKS_FOR_THIS_MARK);
    }

    private Step look(State s) {
        int key = owners.get(s.get(at + MARK));
        boolean holds = seats.keeps(Safeguard.RECOVERY_ASKS_FOR_THIS_MARK)
                ? store.holds(s, key, s.get(at + MARK))
                : store.status(s, key).holds();
        Stage otherwise = seats.keeps(Safeguard.RECOVERY_FENCES) ? Stage.FENCE : Stage.RELEASE;
        return new Step("reads " + key, go(s.copy(), holds ? Stage.CLEAR : otherwise));
    }

    private Step fence(State s) {
        State after = people.fence(s, owners.get(s.get(at + MARK)), s.get(at + MARK));
        return after == null
                ? new Step("is refused a fence", go(s.copy(), Stage.CLEAR))
                : new Step("fences", go(after, Stage.RELEASE));
    }

    @Override
    public String toString() {
        return "recovery";
    }
}
