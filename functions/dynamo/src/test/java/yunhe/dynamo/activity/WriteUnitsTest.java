package yunhe.dynamo.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
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
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.person.Phone;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Samples;
import yunhe.testkit.UnitMeter;

/** What a sign-up costs, for the example body of the contract. The figures stand in a decision record. */
final class WriteUnitsTest {

    private static final Activities.Actor ORGANISER = new Activities.Actor("organiser", Samples.NOW);
    private static final Optional<Email> EMAIL = Optional.of(new Email("han@example.com"));
    private static final Optional<Phone> PHONE = Optional.of(new Phone("+8613800000001"));

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private EmbeddedStore store;
    private UnitMeter meter;
    private DynamoActivities activities;
    private DynamoRegistrations registrations;

    @BeforeEach
    void open() {
        store = EmbeddedStore.start();
        meter = new UnitMeter(store.client());
        activities = new DynamoActivities(store.client(), store.tableName("ActivitiesTable"), random);
        registrations = new DynamoRegistrations(meter.client(), store.tableName("ActivitiesTable"), random);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_confirmed_registration_with_one_contact_costs_two_units() {
        var activity = published(5);
        signUp(activity, EMAIL, Optional.empty());
        assertEquals(List.of(2, 2, 1), List.of(meter.writeUnits(), meter.writes(), meter.reads()));

        signUp(activity, Optional.of(new Email("li@example.com")), Optional.empty());
        assertEquals(
                List.of(4, 4, 1), List.of(meter.writeUnits(), meter.writes(), meter.reads()), "a read once a process");
    }

    @Test
    void a_confirmed_registration_with_two_contacts_costs_three_units() {
        signUp(published(5), EMAIL, PHONE);
        assertEquals(List.of(3, 3, 1), List.of(meter.writeUnits(), meter.writes(), meter.reads()));
    }

    @Test
    void the_twentieth_still_costs_as_much_and_clears_the_mark_before_it() {
        var activity = published(24);
        for (int number = 0; number < 20; number++) {
            signUp(activity, Optional.of(new Email("guest" + number + "@example.com")), Optional.empty());
        }
        assertEquals(40, meter.writeUnits());
    }

    @Test
    void the_first_place_in_the_line_costs_eight_units_and_each_further_one_six() {
        var activity = published(0);
        signUp(activity, EMAIL, Optional.empty());
        assertEquals(8, meter.writeUnits(), "refused, kept for the line, and three items in one transaction");
        signUp(activity, Optional.of(new Email("li@example.com")), Optional.empty());
        assertEquals(14, meter.writeUnits());
    }

    @Test
    void a_cancellation_costs_six_units_with_the_task_that_looks_after_the_line() {
        var registration = signUp(published(5), EMAIL, PHONE);
        int before = meter.writeUnits();
        registrations.end(registration, Status.CANCELLED, Samples.NOW);
        assertEquals(6, meter.writeUnits() - before);
    }

    private Registration signUp(ActivityId activity, Optional<Email> email, Optional<Phone> phone) {
        var person = new Person("韩梅梅", email, phone, Optional.of(LocalDate.of(1998, 3, 1)), Optional.of("杭州某某科技有限公司"));
        var request = Optional.of(new Registration.Request("AAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBB"));
        var outcome = registrations.signUp(Samples.newcomer(activity, "women", person, request, Samples.NOW, random));
        return assertInstanceOf(Registrations.SignedUp.Done.class, outcome).registration();
    }

    private ActivityId published(int capacity) {
        var id = ActivityId.fresh(ActivityType.GATHERING, random);
        activities.publish(activities.create(id, Samples.mixer(5, "women:" + capacity), ORGANISER), ORGANISER);
        return id;
    }
}
