package yunhe.dynamo.activity.model;

import java.util.ArrayList;
import java.util.List;

/** Who looks for a place without having waited: claims, looks, bumps the gate, grants, queues the shards and joins. */
abstract class Seating implements Actor {
    private static final int STAGE = 0;
    /** How many marks were given up. */
    private static final int GIVEN_UP = 1;

    private static final int SHARD = 2;
    /** The gate as it was last read, less the one with which every gate starts. */
    private static final int GATE = 3;

    /** What the last look saw. */
    private static final int MISSING = 4;

    private static final int LAYOUT = 5;
    private static final int FREE = 6;
    private static final int QUEUED = 7;
    private static final int SIZES = 8;
    private static final int LOOK_SIZE = 6;

    /** Where the cells of a subclass begin. */
    static final int SIZE = MISSING + LOOK_SIZE;

    final People people;
    final Seats seats;
    final Store store;
    final int at;
    private final List<Integer> marks;

    Seating(People people, int at, List<Integer> marks) {
        this.people = people;
        this.seats = people.seats();
        this.store = people.store();
        this.at = at;
        this.marks = marks;
    }

    /** What comes after the claim; changes the state. */
    abstract State claimed(State after);

    abstract List<Step> join(State s);

    abstract List<Step> others(State s, Stage stage);

    @Override
    public final boolean isNewcomer() {
        return true;
    }

    @Override
    public final List<Step> successors(State s) {
        Stage stage = stage(s);
        return switch (stage) {
            case CLAIM -> claim(s);
            case LOOK -> List.of(look(s));
            case LOOK_AT_SHARD -> lookAtShard(s);
            case BUMP -> List.of(bump(s));
            case GRANT -> grant(s);
            case QUEUE -> List.of(queue(s));
            case JOIN -> join(s);
            case DONE -> List.of();
            default -> others(s, stage);
        };
    }

    final Stage stage(State s) {
        return Stage.of(s.get(at + STAGE));
    }

    final State go(State after, Stage stage) {
        return after.set(at + STAGE, stage.number());
    }

    /** Nothing is remembered, so that ends which differ in nothing else are one. */
    State done(State after) {
        return go(after.clear(at, SIZE), Stage.DONE);
    }

    final int mark(State s) {
        return marks.get(s.get(at + GIVEN_UP));
    }

    final int shard(State s) {
        return s.get(at + SHARD) - 1;
    }

    final int gate(State s) {
        return s.get(at + GATE) + 1;
    }

    final State release(State s) {
        return seats.release(s, shard(s), mark(s));
    }

    /** The mark was released; the next attempt has another. */
    final State startOver(State after) {
        return withFreshMark(go(after.set(at + SHARD, 0), Stage.CLAIM));
    }

    /** Who has none left stops here, as anybody may anywhere. */
    final State withFreshMark(State after) {
        int next = after.get(at + GIVEN_UP) + 1;
        return next < marks.size() ? after.set(at + GIVEN_UP, next) : done(after);
    }

    final List<Step> claim(State s) {
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < store.shards(); k++) {
            if (s.get(at + SHARD) == 0 || shard(s) == k) {
                State after = seats.claim(s, k, mark(s), gate(s));
                steps.add(
                        after == null
                                ? new Step("is refused a place", lookAgain(s.copy()))
                                : new Step("claims", claimed(after.set(at + SHARD, k + 1))));
            }
        }
        return steps;
    }

    final State lookAgain(State after) {
        return go(after.set(at + SHARD, 0).clear(at + MISSING, LOOK_SIZE), Stage.LOOK);
    }

    private Step look(State s) {
        if (s.get(Store.CLOSED) != 0) {
            return new Step("reads that all is closed", done(s.copy()));
        }
        State after = s.copy().set(at + GATE, s.get(Store.GATE) - 1);
        if (s.get(Store.WAITING) > 0) {
            return new Step("reads that somebody waits", go(after, Stage.JOIN));
        }
        after.set(at + MISSING, s.get(Store.CAPACITY)).set(at + LAYOUT, s.get(Store.LAYOUT));
        return new Step("reads that nobody waits", go(after, Stage.LOOK_AT_SHARD));
    }

    private List<Step> lookAtShard(State s) {
        int shard = s.get(at + SHARD);
        int item = store.shard(shard);
        State after = s.copy();
        if (s.get(item + Store.TAKEN) < s.get(item + Store.SIZE)) {
            after.set(at + FREE, s.get(at + FREE) | 1 << shard);
        }
        if (s.get(item + Store.QUEUED) >= gate(s)) {
            after.set(at + QUEUED, s.get(at + QUEUED) | 1 << shard);
        }
        int counted = seats.counted(s, shard);
        after.set(at + SIZES + shard, counted).set(at + MISSING, Math.max(0, s.get(at + MISSING) - counted));
        if (shard + 1 < store.shards()) {
            return List.of(new Step("reads shard " + shard, after.set(at + SHARD, shard + 1)));
        }
        List<Step> steps = new ArrayList<>();
        for (State next : decided(after.set(at + SHARD, 0))) {
            steps.add(new Step("reads shard " + shard, next));
        }
        return steps;
    }

    private List<State> decided(State s) {
        if (s.get(at + FREE) != 0) {
            List<State> choices = new ArrayList<>();
            for (int k = 0; k < store.shards(); k++) {
                if (Store.has(s.get(at + FREE), k)) {
                    boolean queued =
                            Store.has(s.get(at + QUEUED), k) && seats.keeps(Safeguard.NOBODY_WAITING_RAISES_GATE);
                    choices.add(claimAt(s.copy(), k, queued ? Stage.BUMP : Stage.CLAIM));
                }
            }
            return choices;
        }
        if (s.get(at + MISSING) > 0) {
            return List.of(go(s, Stage.GRANT));
        }
        return List.of(queueOrJoin(s));
    }

    private State claimAt(State after, int shard, Stage stage) {
        return go(after.clear(at + MISSING, LOOK_SIZE).set(at + SHARD, shard + 1), stage);
    }

    private State queueOrJoin(State after) {
        int queued = after.get(at + QUEUED);
        boolean enough =
                queued == (1 << store.shards()) - 1 || queued != 0 && !seats.keeps(Safeguard.JOIN_QUEUES_EVERY_SHARD);
        after.clear(at + MISSING, LOOK_SIZE);
        return enough ? go(after, Stage.JOIN) : go(after.set(at + QUEUED, queued), Stage.QUEUE);
    }

    private Step bump(State s) {
        State after = seats.bump(s, gate(s));
        return after == null
                ? new Step("is refused the gate", lookAgain(s.copy()))
                : new Step("raises the gate", go(after.add(at + GATE, 1), Stage.CLAIM));
    }

    private List<Step> grant(State s) {
        List<Step> steps = new ArrayList<>();
        int missing = s.get(at + MISSING);
        for (int share = store.shards() == 1 ? missing : 0; share <= missing; share++) {
            State after = seats.grant(s, s.get(at + LAYOUT), at + SIZES, missing, share);
            if (after == null) {
                return List.of(new Step("is refused the grant", lookAgain(s.copy())));
            }
            steps.add(new Step("grants", claimAt(after, share > 0 ? 0 : 1, Stage.CLAIM)));
        }
        return steps;
    }

    private Step queue(State s) {
        int queued = s.get(at + QUEUED);
        int shard = Integer.numberOfTrailingZeros(~queued);
        State after = seats.queue(s, shard, gate(s));
        return after == null
                ? new Step("is refused to queue " + shard, lookAgain(s.copy()))
                : new Step("queues shard " + shard, queueOrJoin(after.set(at + QUEUED, queued | 1 << shard)));
    }
}
