package yunhe.simulation;

import java.util.ArrayList;
import java.util.List;

/** The rules that must always hold, asked when everything is at rest. */
final class Rules {

    private final List<Violation> violations = new ArrayList<>();
    private final Evidence evidence;

    Rules(World world, Setting setting, String activity) {
        this.evidence = new Evidence(world, new History(world.store.changes()), setting, activity);
    }

    /**
     * Everything that a rule may look at.
     *
     * @param activity the gathering's id
     */
    record Evidence(World world, History history, Setting setting, String activity) {

        boolean isBefore(java.time.Instant moment) {
            return world.clock.instant().isBefore(moment);
        }
    }

    /** Where a rule says what it found. */
    @FunctionalInterface
    interface Report {

        void add(String rule, String what);

        default void unless(boolean holds, String rule, String what) {
            if (!holds) {
                add(rule, what);
            }
        }
    }

    /** What may be why nothing comes to rest. */
    List<Violation> checkFaults() {
        new Faults(evidence).check((rule, what) -> violations.add(new Violation(rule, what)));
        return List.copyOf(violations);
    }

    List<Violation> check() {
        Report report = (rule, what) -> violations.add(new Violation(rule, what));
        new Faults(evidence).check(report);
        new Places(evidence).check(report);
        new Persons(evidence).check(report);
        new Line(evidence).check(report);
        new Telling(evidence).check(report);
        new Admission(evidence).check(report);
        new Privacy(evidence).check(report);
        new Answers(evidence).check(report);
        return List.copyOf(violations);
    }
}
