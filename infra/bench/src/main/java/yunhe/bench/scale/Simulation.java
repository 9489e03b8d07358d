package yunhe.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import yunhe.bench.scale.Places.Guest;
import yunhe.bench.scale.Scenario.How;
import yunhe.bench.scale.SignUp.Answer;
import yunhe.bench.scale.SignUp.Service;

/** One rush in virtual time. It ends with people who come when all is calm, so that no place may be lost for ever. */
final class Simulation {

    private static final long CALM_MICROS = 11_000_000;
    private static final long LATECOMERS_EVERY_MICROS = 2_000_000;
    private static final int LATECOMERS_MORE = 5;

    private final Scenario scenario;
    private final Timeline timeline;
    private final ModelStore store;
    private final Places places;
    private final Front front;
    private final Service service;
    private final int peopleKeys;
    private final List<Long> waits = new ArrayList<>();
    private final List<Long> confirmedAt = new ArrayList<>();
    private int persons;
    private int full;
    private int gaveUp;

    private Simulation(Scenario scenario, Steps steps, Limits limits, long seed) {
        this.scenario = scenario;
        this.timeline = new Timeline(seed);
        this.store = new ModelStore(timeline, limits);
        this.places = new Places(scenario.places(), scenario.shards());
        this.front = new Front(timeline, scenario.oneRequestEach());
        this.service = new Service(timeline, store, steps, places);
        this.peopleKeys = steps.peopleKeys();
    }

    /** @throws IllegalStateException when a place was given twice, or none has it though there were people enough */
    static Result run(Scenario scenario, Steps steps, Limits limits, long seed) {
        return new Simulation(scenario, steps, limits, seed).run();
    }

    private Result run() {
        long within = Timeline.micros(scenario.within());
        for (int i = 0; i < scenario.people(); i++) {
            timeline.in(timeline.random().nextLong(within), () -> press(guest(), timeline.now(), 1));
        }
        timeline.run();
        var result = Result.of(this);
        settle();
        return result;
    }

    /** What marks held back is found by whoever comes later; after that all is taken, and nobody is in excess. */
    private void settle() {
        int left = Math.min(scenario.places(), scenario.people()) - places.confirmed();
        if (left > 0) {
            int latecomers = left + LATECOMERS_MORE;
            for (int i = 0; i < latecomers; i++) {
                timeline.in(CALM_MICROS + i * LATECOMERS_EVERY_MICROS, () -> press(guest(), timeline.now(), 1));
            }
            timeline.run();
        }
        if (places.confirmed() > scenario.places() || places.taken() > scenario.places()) {
            throw new IllegalStateException("oversold: " + places.confirmed() + " of " + scenario);
        }
        if (persons >= scenario.places() && places.confirmed() != scenario.places()) {
            throw new IllegalStateException("places lost: only " + places.confirmed() + " confirmed of " + scenario);
        }
    }

    private Guest guest() {
        return new Guest("people#" + persons++ % peopleKeys);
    }

    private void press(Guest guest, long first, int presses) {
        Runnable again = () -> {
            if (presses == Limits.PRESSES_MAX) {
                gaveUp++;
            } else {
                timeline.in(
                        timeline.between(Limits.PRESS_AGAIN_MIN, Limits.PRESS_AGAIN_MAX),
                        () -> press(guest, first, presses + 1));
            }
        };
        front.request(
                (instance, end) -> {
                    Consumer<Answer> answer = answered -> {
                        end.run();
                        switch (answered) {
                            case CONFIRMED -> {
                                confirmedAt.add(timeline.now());
                                waits.add(timeline.now() - first);
                            }
                            case FULL -> {
                                full++;
                                waits.add(timeline.now() - first);
                            }
                            case FAILED -> again.run();
                        }
                    };
                    signUp(instance, guest, answer).run();
                },
                again);
    }

    private SignUp signUp(Instance instance, Guest guest, Consumer<Answer> answer) {
        return scenario.how() == How.LEDGER
                ? new LedgerSignUp(service, instance, guest, answer)
                : new TransactionSignUp(service, instance, guest, answer);
    }

    Scenario scenario() {
        return scenario;
    }

    ModelStore store() {
        return store;
    }

    Front front() {
        return front;
    }

    int confirmed() {
        return places.confirmed();
    }

    int full() {
        return full;
    }

    /** The most on one shard. */
    int marks() {
        return places.shards().stream().mapToInt(Places.Shard::marks).max().orElse(0);
    }

    int gaveUp() {
        return gaveUp;
    }

    /** From somebody's first press to their answer, in microseconds. */
    List<Long> waits() {
        return waits;
    }

    List<Long> confirmedAt() {
        return confirmedAt;
    }
}
