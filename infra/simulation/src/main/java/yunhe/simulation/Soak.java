package yunhe.simulation;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.simulation.Shrinker;

/** Many seeds, one after the other, on one store. Ends with the first that breaks a rule, and with how. */
public final class Soak {

    private static final int TRIES_MAX = 400;
    private static final int LINES_MAX = 150;
    private static final int REPORT_EVERY = 20;

    private Soak() {}

    /** Arguments: the first seed, how many, and about how many people in each. */
    public static void main(String[] arguments) {
        long first = Long.parseLong(arguments[0]);
        int many = Integer.parseInt(arguments[1]);
        int people = Integer.parseInt(arguments[2]);
        var out = System.out;
        long steps = 0;
        long calls = 0;
        var tally = new TreeMap<String, Long>();
        var broken = new ArrayList<Long>();
        try (var store = EmbeddedStore.start()) {
            for (long seed = first; seed < first + many; seed++) {
                var plan = Planner.plan(seed, people);
                var outcome = quietly(() -> Simulation.run(store, plan, Tampering.NONE));
                steps += plan.steps().size();
                calls += outcome.calls();
                outcome.answers().forEach((what, often) -> tally.merge(what, (long) often, Long::sum));
                if (!outcome.isGood()) {
                    broken.add(seed);
                    out.println("seed " + seed + " breaks "
                            + outcome.violations().getFirst() + "; looking for a short history");
                    out.println(failure(store, plan, Tampering.NONE, outcome));
                }
                if ((seed - first + 1) % REPORT_EVERY == 0) {
                    out.println((seed - first + 1) + " seeds, " + steps + " steps, " + calls + " calls of the store");
                }
            }
        }
        tally.forEach((what, often) -> out.printf("%8d %s%n", often, what));
        out.println(many + " seeds, " + steps + " steps, " + calls + " calls of the store, broken: " + broken);
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    /** The functions log to standard output, which is nobody's business here. */
    static <T> T quietly(java.util.function.Supplier<T> work) {
        var out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8));
        try {
            return work.get();
        } finally {
            System.setOut(out);
        }
    }

    /** The seed, what is wrong, and the shortest history that was found. */
    static String failure(EmbeddedStore store, Plan plan, Tampering tampering, Simulation.Outcome outcome) {
        var rule = outcome.violations().getFirst().rule();
        var shortest = quietly(() -> Shrinker.shortest(
                plan.steps(),
                steps -> breaks(store, plan.with(steps), tampering, rule).isPresent(),
                TRIES_MAX));
        var again = breaks(store, plan.with(shortest), tampering, rule).orElse(outcome);
        var text = new StringBuilder("seed ")
                .append(plan.seed())
                .append(", ")
                .append(plan.setting().people())
                .append(" people: ")
                .append(again.violations())
                .append('\n')
                .append(plan.setting())
                .append("\nshortest plan, ")
                .append(shortest.size())
                .append(" of ")
                .append(plan.steps().size())
                .append(" steps:\n");
        shortest.forEach(step -> text.append("  ").append(step).append('\n'));
        text.append("what happened:\n");
        var story = again.story();
        story.subList(Math.max(0, story.size() - LINES_MAX), story.size())
                .forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    private static Optional<Simulation.Outcome> breaks(
            EmbeddedStore store, Plan plan, Tampering tampering, String rule) {
        var outcome = quietly(() -> Simulation.run(store, plan, tampering));
        return List.copyOf(outcome.violations()).stream()
                        .anyMatch(it -> it.rule().equals(rule))
                ? Optional.of(outcome)
                : Optional.empty();
    }
}
