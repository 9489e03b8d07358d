package yunhe.dynamo.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.History;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Promote;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Registrations.SignedUp;
import yunhe.core.activity.Seats;
import yunhe.core.activity.Status;
import yunhe.core.person.Person;
import yunhe.core.shared.Bilingual;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.Transaction;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Interlude;
import yunhe.testkit.Sabotage;
import yunhe.testkit.Samples;

/**
 * The histories for which each safeguard of the ledger is there: somebody is slow between two calls while others go on.
 * Each has a control without its safeguard. The model beside it walks all histories; these are held against the store.
 */
class LedgerTest {

    private static final EmbeddedStore STORE = EmbeddedStore.start();
    private static final Activities.Actor ORGANISER = new Activities.Actor("organiser", Samples.NOW);
    private static final Instant LATER = Samples.NOW.plus(Duration.ofMinutes(5));

    private static final Predicate<Object> TRANSACTION = TransactWriteItemsRequest.class::isInstance;

    private final RandomGenerator random = new SecureRandom();
    private final String table = STORE.tableName("ActivitiesTable");
    private final DynamoDbClient real = STORE.client();
    private Activities activities = new DynamoActivities(real, table, random);
    private Registrations others = others();

    @AfterAll
    static void close() {
        STORE.close();
    }

    /** A process of its own each time: nothing is remembered. */
    private Registrations others() {
        return new DynamoRegistrations(real, table, random);
    }

    @BeforeEach
    void open() {
        others = others();
    }

    // ---- a slow record --------------------------------------------------------------------------------------------

    @Test
    void a_claim_that_was_given_up_for_dead_is_not_recorded_when_its_maker_wakes() {
        var activity = published(1, 9);
        var outcome = slowRecord(activity, real);

        assertEquals(Status.WAITLISTED, registration(outcome).status(), "another one has the place by now");
        assertEquals(new Seats("women", 1, 1, 9, 1), seats(activity));
    }

    @Test
    void control_without_a_look_at_the_fence_both_have_the_one_place() {
        var activity = published(1, 9);
        var sabotage = Sabotage.without(Standing.NOBODY, real);
        var outcome = slowRecord(activity, sabotage.client());

        assertTrue(sabotage.timesMet() > 0);
        assertEquals(Status.CONFIRMED, registration(outcome).status());
        assertEquals(2, others.list(activity, 10, Optional.empty()).items().size());
    }

    private SignedUp slowRecord(ActivityId activity, DynamoDbClient client) {
        var slow = Interlude.in(client).before(LedgerTest::isRecord, () -> {
            others.settle(activity, "women", LATER);
            assertEquals(
                    Status.CONFIRMED,
                    registration(signUp(others, activity, Samples.withEmail(2))).status());
        });
        var outcome = signUp(new DynamoRegistrations(slow.client(), table, random), activity, Samples.withEmail(1));
        assertTrue(slow.isOver());
        return outcome;
    }

    @Test
    void a_claim_whose_registration_holds_by_it_is_cleared_and_not_given_back() {
        var activity = published(1, 9);
        registration(signUp(others, activity, Samples.withEmail(1)));
        markAgain(activity, Samples.withEmail(1));
        others().settle(activity, "women", LATER);

        assertEquals(new Seats("women", 1, 1, 9, 0), seats(activity));
        assertEquals(0, marks(activity));
    }

    @Test
    void control_a_claim_that_is_believed_dead_unseen_gives_a_held_place_away() {
        var activity = published(1, 9);
        registration(signUp(others, activity, Samples.withEmail(1)));
        markAgain(activity, Samples.withEmail(1));
        var sabotage = Sabotage.without(Fence.DOES_NOT_HOLD_BY_IT, real);
        new DynamoRegistrations(sabotage.client(), table, random).settle(activity, "women", LATER);

        assertTrue(sabotage.timesMet() > 0);
        assertEquals(0, seats(activity).taken());
    }

    /** As if the process that signed this person up had died before it cleared its mark. */
    private void markAgain(ActivityId activity, Person person) {
        var held = others.list(activity, 10, Optional.empty()).items().getFirst();
        var mark = new Mark(held.place().orElseThrow(), held.id().person(), Samples.NOW);
        real.updateItem(it -> it.tableName(table)
                .key(ActivityKeys.shard(activity, "women", 0).attributes())
                .updateExpression("SET marks.#mark = :mark")
                .expressionAttributeNames(Map.of("#mark", mark.place().id()))
                .expressionAttributeValues(Map.of(":mark", mark.value())));
        assertEquals(person.name(), held.person().name());
    }

    // ---- released once --------------------------------------------------------------------------------------------

    @Test
    void a_place_is_given_back_once_though_its_mark_is_found_by_two() {
        var activity = published(2, 9);
        dieBeforeTheRecord(activity);
        registration(signUp(others, activity, Samples.withEmail(2)));
        var slow = Interlude.in(real)
                .before(LedgerTest::isClearOrRelease, () -> others().settle(activity, "women", LATER));
        new DynamoRegistrations(slow.client(), table, random).settle(activity, "women", LATER);

        assertTrue(slow.isOver());
        assertEquals(new Seats("women", 2, 1, 9, 0), seats(activity));
    }

    @Test
    void control_without_the_mark_it_is_given_back_twice() {
        var activity = published(2, 9);
        dieBeforeTheRecord(activity);
        registration(signUp(others, activity, Samples.withEmail(2)));
        var sabotage = Sabotage.without(ShardItem.MARK_IS_THERE, real);
        var slow = Interlude.in(sabotage.client())
                .before(LedgerTest::isClearOrRelease, () -> others().settle(activity, "women", LATER));
        new DynamoRegistrations(slow.client(), table, random).settle(activity, "women", LATER);

        assertEquals(0, seats(activity).taken(), "somebody holds one, and none is taken");
    }

    @Test
    void a_cancellation_takes_the_mark_with_it() {
        var activity = published(1, 9);
        var holder = registration(signUp(others, activity, Samples.withEmail(1)));
        markAgain(activity, Samples.withEmail(1));
        others().end(holder, Status.CANCELLED, Samples.NOW);

        assertEquals(0, marks(activity));
        others().settle(activity, "women", LATER);
        assertEquals(new Seats("women", 1, 0, 9, 0), seats(activity));
    }

    private void dieBeforeTheRecord(ActivityId activity) {
        var dying = Interlude.in(real).before(LedgerTest::isRecord, () -> {
            throw new Died();
        });
        try {
            signUp(new DynamoRegistrations(dying.client(), table, random), activity, Samples.withEmail(1));
            throw new AssertionError("it did not die");
        } catch (Died died) {
            assertEquals(1, marks(activity));
        }
    }

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    // ---- the line -------------------------------------------------------------------------------------------------

    @Test
    void nobody_overtakes_a_line_that_came_into_being_while_the_gate_was_opened() {
        var activity = published(1, 9);
        var outcome = slowAtTheGate(activity, real);

        assertEquals(Status.WAITLISTED, registration(outcome).status());
        assertEquals(new Seats("women", 1, 0, 9, 2), seats(activity));
    }

    @Test
    void control_without_a_look_at_the_line_the_gate_opens_before_it() {
        var activity = published(1, 9);
        var sabotage = Sabotage.without(SeatsItem.NOBODY_WAITS_AT_THIS_GATE, real);
        var outcome = slowAtTheGate(activity, sabotage.client());

        assertTrue(sabotage.timesMet() > 0);
        assertEquals(Status.CONFIRMED, registration(outcome).status(), "one waits, and a newcomer has the place");
    }

    /** Full, kept for a line that nobody joined, then free again; while a newcomer opens the gate, somebody joins. */
    private SignedUp slowAtTheGate(ActivityId activity, DynamoDbClient client) {
        var holder = registration(signUp(others, activity, Samples.withEmail(1)));
        var joining = Interlude.in(real).before(TRANSACTION, () -> {
            others().end(holder, Status.CANCELLED, Samples.NOW);
            throw new Died();
        });
        try {
            signUp(new DynamoRegistrations(joining.client(), table, random), activity, Samples.withEmail(2));
        } catch (Died beforeItJoined) {
            assertEquals(0, seats(activity).waiting());
        }
        var slow = Interlude.in(client).before(LedgerTest::isOpening, () -> joinAtTheOldGate(activity));
        var outcome = signUp(new DynamoRegistrations(slow.client(), table, random), activity, Samples.withEmail(4));
        assertTrue(slow.isOver());
        return outcome;
    }

    /** Somebody who saw that all was full, before the place came back. */
    private void joinAtTheOldGate(ActivityId activity) {
        var waiting = Samples.newcomer(activity, "women", Samples.withEmail(3), random)
                .as(Status.WAITLISTED, 1, Map.of(), Optional.of(LinePlace.at(Samples.NOW, random)), Optional.empty());
        var transaction = new Transaction(real, random, "join");
        transaction.put(Put.builder().tableName(table).item(RegistrationItem.of(waiting)));
        transaction.update(SeatsItem.joinLine(table, activity, "women", 1, Optional.empty()));
        transaction.put(LineItem.of(table, waiting));
        assertEquals(Optional.empty(), transaction.commit());
    }

    @Test
    void who_joins_a_line_beside_a_place_that_came_back_moves_up() {
        var activity = published(1, 9);
        var holder = registration(signUp(others, activity, Samples.withEmail(1)));
        var slow = Interlude.in(real).before(TRANSACTION, () -> others().end(holder, Status.CANCELLED, Samples.NOW));
        var waiter = registration(
                signUp(new DynamoRegistrations(slow.client(), table, random), activity, Samples.withEmail(2)));

        assertEquals(Status.WAITLISTED, waiter.status());
        assertEquals(1, promote().promote(activity, "women"));
        assertEquals(Status.CONFIRMED, others.find(waiter.id()).orElseThrow().status());
    }

    @Test
    void a_place_that_a_dead_claim_held_goes_to_who_waits() {
        var activity = published(1, 9);
        dieBeforeTheRecord(activity);
        var waiter = registration(signUp(others, activity, Samples.withEmail(2)));
        assertEquals(Status.WAITLISTED, waiter.status());
        assertEquals(0, promote().promote(activity, "women"), "it is still young");

        others().settle(activity, "women", LATER);
        assertEquals(1, promote().promote(activity, "women"));
        assertEquals(new Seats("women", 1, 1, 9, 0), seats(activity));
    }

    @Test
    void who_died_before_the_record_and_asks_again_gets_the_place_at_once() {
        var activity = published(1, 0);
        dieBeforeTheRecord(activity);
        assertInstanceOf(SignedUp.Full.class, signUp(others, activity, Samples.withEmail(2)));

        assertEquals(
                Status.CONFIRMED,
                registration(signUp(others, activity, Samples.withEmail(1))).status());
        assertEquals(new Seats("women", 1, 1, 0, 0), seats(activity));
    }

    // ---- closing, and capacities ----------------------------------------------------------------------------------

    @Test
    void a_claim_from_before_the_cancellation_is_not_recorded_after_everybody_was_cancelled() {
        var activity = published(1, 9);
        var slow = Interlude.in(real).before(LedgerTest::isRecord, () -> cancelAll(activity));
        var outcome = signUp(new DynamoRegistrations(slow.client(), table, random), activity, Samples.withEmail(1));

        assertTrue(slow.isOver());
        assertInstanceOf(SignedUp.Closed.class, outcome);
        assertEquals(List.of(), others.list(activity, 10, Optional.empty()).items());
    }

    private void cancelAll(ActivityId id) {
        var seen = activities.find(id).orElseThrow();
        var activity =
                activities.cancel(seen, Bilingual.same("Typhoon"), ORGANISER).orElseThrow();
        others.settleClosed(activity);
        others.list(id, 10, Optional.empty())
                .items()
                .forEach(it ->
                        others.cancelWithActivity(it, new History.Ended(LATER, History.By.ACTIVITY, Optional.empty())));
    }

    @Test
    void lowered_below_those_who_are_there_and_raised_again_shards_never_give_more_than_there_is() {
        activities = new DynamoActivities(real, table, random, new Shards(2));
        var activity = published(6, 0);
        var holders = IntStream.range(0, 5)
                .mapToObj(number -> registration(signUp(others(), activity, Samples.withEmail(number))))
                .toList();
        resize(activity, 2);
        assertInstanceOf(SignedUp.Full.class, signUp(others(), activity, Samples.withEmail(10)));
        others.end(holders.get(0), Status.CANCELLED, Samples.NOW);
        others.end(holders.get(1), Status.CANCELLED, Samples.NOW);
        assertInstanceOf(SignedUp.Full.class, signUp(others(), activity, Samples.withEmail(10)), "three are there");
        resize(activity, 3);
        assertInstanceOf(SignedUp.Full.class, signUp(others(), activity, Samples.withEmail(10)), "as many as may");

        others.end(holders.get(2), Status.CANCELLED, Samples.NOW);
        registration(signUp(others(), activity, Samples.withEmail(10)));
        assertInstanceOf(SignedUp.Full.class, signUp(others(), activity, Samples.withEmail(11)));
        resize(activity, 5);
        registration(signUp(others(), activity, Samples.withEmail(11)));
        registration(signUp(others(), activity, Samples.withEmail(12)));
        assertInstanceOf(SignedUp.Full.class, signUp(others(), activity, Samples.withEmail(13)));
        assertEquals(new Seats("women", 5, 5, 0, 0), seats(activity));
    }

    @Test
    void by_other_rules_nobody_is_let_in_or_told_that_all_is_full() {
        var activity = published(1, 9);
        var warm = others();
        registration(signUp(warm, activity, Samples.withEmail(1)));
        registration(signUp(warm, activity, Samples.withEmail(2)));
        var judgedBefore =
                Samples.newcomer(activity, "women", Samples.withEmail(3), Optional.empty(), Samples.NOW, random);
        real.updateItem(it -> it.tableName(table)
                .key(ActivityKeys.seats(activity, "women").attributes())
                .updateExpression("SET #rules = :two")
                .expressionAttributeNames(Map.of("#rules", "rules"))
                .expressionAttributeValues(Map.of(":two", Attributes.number(2))));

        assertInstanceOf(SignedUp.Closed.class, warm.signUp(judgedBefore), "who knows that all is full");
        assertInstanceOf(SignedUp.Closed.class, others().signUp(judgedBefore), "who does not");
    }

    @Test
    void who_sees_half_of_a_grant_does_not_grant_again() {
        activities = new DynamoActivities(real, table, random, new Shards(2));
        var activity = published(4, 0);
        raiseWithoutGrant(activity, 6);
        var before = shard(activity, 1);
        new Grant(new OneGroup(store(real), activity, "women")).make();
        // The other shard is told as it was before the grant.
        var half = Stale.showing(real, before);
        new Grant(new OneGroup(store(half.client()), activity, "women")).make();

        assertTrue(half.isShown());
        assertEquals(6, capacities(activity, 2));
    }

    /** As if whoever raised it had died before the grant. */
    private void raiseWithoutGrant(ActivityId activity, int places) {
        real.updateItem(it -> it.tableName(table)
                .key(ActivityKeys.seats(activity, "women").attributes())
                .updateExpression("SET #capacity = :places")
                .expressionAttributeNames(Map.of("#capacity", "capacity"))
                .expressionAttributeValues(Map.of(":places", Attributes.number(places))));
    }

    private Ledger.Store store(DynamoDbClient client) {
        return new Ledger.Store(client, table, random);
    }

    private int capacities(ActivityId activity, int shards) {
        return IntStream.range(0, shards)
                .map(number -> Attributes.of(shard(activity, number)).smallNumber("capacity"))
                .sum();
    }

    @Test
    void a_slow_grant_does_not_undo_a_later_reduction() {
        assertEquals(0, grantedAfterSlowGrant(real));
    }

    @Test
    void control_without_the_layout_it_does() {
        var sabotage = Sabotage.without(SeatsItem.LAYOUT_IS_AS_SEEN, real);
        assertEquals(4, grantedAfterSlowGrant(sabotage.client()), "four places are given out of one");
        assertTrue(sabotage.timesMet() > 0);
    }

    /** Six places, one taken, are made four; before their shards get them, the four are made one. */
    private int grantedAfterSlowGrant(DynamoDbClient client) {
        activities = new DynamoActivities(real, table, random, new Shards(2));
        var activity = published(6, 0);
        registration(signUp(others(), activity, Samples.withEmail(1)));
        var slow = Interlude.in(client).before(TRANSACTION, () -> {}).before(TRANSACTION, () -> resize(activity, 1));
        var seen = activities.find(activity).orElseThrow();
        new DynamoActivities(slow.client(), table, random).replace(seen, Samples.mixer(0, "women:4"), ORGANISER);
        assertTrue(slow.isOver());
        return capacities(activity, 3);
    }

    // ---------------------------------------------------------------------------------------------------------------

    private static boolean isRecord(Object request) {
        return request instanceof PutItemRequest put
                && put.item().get("type").s().equals(RegistrationItem.TYPE);
    }

    private static boolean isClearOrRelease(Object request) {
        return request instanceof UpdateItemRequest update
                && update.updateExpression().contains("REMOVE marks");
    }

    private static boolean isOpening(Object request) {
        return request instanceof UpdateItemRequest update
                && update.updateExpression().contains("ADD gate");
    }

    private ActivityId published(int places, int line) {
        var id = ActivityId.fresh(ActivityType.GATHERING, random);
        var draft = activities.create(id, Samples.mixer(line, "women:" + places), ORGANISER);
        var _ = activities.publish(draft, ORGANISER).orElseThrow();
        return id;
    }

    private void resize(ActivityId activity, int places) {
        var seen = activities.find(activity).orElseThrow();
        var _ = activities
                .replace(seen, Samples.mixer(0, "women:" + places), ORGANISER)
                .orElseThrow();
    }

    private SignedUp signUp(Registrations store, ActivityId activity, Person person) {
        return store.signUp(Samples.newcomer(activity, "women", person, Optional.empty(), Samples.NOW, random));
    }

    private static Registration registration(SignedUp outcome) {
        return assertInstanceOf(SignedUp.Done.class, outcome).registration();
    }

    private Promote promote() {
        var clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
        return new Promote(new PublishedActivities(activities, clock, Duration.ZERO), others(), clock);
    }

    private Seats seats(ActivityId activity) {
        return others.seats(activities.find(activity).orElseThrow()).getFirst();
    }

    private int marks(ActivityId activity) {
        return Mark.read(0, shard(activity, 0)).size();
    }

    private Map<String, AttributeValue> shard(ActivityId activity, int number) {
        return real.getItem(it -> it.tableName(table)
                        .key(ActivityKeys.shard(activity, "women", number).attributes())
                        .consistentRead(true))
                .item();
    }
}
