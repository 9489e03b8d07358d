package yunhe.dynamo.activity.model;

import java.util.List;

/** Closes, settles every mark, then lists and cancels everybody. */
final class Closer implements Actor {
    private static final int STAGE = 0;
    private static final int NEXT = 1;
    private static final int RECOVERY = 2;
    static final int SIZE = RECOVERY + Recovery.SIZE;

    private final People people;
    private final Store store;
    private final int at;
    private final Recovery recovery;

    /** @param owners the key of each mark */
    Closer(People people, int at, List<Integer> owners) {
        this.people = people;
        this.store = people.store();
        this.at = at;
        this.recovery = new Recovery(people, at + RECOVERY, owners);
    }

    private boolean settlesLast() {
        return people.keeps(Safeguard.CLOSING_SETTLES_LAST);
    }

    @Override
    public List<Step> successors(State s) {
        return switch (Stage.of(s.get(at + STAGE))) {
            case START -> settlesLast() ? List.of(close(s)) : settle(s);
            case SETTLE -> settle(s);
            case CLOSE -> List.of(close(s));
            case LIST -> List.of(list(s));
            case DONE -> List.of();
            default -> throw new IllegalStateException();
        };
    }

    private Step close(State s) {
        boolean settles = settlesLast() && people.keeps(Safeguard.CLOSING_SETTLES);
        return new Step("closes", go(people.seats().close(s), settles ? Stage.SETTLE : Stage.LIST));
    }

    private State go(State after, Stage stage) {
        return after.set(at + STAGE, stage.number());
    }

    private List<Step> settle(State s) {
        List<Step> steps = recovery.successors(s);
        Stage next = settlesLast() ? Stage.LIST : Stage.CLOSE;
        return steps.isEmpty() ? List.of(new Step("reads that no mark is left", go(s.copy(), next))) : steps;
    }

    private Step list(State s) {
        int key = s.get(at + NEXT);
        State after = store.status(s, key).isLive() ? people.endKeepingPlace(s, key, Status.CANCELLED) : s.copy();
        if (key + 1 < store.keys()) {
            return new Step("lists " + key, after.set(at + NEXT, key + 1));
        }
        return new Step("lists " + key, go(after.clear(at, SIZE), Stage.DONE).set(Store.LISTED, 1));
    }

    @Override
    public String toString() {
        return "closing";
    }
}
