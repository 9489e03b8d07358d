package yunhe.bench.scale;

import java.util.List;

/**
 * How a rush went.
 *
 * @param confirmed of the rush itself
 * @param perSecond confirmed a second, until 99 in 100 of its places were gone
 * @param p50 seconds from somebody's first press to their answer
 * @param gaveUp pressed as often as anybody does, without an answer
 * @param refused requests that the front turned away
 * @param unitsEach write units for each confirmed
 * @param marks that were left on one shard at most
 */
record Result(
        int confirmed,
        double perSecond,
        double p50,
        double p99,
        int gaveUp,
        long refused,
        long throttles,
        long conflicts,
        double unitsEach,
        int marks) {

    private static final double MICROS_PER_SECOND = 1e6;
    private static final int PERCENT = 100;

    static Result of(Simulation simulation) {
        var at = simulation.confirmedAt().stream().sorted().toList();
        var waits = simulation.waits().stream().sorted().toList();
        int counted = Math.max(1, at.size() * 99 / PERCENT);
        return new Result(
                simulation.confirmed(),
                at.isEmpty() ? 0 : counted / (at.get(counted - 1) / MICROS_PER_SECOND),
                percentile(waits, 50),
                percentile(waits, 99),
                simulation.gaveUp(),
                simulation.front().refused(),
                simulation.store().throttles(),
                simulation.store().conflicts(),
                (double) simulation.store().units() / Math.max(1, simulation.confirmed()),
                simulation.marks());
    }

    private static double percentile(List<Long> sorted, int percent) {
        return sorted.isEmpty()
                ? 0
                : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / PERCENT)) / MICROS_PER_SECOND;
    }
}
