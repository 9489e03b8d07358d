package yunhe.dynamo.activity.model;

import static yunhe.dynamo.activity.model.Status.CANCELLED;
import static yunhe.dynamo.activity.model.Status.CONFIRMED;
import static yunhe.dynamo.activity.model.Status.OFFERED;
import static yunhe.dynamo.activity.model.Status.PENDING;
import static yunhe.dynamo.activity.model.Status.REJECTED;
import static yunhe.dynamo.activity.model.Status.WAITLISTED;

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
                    .recoveries(1);
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
    },
    B1 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 4, 1, 1)
                    .registered(CONFIRMED, 0, 0)
                    .signUp(1, CONFIRMED, 1)
                    .signUp(1, CONFIRMED, 2)
                    .signUp(1, CONFIRMED, 3)
                    .cancellations(1, 0)
                    .promoters(1, CONFIRMED)
                    .recoveries(1);
        }
    },
    B2 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 4, 1, 1)
                    .registered(CONFIRMED, 0, 0)
                    .registered(CONFIRMED, 1, 1)
                    .signUp(1, CONFIRMED, 2)
                    .signUp(1, CONFIRMED, 3)
                    .cancellations(1, 0)
                    .cancellations(1, 1)
                    .cancellations(1, 2)
                    .promoters(1, CONFIRMED)
                    .recoveries(1);
        }
    },
    B3 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 5, 1, 1)
                    .registered(CONFIRMED, 0, 0)
                    .registered(CONFIRMED, 1, 1)
                    .signUp(1, CONFIRMED, 2)
                    .signUp(1, CONFIRMED, 3)
                    .signUp(1, CONFIRMED, 4)
                    .cancellations(1, 0)
                    .cancellations(1, 1);
        }
    },
    B4 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 5, 1, 1)
                    .registered(CONFIRMED, 0, 0)
                    .registered(CONFIRMED, 1, 1)
                    .signUp(1, CONFIRMED, 2)
                    .signUp(1, CONFIRMED, 3)
                    .signUp(1, CONFIRMED, 4)
                    .cancellations(1, 0)
                    .cancellations(1, 1)
                    .cancellations(1, 2)
                    .promoters(1, CONFIRMED);
        }
    },
    C1 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 4, 1, 2)
                    .registered(CONFIRMED, 1, 0)
                    .registered(CONFIRMED, 1, 1)
                    .capacities(1, 2)
                    .grants(2)
                    .signUp(1, CONFIRMED, 2)
                    .signUp(1, CONFIRMED, 3)
                    .cancellations(1, 0);
        }
    },
    C2 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 4, 1, 1)
                    .registered(CONFIRMED, 0, 0)
                    .registered(CONFIRMED, 1, 1)
                    .capacities(1, 2)
                    .grants(2)
                    .signUp(1, CONFIRMED, 2)
                    .cancellations(1, 0)
                    .cancellations(1, 1)
                    .promoters(1, CONFIRMED);
        }
    },
    C3 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 4, 1, 1)
                    .registered(CONFIRMED, 0, 0)
                    .capacities(1, 2, 3)
                    .grants(1)
                    .signUp(1, CONFIRMED, 1)
                    .signUp(1, CONFIRMED, 2)
                    .cancellations(1, 0)
                    .recoveries(1);
        }
    },
    D1 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 3, 3)
                    .signUp(2, CONFIRMED, 0, 2)
                    .signUp(1, CONFIRMED, 1, 2)
                    .signUp(1, CONFIRMED, 2)
                    .recoveries(1);
        }
    },
    D2 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 3, 3)
                    .registered(CANCELLED, 0, 0, 2)
                    .signUp(1, CONFIRMED, 0, 2)
                    .signUp(1, CONFIRMED, 1, 2)
                    .signUp(1, CONFIRMED, 2)
                    .cancellations(1, 0)
                    .recoveries(1);
        }
    },
    D3 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 3, 3)
                    .registered(REJECTED, 0, 0, 2)
                    .reopening(0)
                    .signUp(2, CONFIRMED, 1, 2)
                    .signUp(1, CONFIRMED, 0, 2)
                    .ends(0, PENDING, REJECTED)
                    .recoveries(1);
        }
    },
    D4 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 2, 3)
                    .registered(CANCELLED, 0, 0)
                    .signUp(1, CONFIRMED, 0)
                    .signUp(1, CONFIRMED, 0)
                    .signUp(1, CONFIRMED, 0)
                    .recoveries(1);
        }
    },
    D5 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 4, 1)
                    .registered(CONFIRMED, 0, 3)
                    .signUp(1, CONFIRMED, 0, 2)
                    .signUp(1, CONFIRMED, 1, 2)
                    .cancellations(1, 3)
                    .cancellations(1, 0)
                    .promoters(1, CONFIRMED)
                    .recoveries(1);
        }
    },
    D6 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 4, 3)
                    .signUp(1, CONFIRMED, 0, 1)
                    .signUp(1, CONFIRMED, 1, 2)
                    .signUp(1, CONFIRMED, 2, 0)
                    .recoveries(1)
                    .cancellations(1, 0);
        }
    },
    E1 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 3, 3)
                    .registered(REJECTED, 0, 0)
                    .signUp(1, CONFIRMED, 1)
                    .signUp(1, CONFIRMED, 2)
                    .reopening(0)
                    .closing()
                    .cancellations(1, 2)
                    .recoveries(1);
        }
    },
    E2 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 3, 3)
                    .registered(REJECTED, 0, 0)
                    .registered(WAITLISTED, 0, 1)
                    .signUp(1, CONFIRMED, 2)
                    .reopening(0)
                    .promoters(1, OFFERED)
                    .closing()
                    .changes(1, OFFERED, CONFIRMED)
                    .recoveries(1);
        }
    },
    E3 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 3, 1, 1)
                    .registered(PENDING, 0, 0)
                    .signUp(1, PENDING, 1)
                    .signUp(1, PENDING, 2)
                    .ends(0, PENDING, REJECTED)
                    .reopening(0)
                    .promoters(1, OFFERED)
                    .closing();
        }
    },
    F1 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 3, 1)
                    .registered(PENDING, 0, 0)
                    .signUp(1, PENDING, 1)
                    .signUp(1, PENDING, 2)
                    .ends(0, PENDING, REJECTED)
                    .changes(0, PENDING, CONFIRMED)
                    .reopening(0)
                    .promoters(1, OFFERED)
                    .changes(1, OFFERED, CONFIRMED)
                    .ends(1, OFFERED, CANCELLED)
                    .recoveries(1);
        }
    },
    F2 {
        @Override
        Group without(@Nullable Safeguard safeguard) {
            return new Group(safeguard, 2, 1)
                    .registered(PENDING, 0, 0)
                    .registered(WAITLISTED, 0, 1)
                    .ends(0, PENDING, REJECTED)
                    .changes(0, PENDING, CONFIRMED)
                    .reopening(0)
                    .promoters(2, OFFERED)
                    .changes(1, OFFERED, CONFIRMED)
                    .ends(1, OFFERED, CANCELLED)
                    .signUp(1, PENDING, 1)
                    .recoveries(1);
        }
    };

    /** @param safeguard that is left out, null for none */
    abstract Group without(@Nullable Safeguard safeguard);
}
