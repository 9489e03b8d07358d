package yunhe.dynamo.activity.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a place for one who waits. Which of them and of which shard is left open, where the product looks first: a look
 * only chooses, so whatever it may choose is tried.
 */
final class Promoter implements Actor {
    private static final int STAGE = 0;
    private static final int KEY = 1;
    private static final int PLACE_IN_LINE = 2;
    private static final int SHARD = 3;
    static final int SIZE = 4;

    private final People people;
    private final Seats seats;
    private final Store store;
    private final int at;
    private final Promotion promotion;

    /**
     * @param marks one for each key
     * @param becomes what a promoted registration is
     */
    record Promotion(List<Integer> marks, Status becomes) {}

    Promoter(People people, int at, Promotion promotion) {
        this.people = people;
        this.seats = people.seats();
        this.store = people.store();
        this.at = at;
        this.promotion = promotion;
    }

    @Override
    public List<Step> successors(State s) {
        return switch (Stage.of(s.get(at + STAGE))) {
            case START -> pick(s);
            case CLAIM -> claim(s);
            case RECORD -> confirm(s);
            case RELEASE -> List.of(new Step("releases", done(seats.release(s, s.get(at + SHARD), mark(s)))));
            case CLEAR -> List.of(new Step("clears", done(seats.clear(s, s.get(at + SHARD), mark(s)))));
            case DONE -> List.of();
            default -> throw new IllegalStateException();
        };
    }

    private int mark(State s) {
        return promotion.marks().get(s.get(at + KEY));
    }

    private State go(State after, Stage stage) {
        return after.set(at + STAGE, stage.number());
    }

    private State done(State after) {
        return go(after.clear(at, SIZE), Stage.DONE);
    }

    private List<Step> pick(State s) {
        List<Step> steps = new ArrayList<>();
        for (int q = 0; q < store.keys(); q++) {
            if (Store.has(s.get(Store.LINE), q)) {
                int place = s.get(store.item(q) + Store.MARK);
                State after = s.copy().set(at + KEY, q).set(at + PLACE_IN_LINE, place);
                steps.add(new Step("reads that " + q + " waits", go(after, Stage.CLAIM)));
            }
        }
        return steps;
    }

    private List<Step> claim(State s) {
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < store.shards(); k++) {
            boolean again = !seats.keeps(Safeguard.PROMOTION_HAS_FRESH_MARK)
                    && Store.has(s.get(store.shard(k) + Store.MARKS), mark(s));
            State after = again ? s.copy() : seats.claim(s, k, mark(s), Seats.FOR_THE_LINE);
            steps.add(
                    after == null
                            ? new Step("is refused a place", go(s.copy().clear(at, SIZE), Stage.START))
                            : new Step("claims", go(after.set(at + SHARD, k), Stage.RECORD)));
        }
        return steps;
    }

    private List<Step> confirm(State s) {
        int key = s.get(at + KEY);
        int shard = s.get(at + SHARD);
        State after = people.confirm(s, key, s.get(at + PLACE_IN_LINE), mark(s), shard, promotion.becomes());
        if (after == null) {
            boolean holds = store.holds(s, key, mark(s)) && seats.keeps(Safeguard.REFUSED_RECORD_IS_LOOKED_AT);
            return List.of(new Step("is refused the registration", go(s.copy(), holds ? Stage.CLEAR : Stage.RELEASE)));
        }
        return List.of(
                new Step("promotes", go(after.copy(), Stage.CLEAR)),
                new Step("promotes and does not hear of it", after));
    }

    @Override
    public String toString() {
        return "promoter " + promotion.marks();
    }
}
