package yunhe.dynamo.activity.model;

import static yunhe.dynamo.activity.model.Status.CONFIRMED;

import org.jspecify.annotations.Nullable;

/** The walks, each with only those who matter to it. */
enum Scenarios {
    A1 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 2, 1)
                    .signUp(1, CONFIRMED, 0)
                    .signUp(1, CONFIRMED, 0)
                    .signUp(1, CONFIRMED, 1)
                    .cancellations(1, 0)
                    .promoters(1, CONFIRMED)
                    .recoveries(2);
        }
    },
    A2 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 2, 2)
                    .signUp(1, CONFIRMED, 0)
                    .signUp(1, CONFIRMED, 0)
                    .signUp(1, CONFIRMED, 1)
                    .cancellations(1, 0)
                    .recoveries(2);
        }
    },
    A3 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 2, 2)
                    .signUp(1, CONFIRMED, 0)
                    .signUp(1, CONFIRMED, 0)
                    .signUp(1, CONFIRMED, 1)
                    .cancellations(1, 0)
                    .promoters(2, CONFIRMED)
                    .recoveries(1);
        }
    },
    A4 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 2, 1)
                    .signUp(1, CONFIRMED, 0)
                    .signUp(1, CONFIRMED, 0)
                    .cancellations(2, 0)
                    .promoters(2, CONFIRMED)
                    .recoveries(1);
        }
    };

    /** @param safeguard that is left out, null for none */
    abstract Group without(@Nullable Safeguard safeguard);

    public static void main(String[] args) {
        for (var scenario : values()) {
            if (args.length > 0 && !scenario.name().startsWith(args[0])) {
                continue;
            }
            var without = args.length > 1 ? Safeguard.valueOf(args[1]) : null;
            long begin = System.nanoTime();
            var r = Walk.through(scenario.without(without));
            System.out.printf("%s %s: %d states %.1fs %d steps %s%n", scenario, without, r.states(), (System.nanoTime() - begin) / 1e9, r.history().size(), r.wrong() == null ? "" : r);
        }
    }
}
