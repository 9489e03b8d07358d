package yunhe.dynamo.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations.SignedUp;
import yunhe.core.activity.Status;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Samples;
import yunhe.testkit.UnitMeter;

/** A long line behind a group of several shards: what joining it and asking for one's place reads. */
final class LineTest {

    private static final int WAITING = 230;
    private static final int WAITING_MAX = WAITING + 1;
    private static final int SHARDS = 5;

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private EmbeddedStore store;
    private UnitMeter meter;
    private DynamoRegistrations registrations;
    private ActivityId activity;
    private int guests;

    @BeforeEach
    void open() {
        store = EmbeddedStore.start();
        meter = new UnitMeter(store.client());
        var table = store.tableName("ActivitiesTable");
        var activities = new DynamoActivities(store.client(), table, random, new Shards(2));
        registrations = new DynamoRegistrations(meter.client(), table, random);
        activity = ActivityId.fresh(ActivityType.GATHERING, random);
        var organiser = new Activities.Actor("organiser", Samples.NOW);
        activities.publish(
                activities.create(activity, Samples.mixer(WAITING_MAX, "women:" + 2 * SHARDS), organiser), organiser);
        for (int place = 0; place < 2 * SHARDS; place++) {
            assertEquals(Status.CONFIRMED, signUp().status());
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoever_joins_behind_others_reads_no_shard() {
        signUp();
        signUp();
        double before = meter.readUnits();
        assertEquals(Status.WAITLISTED, signUp().status());
        assertEquals(1, meter.readUnits() - before, "the group");
    }

    @Test
    void whoever_finds_the_line_full_reads_no_shard_either() {
        join(WAITING_MAX);
        ask();
        double before = meter.readUnits();
        assertInstanceOf(SignedUp.Full.class, ask());
        assertEquals(2, meter.readUnits() - before, "the group, and whether they are in it already");
    }

    @Test
    void a_place_in_a_long_line_is_exact_while_nobody_comes_or_goes() {
        var line = join(WAITING);
        for (int place : new int[] {0, 1, 50, 99, 100, 101, 129, 130, 131, 200, WAITING - 1}) {
            assertEquals(place, ahead(line.get(place)));
        }
        registrations.end(line.get(3), Status.CANCELLED, Samples.NOW);
        for (int place : new int[] {4, 100, 101, 129, 130, 131, WAITING - 1}) {
            assertEquals(place - 1, ahead(line.get(place)));
        }
    }

    @Test
    void to_ask_from_the_end_costs_as_much_however_long_the_line_is() {
        double first = costOfAhead(join(150).getLast());
        assertTrue(first > 0);
        assertEquals(first, costOfAhead(join(WAITING - 150).getLast()));
    }

    private List<Registration> join(int people) {
        var line = new ArrayList<Registration>();
        for (int person = 0; person < people; person++) {
            line.add(signUp());
        }
        return line;
    }

    private double costOfAhead(Registration registration) {
        double before = meter.readUnits();
        ahead(registration);
        return meter.readUnits() - before;
    }

    private int ahead(Registration registration) {
        return registrations.ahead(
                activity, registration.group(), registration.linePlace().orElseThrow());
    }

    private Registration signUp() {
        return assertInstanceOf(SignedUp.Done.class, ask()).registration();
    }

    private SignedUp ask() {
        var person = new Person(
                "韩梅梅",
                Optional.of(new Email("guest" + ++guests + "@example.com")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return registrations.signUp(
                Samples.newcomer(activity, "women", person, Optional.empty(), Samples.NOW.plusMillis(guests), random));
    }
}
