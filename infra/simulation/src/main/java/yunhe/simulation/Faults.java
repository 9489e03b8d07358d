package yunhe.simulation;

import yunhe.simulation.Rules.Evidence;
import yunhe.simulation.Rules.Report;

/** Nothing that goes wrong outside is an error inside: nobody is told 500, and nothing is thrown at the runtime. */
record Faults(Evidence evidence) {

    void check(Report report) {
        var world = evidence.world();
        for (var invocation : world.invocations()) {
            invocation.failure().ifPresent(thrown -> report.add("0 faults", invocation + " threw " + trace(thrown)));
        }
        for (var exchange : world.exchanges) {
            exchange.answer()
                    .filter(it -> it.status() >= 500 && !it.isNone())
                    .ifPresent(it -> report.add("0 faults", exchange.call() + " was answered " + it));
        }
        report.unless(
                world.queue.receivesMax() <= RECEIVES_MAX,
                "0 faults",
                "a message was received " + world.queue.receivesMax() + " times");
    }

    /** As the template says: then it lies with the dead letters. */
    private static final int RECEIVES_MAX = 40;

    private static String trace(Throwable thrown) {
        var text = new StringBuilder(thrown.toString());
        for (var frame : thrown.getStackTrace()) {
            text.append(" < ").append(frame);
            if (text.length() > 1_000) {
                break;
            }
        }
        return text.toString();
    }
}
