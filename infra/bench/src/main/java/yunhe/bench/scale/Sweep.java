package yunhe.bench.scale;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import yunhe.bench.scale.Scenario.How;

/**
 * One rush with every number of shards, and the median of several seeds, as it is chance on which partition a shard
 * lies.
 */
record Sweep(String title, Map<Integer, Median> ledger, Map<Integer, Median> transaction) {

    static final List<Integer> SHARDS = List.of(1, 2, 4, 8, 16, 32, 64);

    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

    /** So many people are a mean by themselves, and take their time. */
    private static final int ONE_SEED_BEYOND = 50_000;

    private static final double ENOUGH = 0.95;
    private static final double SOON_SECONDS = 1;

    /** Each figure's own median. */
    record Median(List<Result> results) {

        double of(ToDoubleFunction<Result> figure) {
            var sorted = results.stream().mapToDouble(figure).sorted().toArray();
            return sorted[sorted.length / 2];
        }

        boolean isEverybodyAnsweredSoon() {
            return of(Result::gaveUp) == 0 && of(Result::p99) <= SOON_SECONDS;
        }
    }

    /** How a rush with so many shards looks, taken in one of the two ways. */
    interface Rush {
        Scenario with(int shards, How how);
    }

    static Sweep of(String title, Rush rush, Steps steps, Limits limits) {
        return new Sweep(
                title, results(rush, How.LEDGER, steps, limits), results(rush, How.TRANSACTION, steps, limits));
    }

    static Map<Integer, Median> results(Rush rush, How how, Steps steps, Limits limits) {
        var results = new TreeMap<Integer, Median>();
        for (int shards : SHARDS) {
            var scenario = rush.with(shards, how);
            var seeds = scenario.people() > ONE_SEED_BEYOND ? SEEDS.subList(0, 1) : SEEDS;
            results.put(
                    shards,
                    new Median(seeds.stream()
                            .map(seed -> Simulation.run(scenario, steps, limits, seed))
                            .toList()));
        }
        return results;
    }

    /** The fewest shards with which the ledger is as fast as with any other number, but for a twentieth. */
    int enoughShards() {
        double best = ledger.values().stream()
                .mapToDouble(it -> it.of(Result::perSecond))
                .max()
                .orElseThrow();
        return SHARDS.stream()
                .filter(shards -> at(shards).of(Result::perSecond) >= ENOUGH * best)
                .findFirst()
                .orElseThrow();
    }

    /** The fewest with which nobody gives up, and 99 in 100 have their answer within a second. */
    Optional<Integer> shardsForSoonAnswers() {
        return SHARDS.stream()
                .filter(shards -> at(shards).isEverybodyAnsweredSoon())
                .min(Comparator.naturalOrder());
    }

    private Median at(int shards) {
        return Optional.ofNullable(ledger.get(shards)).orElseThrow();
    }
}
