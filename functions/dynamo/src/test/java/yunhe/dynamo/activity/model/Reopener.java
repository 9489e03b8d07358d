package yunhe.dynamo.activity.model;

import java.util.List;

/** An organiser who takes back a rejection: a place as a newcomer's, or the end of the line. */
final class Reopener extends Seating {
    private static final int SEEN = Seating.SIZE;
    static final int SIZE = SEEN + 1;

    private final int key;

    Reopener(People people, int at, int key, int mark) {
        super(people, at, List.of(mark));
        this.key = key;
    }

    @Override
    State done(State after) {
        return super.done(after.set(at + SEEN, 0));
    }

    @Override
    List<Step> others(State s, Stage stage) {
        return switch (stage) {
            case START -> read(s);
            case RECORD -> record(s);
            case RELEASE -> List.of(new Step("releases", done(release(s))));
            case CLEAR -> List.of(new Step("clears", done(seats.clear(s, shard(s), mark(s)))));
            default -> throw new IllegalStateException(stage.toString());
        };
    }

    private List<Step> read(State s) {
        return store.status(s, key) == Status.REJECTED
                ? List.of(new Step("reads", go(s.copy().set(at + SEEN, people.stamp(s, key)), Stage.CLAIM)))
                : List.of();
    }

    @Override
    State claimed(State after) {
        return go(after, Stage.RECORD);
    }

    @Override
    List<Step> join(State s) {
        if (!seats.mayJoin(s, gate(s))) {
            return List.of(new Step("is refused the line", lookAgain(s.copy())));
        }
        State after = people.reopenWaiting(s, key, s.get(at + SEEN), mark(s));
        return List.of(
                after == null
                        ? new Step("is refused the registration", done(s.copy()))
                        : new Step("joins", done(after)));
    }

    private List<Step> record(State s) {
        State after = people.reopen(s, key, s.get(at + SEEN), mark(s), shard(s));
        if (after == null) {
            Stage next = store.holds(s, key, mark(s)) ? Stage.CLEAR : Stage.RELEASE;
            return List.of(new Step("is refused the registration", go(s.copy(), next)));
        }
        return List.of(
                new Step("reopens", go(after.copy(), Stage.CLEAR)), new Step("reopens and does not hear of it", after));
    }

    @Override
    public String toString() {
        return "reopening of " + key;
    }
}
