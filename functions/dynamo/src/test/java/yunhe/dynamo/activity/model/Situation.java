package yunhe.dynamo.activity.model;

import static yunhe.dynamo.activity.model.Status.CANCELLED;
import static yunhe.dynamo.activity.model.Status.CONFIRMED;
import static yunhe.dynamo.activity.model.Status.OFFERED;
import static yunhe.dynamo.activity.model.Status.PENDING;
import static yunhe.dynamo.activity.model.Status.REJECTED;
import static yunhe.dynamo.activity.model.Status.WAITLISTED;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the walks begin, each with only those who matter to it; people are named by their keys. */
@SuppressWarnings("ImmutableEnumChecker") // Neither the sizes nor what the functions close over is ever changed.
enum Situation {
    /** Three attempts of two people for one place. */
    ONE_PLACE(
            2,
            sizes(1),
            group -> group.signUps(CONFIRMED, 0, 0, 1)
                    .cancellations(0)
                    .promoters(1, CONFIRMED)
                    .recoveries(1)),
    /** The same for two places, so that one person's attempts can both have one. */
    TWO_PLACES(
            2,
            sizes(2),
            group -> group.signUps(CONFIRMED, 0, 0, 1).cancellations(0).recoveries(2)),
    TWO_PROMOTERS(
            2,
            sizes(1),
            group -> group.signUps(CONFIRMED, 0, 0)
                    .cancellations(0, 0)
                    .promoters(2, CONFIRMED)
                    .recoveries(1)),
    AGAIN_AFTER_A_CANCELLATION(
            1,
            sizes(3),
            group -> group.registered(CANCELLED, 0, 0)
                    .signUps(CONFIRMED, 0, 0, 0)
                    .recoveries(1)),

    LAST_PLACE_OF_TWO_SHARDS(
            4,
            sizes(1, 1),
            group -> group.registered(CONFIRMED, 0, 0)
                    .signUps(CONFIRMED, 1, 2, 3)
                    .cancellations(0)
                    .promoters(1, CONFIRMED)
                    .recoveries(1)),
    FULL_SHARDS(
            4,
            sizes(1, 1),
            group -> group.registered(CONFIRMED, 0, 0)
                    .registered(CONFIRMED, 1, 1)
                    .signUps(CONFIRMED, 2, 3)
                    .cancellations(0, 1, 2)
                    .promoters(1, CONFIRMED)
                    .recoveries(1)),
    FULL_SHARDS_AND_THREE_WHO_COME(
            5,
            sizes(1, 1),
            group -> group.registered(CONFIRMED, 0, 0)
                    .registered(CONFIRMED, 1, 1)
                    .signUps(CONFIRMED, 2, 3, 4)
                    .cancellations(0, 1)),

    FEWER_THEN_MORE_PLACES(
            4,
            sizes(1, 2),
            group -> group.registered(CONFIRMED, 1, 0)
                    .registered(CONFIRMED, 1, 1)
                    .capacities(1, 2)
                    .grants(2)
                    .signUps(CONFIRMED, 2)
                    .cancellations(0)
                    .recoveries(1)),
    FEWER_THEN_MORE_PLACES_WHILE_PEOPLE_WAIT(
            3,
            sizes(1, 1),
            group -> group.registered(CONFIRMED, 0, 0)
                    .registered(CONFIRMED, 1, 1)
                    .capacities(1, 2)
                    .grants(2)
                    .signUps(CONFIRMED, 2)
                    .cancellations(0, 1)
                    .promoters(1, CONFIRMED)),
    PLACES_GRANTED_BY_WHO_COMES(
            3,
            sizes(1, 1),
            group -> group.registered(CONFIRMED, 0, 0)
                    .capacities(1, 2, 3)
                    .signUps(CONFIRMED, 1, 2)
                    .cancellations(0)
                    .recoveries(1)),
    FEWER_THEN_MORE_PLACES_OF_ONE_SHARD(
            4,
            sizes(2),
            group -> group.registered(CONFIRMED, 0, 0)
                    .registered(CONFIRMED, 0, 1)
                    .capacities(1, 2)
                    .signUps(CONFIRMED, 2, 3)
                    .cancellations(0, 1)
                    .promoters(1, CONFIRMED)
                    .recoveries(1)),

    CLOSING_WHILE_PEOPLE_COME(
            3,
            sizes(3),
            group -> group.registered(REJECTED, 0, 0)
                    .signUps(CONFIRMED, 1, 2)
                    .reopening(0)
                    .closing()
                    .cancellations(2)
                    .recoveries(1)),
    CLOSING_WHILE_PEOPLE_WAIT(
            3,
            sizes(3),
            group -> group.registered(REJECTED, 0, 0)
                    .registered(WAITLISTED, 0, 1)
                    .signUps(CONFIRMED, 2)
                    .reopening(0)
                    .promoters(1, OFFERED)
                    .changes(1, OFFERED, CONFIRMED)
                    .closing()
                    .recoveries(1)),
    CLOSING_WHILE_PEOPLE_ARE_REVIEWED(
            3,
            sizes(1, 1),
            group -> group.registered(PENDING, 0, 0)
                    .signUps(PENDING, 1, 2)
                    .ends(0, PENDING, REJECTED)
                    .reopening(0)
                    .promoters(1, OFFERED)
                    .closing()),
    CLOSING_WHILE_ONE_PERSON_COMES_TWICE(
            3,
            sizes(2),
            group -> group.registered(REJECTED, 0, 0, 2)
                    .signUp(1, PENDING, 1, 2)
                    .ends(0, PENDING, REJECTED)
                    .reopening(0)
                    .closing()
                    .recoveries(1)),

    /** With an address, with another one, and by telephone alone. */
    ONE_TELEPHONE(
            3,
            sizes(3),
            group -> group.signUp(2, CONFIRMED, 0, 2)
                    .signUp(1, CONFIRMED, 1, 2)
                    .signUps(CONFIRMED, 2)
                    .recoveries(1)),
    EACH_SHARES_A_CONTACT_WITH_THE_NEXT(
            3,
            sizes(3),
            group -> group.signUp(1, CONFIRMED, 0, 1)
                    .signUp(1, CONFIRMED, 1, 2)
                    .signUp(1, CONFIRMED, 2, 0)
                    .cancellations(0)
                    .recoveries(1)),
    TELEPHONE_OF_A_CANCELLED_ONE(
            3,
            sizes(3),
            group -> group.registered(CANCELLED, 0, 0, 2)
                    .signUp(1, CONFIRMED, 0, 2)
                    .signUp(1, CONFIRMED, 1, 2)
                    .signUps(CONFIRMED, 2)
                    .cancellations(0)
                    .recoveries(1)),
    TELEPHONE_OF_A_REJECTED_ONE(
            3,
            sizes(3),
            group -> group.registered(REJECTED, 0, 0, 2)
                    .reopening(0)
                    .signUp(2, CONFIRMED, 1, 2)
                    .signUp(1, CONFIRMED, 0, 2)
                    .ends(0, PENDING, REJECTED)
                    .recoveries(1)),
    ONE_TELEPHONE_IN_THE_LINE(
            4,
            sizes(1),
            group -> group.registered(CONFIRMED, 0, 3)
                    .signUp(3, CONFIRMED, 0, 2)
                    .signUp(2, CONFIRMED, 1, 2)
                    .cancellations(3, 0)
                    .promoters(1, CONFIRMED)),
    TELEPHONE_OF_A_REJECTED_ONE_IN_THE_LINE(
            4,
            sizes(1),
            group -> group.registered(CONFIRMED, 0, 3)
                    .registered(REJECTED, 0, 0, 2)
                    .reopening(0)
                    .signUp(2, CONFIRMED, 1, 2)
                    .cancellations(3, 0)
                    .promoters(1, CONFIRMED)
                    .recoveries(1)),

    REVIEW(
            3,
            sizes(1),
            group -> group.registered(PENDING, 0, 0)
                    .signUps(PENDING, 1, 2)
                    .changes(0, PENDING, CONFIRMED)
                    .ends(0, PENDING, REJECTED)
                    .reopening(0)
                    .promoters(1, OFFERED)
                    .changes(1, OFFERED, CONFIRMED)
                    .ends(1, OFFERED, CANCELLED)
                    .recoveries(1)),
    OFFERS(
            2,
            sizes(1),
            group -> group.registered(PENDING, 0, 0)
                    .registered(WAITLISTED, 0, 1)
                    .signUps(PENDING, 1)
                    .changes(0, PENDING, CONFIRMED)
                    .ends(0, PENDING, REJECTED)
                    .reopening(0)
                    .promoters(2, OFFERED)
                    .changes(1, OFFERED, CONFIRMED)
                    .ends(1, OFFERED, CANCELLED)
                    .recoveries(1));

    private final int people;
    private final int[] sizes;
    private final UnaryOperator<Group> rest;

    Situation(int people, int[] sizes, UnaryOperator<Group> rest) {
        this.people = people;
        this.sizes = sizes;
        this.rest = rest;
    }

    /** Of the shards. */
    private static int[] sizes(int... sizes) {
        return sizes;
    }

    /** @param safeguard that is left out, null for none */
    Scenario without(@Nullable Safeguard safeguard) {
        return rest.apply(new Group(safeguard, people, sizes));
    }
}
