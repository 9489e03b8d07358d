package yunhe.dynamo.activity.model;

import java.util.ArrayList;
import java.util.List;

/** Gives the shards of two what capacity they lack: the organiser's call, or whoever looks. */
final class Granter implements Actor {
    private static final int STAGE = 0;
    private static final int SHARD = 1;
    private static final int LAYOUT = 2;
    private static final int MISSING = 3;
    private static final int SIZES = 4;
    static final int SIZE = 6;

    private final Seats seats;
    private final Store store;
    private final int at;

    Granter(Seats seats, int at) {
        this.seats = seats;
        this.store = seats.store();
        this.at = at;
    }

    @Override
    public List<Step> successors(State s) {
        return switch (Stage.of(s.get(at + STAGE))) {
            case START -> List.of(look(s));
            case LOOK_AT_SHARD -> List.of(lookAtShard(s));
            case GRANT -> grant(s);
            case DONE -> List.of();
            default -> throw new IllegalStateException();
        };
    }

    private Step look(State s) {
        State after = s.copy().set(at + LAYOUT, s.get(Store.LAYOUT)).set(at + MISSING, s.get(Store.CAPACITY));
        return new Step("reads", go(after, Stage.LOOK_AT_SHARD));
    }

    private State go(State after, Stage stage) {
        return after.set(at + STAGE, stage.number());
    }

    private State done(State after) {
        return go(after.clear(at, SIZE), Stage.DONE);
    }

    private Step lookAtShard(State s) {
        int shard = s.get(at + SHARD);
        int counted = seats.counted(s, shard);
        int missing = Math.max(0, s.get(at + MISSING) - counted);
        State after = s.copy().set(at + SIZES + shard, counted).set(at + MISSING, missing);
        if (shard + 1 < store.shards()) {
            return new Step("reads shard " + shard, after.set(at + SHARD, shard + 1));
        }
        return new Step("reads shard " + shard, missing > 0 ? go(after, Stage.GRANT) : done(after));
    }

    private List<Step> grant(State s) {
        List<Step> steps = new ArrayList<>();
        int missing = s.get(at + MISSING);
        for (int share = store.shards() == 1 ? missing : 0; share <= missing; share++) {
            State after = seats.grant(s, s.get(at + LAYOUT), at + SIZES, missing, share);
            if (after == null) {
                return List.of(new Step("is refused the grant", done(s.copy())));
            }
            steps.add(new Step("grants", done(after)));
        }
        return steps;
    }

    @Override
    public String toString() {
        return "grant";
    }
}
