package yunhe.reminders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Registrations;
import yunhe.core.shared.Environment;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Samples;
import yunhe.testkit.UnitMeter;
import yunhe.testkit.simulation.SimulatedClock;

/** What a tick costs follows what is due, whatever is stored. */
class TickCostTest {

    private static final Activities.Actor ORGANISER = new Activities.Actor("organiser", Samples.NOW);
    private static final Instant A_DAY_BEFORE = Samples.START.minus(Duration.ofDays(1));
    private static final int AT_ONCE = 25;

    private final EmbeddedStore store = EmbeddedStore.start();
    private final RandomGenerator random = new java.security.SecureRandom();
    private final String table = store.tableName("ActivitiesTable");
    private final Activities activities = new DynamoActivities(store.client(), table, random);
    private final Registrations registrations = new DynamoRegistrations(store.client(), table, random);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_tick_with_nothing_due_reads_one_unit_at_most_with_ten_and_with_ten_thousand_activities() {
        var clock = new SimulatedClock(Samples.NOW);
        var meter = new UnitMeter(store.client());
        var handler = handler(clock, meter);
        var activity = published();
        copies(activity, 9);
        handler.handleRequest(Map.of(), null);
        clock.advance(Duration.ofMinutes(5));
        assertEquals(1, quiet(handler, meter), "the hour before as well, soon after its end");
        clock.advance(Duration.ofMinutes(5));
        assertEquals(0.5, quiet(handler, meter));
        copies(activity, 9_990);
        clock.advance(Duration.ofMinutes(45));
        assertEquals(0.5, quiet(handler, meter));
    }

    @Test
    void what_is_due_costs_the_same_among_ten_and_among_ten_thousand() {
        var activity = published();
        IntStream.range(0, 20).forEach(number -> signUp(activity, number));
        tick(A_DAY_BEFORE.minusSeconds(300));
        var before = A_DAY_BEFORE.minusSeconds(1);
        var nothing = tick(before);
        copies(activity, 2_000);
        assertEquals(nothing, tick(before));

        var due = tick(A_DAY_BEFORE);
        // One look at the activity and one at each of its sixteen partitions; one write a person, one for the task, and
        // one
        // for the watermark, because the hour is another.
        assertTrue(due.get(0) <= 3 + 1 + 16 + 2, () -> due + " reads and writes");
        assertEquals(20 + 2, due.get(1));
    }

    /** Calls that read, and write units, of a process that has just started. */
    private List<Integer> tick(Instant at) {
        var meter = new UnitMeter(store.client());
        handler(Clock.fixed(at, ZoneOffset.UTC), meter).handleRequest(Map.of(), null);
        return List.of(meter.reads(), meter.writeUnits());
    }

    /** Read units of a tick that writes nothing. */
    private static double quiet(RemindersHandler handler, UnitMeter meter) {
        double before = meter.readUnits();
        handler.handleRequest(Map.of(), null);
        assertEquals(0, meter.writeUnits());
        return meter.readUnits() - before;
    }

    private RemindersHandler handler(Clock clock, UnitMeter meter) {
        var environment = new Environment(Map.of("ACTIVITIES_TABLE", table, "RETENTION_DAYS", "180"), clock, random);
        return new RemindersHandler(environment, meter.client());
    }

    private ActivityId published() {
        var made = activities.create(
                ActivityId.fresh(ActivityType.GATHERING, random), Samples.mixer(5, "women:50"), ORGANISER);
        return activities.publish(made, ORGANISER).map(Activity::id).orElseThrow();
    }

    private void signUp(ActivityId activity, int number) {
        registrations.signUp(Samples.newcomer(activity, "women", Samples.withEmail(number), random));
    }

    /** The same activity under other ids, a day later: what it is and what it makes due. */
    private void copies(ActivityId activity, int count) {
        var items = store.client().scanPaginator(it -> it.tableName(table)).items().stream()
                .filter(item ->
                        List.of("activity", "task").contains(item.get("type").s()))
                .filter(item -> item.values().stream()
                        .anyMatch(value -> activity.value().equals(value.s())))
                .toList();
        var writes = new ArrayList<WriteRequest>();
        for (int copy = 0; copy < count; copy++) {
            var id = ActivityId.fresh(ActivityType.GATHERING, random).value();
            for (var item : items) {
                writes.add(WriteRequest.builder()
                        .putRequest(PutRequest.builder()
                                .item(renamed(item, activity.value(), id))
                                .build())
                        .build());
            }
        }
        for (int from = 0; from < writes.size(); from += AT_ONCE) {
            var batch = writes.subList(from, Math.min(writes.size(), from + AT_ONCE));
            store.client().batchWriteItem(it -> it.requestItems(Map.of(table, batch)));
        }
    }

    private static Map<String, AttributeValue> renamed(Map<String, AttributeValue> item, String from, String to) {
        var renamed = new HashMap<>(item);
        renamed.replaceAll((name, value) ->
                value.s() == null ? value : AttributeValue.fromS(value.s().replace(from, to)));
        // Due a day later than the first, so that the first alone is due when its time comes.
        if (item.get("type").s().equals("task")) {
            var at = Instant.parse(item.get("at").s()).plus(Duration.ofDays(1));
            renamed.put("at", AttributeValue.fromS(at.toString()));
            renamed.put("pk", AttributeValue.fromS("due#" + at.toString().substring(0, 13)));
            renamed.put(
                    "sk",
                    AttributeValue.fromS(
                            at + renamed.get("sk").s().substring(at.toString().length())));
        }
        return renamed;
    }
}
