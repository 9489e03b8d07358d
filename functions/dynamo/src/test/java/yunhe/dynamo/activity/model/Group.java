package yunhe.dynamo.activity.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A scenario in the making: a group as it stands, and who takes part from then on. */
final class Group implements Scenario {
    private static final int MARKS_MAX = 15;

    private final Store store;
    private final People people;
    private final Properties properties;
    private final State opening;
    private final List<Actor> actors = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private int cells;
    private int registrations;

    /**
     * @param without the safeguard left out, null for none
     * @param keys of the people who take part
     * @param sizes of the shards
     */
    Group(@Nullable Safeguard without, int keys, int... sizes) {
        this.store = new Store(sizes.length, keys + 1);
        this.people = new People(store, new Seats(store, without));
        this.properties = new Properties(people, owners);
        this.cells = store.size();
        this.opening = new State(store.size());
        opening.set(Store.CAPACITY, Arrays.stream(sizes).sum()).set(Store.GATE, 1);
        for (int k = 0; k < sizes.length; k++) {
            opening.set(store.shard(k) + Store.SIZE, sizes[k]);
        }
    }

    private int cells(int size) {
        cells += size;
        return cells - size;
    }

    private int mark(int key) {
        if (owners.size() == MARKS_MAX) {
            throw new IllegalStateException("more than " + MARKS_MAX + " marks");
        }
        owners.add(key);
        return owners.size() - 1;
    }

    private Group with(Actor actor) {
        actors.add(actor);
        return this;
    }

    /** Has been there before the walk begins, with a place of this shard if its status holds one. */
    Group registered(Status status, int shard, Integer... contacts) {
        var applicant = new Applicant(++registrations, List.of(contacts), status);
        int key = applicant.key();
        int mark = mark(key);
        int at = store.item(key);
        opening.set(at, status.number())
                .set(at + Store.ID, registrations)
                .set(at + Store.VERSION, 1)
                .set(at + Store.CONTACTS, applicant.contactSet());
        if (status.holds()) {
            opening.set(at + Store.PLACE, store.place(mark, shard)).add(store.shard(shard) + Store.TAKEN, 1);
        }
        if (status == Status.WAITLISTED) {
            people.waits(opening, key, mark);
            for (int k = 0; k < store.shards(); k++) {
                opening.set(store.shard(k) + Store.QUEUED, opening.get(Store.GATE));
            }
        }
        for (int contact : applicant.contacts().subList(1, contacts.length)) {
            opening.set(store.item(contact), Status.POINTER.number())
                    .set(store.item(contact) + Store.TARGET, key + 1)
                    .set(store.item(contact) + Store.MARK, mark + 1);
        }
        return this;
    }

    /** With so many marks: one, and one for each time it may start over. */
    Group signUp(int marks, Status becomes, Integer... contacts) {
        var applicant = new Applicant(++registrations, List.of(contacts), becomes);
        var own = IntStream.range(0, marks).mapToObj(i -> mark(applicant.key())).toList();
        return with(new Newcomer(people, cells(Newcomer.size(contacts.length)), applicant, own));
    }

    /** Each with one contact and one mark. */
    Group signUps(Status becomes, Integer... keys) {
        for (Integer key : keys) {
            signUp(1, becomes, key);
        }
        return this;
    }

    Group promoters(int count, Status becomes) {
        List<Integer> shared = marks();
        for (int i = 0; i < count; i++) {
            boolean fresh = people.keeps(Safeguard.PROMOTION_HAS_FRESH_MARK) && i > 0;
            var promotion = new Promoter.Promotion(fresh ? marks() : shared, becomes);
            with(new Promoter(people, cells(Promoter.SIZE), promotion));
        }
        return this;
    }

    private List<Integer> marks() {
        return IntStream.range(0, store.keys() - 1).mapToObj(this::mark).toList();
    }

    Group recoveries(int count) {
        for (int i = 0; i < count; i++) {
            with(new Recovery(people, cells(Recovery.SIZE), owners));
        }
        return this;
    }

    Group reopening(int key) {
        return with(new Reopener(people, cells(Reopener.SIZE), key, mark(key)));
    }

    Group grants(int count) {
        for (int i = 0; i < count; i++) {
            with(new Granter(people.seats(), cells(Granter.SIZE)));
        }
        return this;
    }

    Group closing() {
        return with(new Closer(people, cells(Closer.SIZE), owners));
    }

    private Group decision(String what, Function<State, @Nullable State> call) {
        return with(new Decision(what, cells(Decision.SIZE), 1, call));
    }

    /** Once at each of these keys, of whoever is live there, waiting or with a place. */
    Group cancellations(int... keys) {
        for (int key : keys) {
            decision("cancellation of " + key, s -> people.end(s, key, Status.CANCELLED));
        }
        return this;
    }

    Group ends(int key, Status from, Status to) {
        return decision(
                from + " of " + key + " becomes " + to,
                s -> store.status(s, key) == from ? people.end(s, key, to) : null);
    }

    Group changes(int key, Status from, Status to) {
        return decision(from + " of " + key + " becomes " + to, s -> people.change(s, key, from, to));
    }

    /** The organiser's changes come one after the other. */
    Group capacities(int... sizes) {
        int at = cells(Decision.SIZE);
        return with(new Decision(
                "capacity", at, sizes.length, s -> people.seats().resize(s, sizes[s.get(at)])));
    }

    @Override
    public State start() {
        return opening.first(store.size(), cells - store.size());
    }

    @Override
    public List<Actor> actors() {
        return actors;
    }

    @Override
    public @Nullable Property broken(State state) {
        return properties.broken(state);
    }

    @Override
    public @Nullable Property broken(Actor actor, State before, State after) {
        return properties.broken(actor, before, after);
    }

    @Override
    public String describe(State state) {
        return store.describe(state);
    }
}
