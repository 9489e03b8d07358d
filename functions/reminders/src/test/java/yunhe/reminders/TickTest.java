package yunhe.reminders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.agenda.Budget;
import yunhe.core.shared.Environment;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Samples;

/** What the schedule makes up for, before the start, from the start on, and two days after the end. */
class TickTest {

    private static final Activities.Actor ORGANISER = new Activities.Actor("organiser", Samples.NOW);
    private static final Instant END = Samples.START.plus(Duration.ofHours(3));

    private final EmbeddedStore store = EmbeddedStore.start();

    private final RandomGenerator random = new java.security.SecureRandom();
    private final String table = store.tableName("ActivitiesTable");
    private final Activities activities = new DynamoActivities(store.client(), table, random);
    private final Registrations registrations = new DynamoRegistrations(store.client(), table, random);
    private final AtomicInteger guests = new AtomicInteger();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_line_whose_wake_up_was_lost_moves_up_before_the_start() {
        var activity = published(Samples.mixer(5, "women:1"));
        var first = signUp(activity);
        var waiting = signUp(activity);
        var behind = signUp(activity);
        registrations.end(first, Status.CANCELLED, Samples.NOW);
        assertEquals(Status.WAITLISTED, now(waiting));

        tick(Samples.START.minusMillis(1));
        assertEquals(Status.CONFIRMED, now(waiting));
        assertEquals(Status.WAITLISTED, now(behind));
    }

    @Test
    void who_still_waits_at_the_start_is_told_so_and_nobody_moves_up_any_more() {
        var activity = published(Samples.mixer(5, "women:1"));
        var first = signUp(activity);
        var waiting = IntStream.range(0, 3).mapToObj(guest -> signUp(activity)).toList();
        registrations.end(first, Status.CANCELLED, Samples.NOW);

        tick(Samples.START);
        waiting.forEach(registration -> assertEquals(Status.EXPIRED, now(registration)));
        assertEquals(0, seats(activity).taken());
        assertEquals(0, seats(activity).waiting());
    }

    @Test
    void what_is_under_review_at_the_start_expires_and_gives_its_place_back() {
        var activity = published(reviewed(Samples.mixer(5, "women:1")));
        var pending = signUp(activity, Approval.REVIEW);
        assertEquals(Status.PENDING, pending.status());

        tick(Samples.START.minusMillis(1));
        assertEquals(Status.PENDING, now(pending));
        tick(Samples.START);
        assertEquals(Status.EXPIRED, now(pending));
        assertEquals(0, seats(activity).taken());
    }

    @Test
    void who_did_not_come_is_a_no_show_two_days_after_the_end() {
        var activity = published(Samples.mixer(5, "women:5"));
        var came = signUp(activity);
        var stayedAway = signUp(activity);
        var cancelled = registrations.end(signUp(activity), Status.CANCELLED, Samples.NOW);
        admit(came);

        tick(END.plus(Duration.ofHours(48)).minusMillis(1));
        assertEquals(Status.CONFIRMED, now(stayedAway));
        tick(END.plus(Duration.ofHours(48)));
        assertEquals(Status.NO_SHOW, now(stayedAway));
        assertEquals(Status.CONFIRMED, now(came));
        assertEquals(Status.CANCELLED, now(cancelled));
    }

    @Test
    void ticks_that_were_missed_for_days_are_made_up_for_by_one() {
        var activity = published(Samples.mixer(5, "women:1"));
        var confirmed = signUp(activity);
        var waiting = signUp(activity);

        tick(END.plus(Duration.ofDays(8)));
        assertEquals(Status.NO_SHOW, now(confirmed));
        assertEquals(Status.EXPIRED, now(waiting));
    }

    @Test
    void one_tick_changes_so_much_and_leaves_the_rest_to_the_next() {
        var activity = published(Samples.mixer(350, "women:0"));
        var waiting =
                IntStream.range(0, 350).mapToObj(guest -> signUp(activity)).toList();

        tick(Samples.START, 150);
        long first = waiting.stream().filter(it -> now(it) == Status.EXPIRED).count();
        assertTrue(first >= 150 && first < 350, () -> first + " expired");
        tick(Samples.START, 10_000);
        assertEquals(0, waiting.stream().filter(it -> now(it) != Status.EXPIRED).count());
    }

    @Test
    void a_task_that_cannot_be_done_keeps_no_other_from_it_and_is_not_forgotten() {
        var activity = published(Samples.mixer(5, "women:1"));
        var holder = signUp(activity);
        var next = signUp(activity);
        var pk = ActivityKeys.dueIn(Samples.NOW);
        var sk = Samples.NOW + "#" + activity + "#teleport";
        store.client()
                .putItem(it -> it.tableName(table)
                        .item(Map.of(
                                "pk", AttributeValue.fromS(pk),
                                "sk", AttributeValue.fromS(sk),
                                "type", AttributeValue.fromS("task"),
                                "at", AttributeValue.fromS(Samples.NOW.toString()),
                                "activity", AttributeValue.fromS(activity.value()),
                                "work", AttributeValue.fromS("teleport"))));
        registrations.end(holder, Status.CANCELLED, Samples.NOW);

        var anHourLater = Samples.NOW.plus(Duration.ofHours(1));
        assertThrows(IllegalStateException.class, () -> tick(anHourLater), "somebody has to look at it");
        assertEquals(Status.CONFIRMED, now(next));
        assertThrows(IllegalStateException.class, () -> tick(anHourLater.plus(Duration.ofDays(3))));
    }

    private void tick(Instant at) {
        tick(at, RemindersHandler.CHANGES_MAX);
    }

    private void tick(Instant at, int changes) {
        var environment = new Environment(
                Map.of("ACTIVITIES_TABLE", table, "RETENTION_DAYS", "180"), Clock.fixed(at, ZoneOffset.UTC), random);
        new RemindersHandler(environment, store.client()).tick(new Budget(changes, () -> false));
    }

    private ActivityId published(ActivityDetails details) {
        var made = activities.create(ActivityId.fresh(ActivityType.GATHERING, random), details, ORGANISER);
        return activities.publish(made, ORGANISER).map(Activity::id).orElseThrow();
    }

    private static ActivityDetails reviewed(ActivityDetails details) {
        var admission = details.admission();
        return new ActivityDetails(
                details.kind(),
                details.headline(),
                details.times(),
                new ActivityDetails.Admission(
                        Approval.REVIEW, admission.groups(), admission.waitlist(), admission.eligibility()),
                details.questions(),
                details.reminders());
    }

    private Registration signUp(ActivityId activity) {
        return signUp(activity, Approval.AUTOMATIC);
    }

    private Registration signUp(ActivityId activity, Approval approval) {
        int number = guests.incrementAndGet();
        var at = Samples.NOW.plusMillis(number);
        var newcomer = Samples.newcomer(activity, "women", Samples.withEmail(number), Optional.empty(), at, random);
        var asked = new Newcomer(
                activity,
                newcomer.group(),
                new Newcomer.Terms(approval, true, 1, 1),
                newcomer.person(),
                newcomer.contacts(),
                newcomer.answers(),
                newcomer.profile(),
                newcomer.language(),
                newcomer.origin());
        return switch (registrations.signUp(asked)) {
            case Registrations.SignedUp.Done(var registration) -> registration;
            default -> throw new AssertionError("not signed up");
        };
    }

    /** As the door does it. */
    private void admit(Registration registration) {
        store.client()
                .updateItem(it -> it.tableName(table)
                        .key(ActivityKeys.registration(registration.id()).attributes())
                        .updateExpression("SET admittedAt = :at")
                        .expressionAttributeValues(Map.of(":at", AttributeValue.fromS(Samples.START.toString()))));
    }

    private Status now(Registration registration) {
        return registrations.find(registration.id()).orElseThrow().status();
    }

    private yunhe.core.activity.Seats seats(ActivityId activity) {
        return registrations.seats(activities.find(activity).orElseThrow()).getFirst();
    }
}
