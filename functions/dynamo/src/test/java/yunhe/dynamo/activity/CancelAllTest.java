package yunhe.dynamo.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.History;
import yunhe.core.activity.PlaceMark;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.agenda.Budget;
import yunhe.core.agenda.QuietHours;
import yunhe.core.agenda.Task;
import yunhe.core.agenda.TaskRunner;
import yunhe.core.roadshow.KeepTimetable;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.StoreUnavailable;
import yunhe.dynamo.roadshow.DynamoTimetables;
import yunhe.dynamo.roadshow.DynamoWishes;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Faults;
import yunhe.testkit.Samples;

/** An activity with ten thousand registrations is cancelled, while functions run out of time and processes die. */
class CancelAllTest {

    private static final Activities.Actor ORGANISER = new Activities.Actor("organiser", Samples.NOW);
    private static final int PEOPLE = 10_000;
    private static final int AT_ONCE = 25;

    private final EmbeddedStore store = EmbeddedStore.start();
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final String table = store.tableName("ActivitiesTable");
    private final Activities activities = new DynamoActivities(store.client(), table, random);
    private final Registrations registrations = new DynamoRegistrations(store.client(), table, random);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everybody_is_cancelled_once_in_bounded_batches_whatever_dies_in_between() {
        var activity = published(PEOPLE);
        activities.cancel(activity, new Bilingual("台风", "Typhoon"), ORGANISER);
        var faults = Faults.in(store.client());
        var agenda = new DynamoAgenda(faults.client(), table, random);
        var task = agenda.find(Task.at(Samples.NOW, activity.id(), new Task.Work.CancelAll()))
                .orElseThrow();

        int runs = 0;
        boolean done = false;
        while (!done && runs < 100) {
            runs++;
            // Every other process dies somewhere in its batch; some find little time left.
            if (runs % 2 == 1) {
                faults.failCall(runs * 37, runs % 4 == 1 ? Faults.When.AFTER : Faults.When.BEFORE);
            }
            var moments = new AtomicInteger(runs % 3 == 0 ? 3 : Integer.MAX_VALUE);
            var now = agenda.find(task);
            try {
                done = now.isEmpty()
                        || runner(faults.client())
                                .run(now.get(), new Budget(1_000, () -> moments.decrementAndGet() < 0));
            } catch (StoreUnavailable died) {
                assertFalse(now.isEmpty());
            }
            faults.takeBack();
        }

        int ran = runs;
        assertTrue(done, "it never ended");
        assertTrue(ran >= PEOPLE / 1_100, () -> ran + " runs are too few to be bounded");
        var all = everybody(activity.id());
        assertEquals(PEOPLE, all.size());
        assertEquals(PEOPLE, all.stream().filter(CancelAllTest::isCancelledOnce).count());
        assertTrue(agenda.find(task).isEmpty());
    }

    @Test
    void who_cancels_at_that_very_moment_is_cancelled_once() {
        var activity = published(1);
        var seen = everybody(activity.id()).getFirst();
        registrations.end(seen, Status.CANCELLED, Samples.NOW);
        activities.cancel(activity, Bilingual.same("Typhoon"), ORGANISER);

        var ended = new History.Ended(Samples.NOW, History.By.ACTIVITY, Optional.empty());
        assertFalse(registrations.cancelWithActivity(seen, ended), "what was seen is no longer so");
        var now = registrations.find(seen.id()).orElseThrow();
        assertEquals(2, now.version());
        assertEquals(Optional.of(History.By.PERSON), now.history().ended().map(History.Ended::by));
    }

    private static boolean isCancelledOnce(Registration registration) {
        return registration.status() == Status.CANCELLED
                && registration.version() == 2
                && registration
                        .history()
                        .ended()
                        .filter(ended -> ended.by() == History.By.ACTIVITY)
                        .isPresent();
    }

    private TaskRunner runner(DynamoDbClient client) {
        var clock = Clock.fixed(Instant.EPOCH.plus(Duration.ofDays(20_000)), ZoneOffset.UTC);
        return new TaskRunner(
                new DynamoAgenda(client, table, random),
                new DynamoActivities(client, table, random),
                new DynamoRegistrations(client, table, random),
                new KeepTimetable(
                        new DynamoTimetables(client, table, random),
                        new DynamoWishes(client, table, random),
                        new DynamoRegistrations(client, table, random),
                        Duration.ofDays(180),
                        clock),
                new TaskRunner.House(QuietHours.DEFAULT, Duration.ofDays(180)),
                clock);
    }

    private List<Registration> everybody(ActivityId activity) {
        var all = new ArrayList<Registration>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = registrations.listNow(activity, 1_000, cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }

    /** With people who are stored as a sign-up stores them, only faster. */
    private Activity published(int people) {
        var made = activities.create(
                ActivityId.fresh(ActivityType.GATHERING, random), Samples.mixer(5, "women:20000"), ORGANISER);
        var activity = activities.publish(made, ORGANISER).orElseThrow();
        var writes = new ArrayList<WriteRequest>();
        for (int number = 0; number < people; number++) {
            var registration = Samples.newcomer(activity.id(), "women", Samples.withEmail(number), random)
                    .as(Status.CONFIRMED, 1, Map.of(), Optional.empty(), Optional.of(new PlaceMark(0, "m" + number)));
            writes.add(WriteRequest.builder()
                    .putRequest(PutRequest.builder()
                            .item(RegistrationItem.of(registration))
                            .build())
                    .build());
        }
        for (int from = 0; from < writes.size(); from += AT_ONCE) {
            var batch = writes.subList(from, Math.min(writes.size(), from + AT_ONCE));
            store.client().batchWriteItem(it -> it.requestItems(Map.of(table, batch)));
        }
        return activity;
    }
}
