package yunhe.dynamo.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations.SignedUp;
import yunhe.core.activity.Status;
import yunhe.core.checkin.Admissions;
import yunhe.core.checkin.Admissions.Attempt;
import yunhe.core.checkin.Guest;
import yunhe.core.person.Person;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.testkit.AtOnce;
import yunhe.testkit.Sabotage;
import yunhe.testkit.Samples;
import yunhe.testkit.UnitMeter;

/** What any store of admissions has to hold. Run against each store there is. */
abstract class AdmissionsContract {

    private static final Activities.Actor ORGANISER = new Activities.Actor("organiser", Samples.NOW);
    private static final Instant AT_THE_DOOR = Samples.START.minus(Duration.ofHours(1));

    final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    final AtomicInteger scans = new AtomicInteger();
    DynamoActivities activities;
    DynamoRegistrations registrations;
    Admissions admissions;

    abstract DynamoDbClient client();

    abstract String table();

    @BeforeEach
    void open() {
        activities = new DynamoActivities(client(), table(), random);
        registrations = new DynamoRegistrations(client(), table(), random);
        admissions = new DynamoAdmissions(client(), table(), random);
    }

    @Test
    void a_confirmed_registration_is_admitted_and_anyone_can_see_it() {
        var guest = guest();
        var scan = scan("east");
        var done = assertInstanceOf(Attempt.Done.class, admissions.admit(guest.id(), scan));

        assertEquals(
                new Guest(guest.id(), Status.CONFIRMED, "韩梅梅", "women", Optional.of(scan), List.of()), done.guest());
        var stored = registrations.find(guest.id()).orElseThrow();
        assertEquals(Optional.of(scan), stored.admitted());
        assertEquals(guest.version() + 1, stored.version());
        assertEquals(guest.answers(), stored.answers());
    }

    @Test
    void a_second_scan_is_told_who_was_first_and_changes_nothing() {
        var guest = guest();
        var first = scan("east");
        admissions.admit(guest.id(), first);
        var before = registrations.find(guest.id());

        var refused = assertInstanceOf(Attempt.Refused.class, admissions.admit(guest.id(), scan("west")));
        assertEquals(Optional.of(first), refused.guest().admitted());
        assertEquals(before, registrations.find(guest.id()));
    }

    @Test
    void a_scan_costs_one_write_unit_and_no_read_and_so_does_its_refusal() {
        var guest = guest();
        var meter = new UnitMeter(client());
        var metered = new DynamoAdmissions(meter.client(), table(), random);

        metered.admit(guest.id(), scan("east"));
        assertEquals(List.of(1, 1, 0), List.of(meter.writes(), meter.writeUnits(), meter.reads()));
        metered.admit(guest.id(), scan("west"));
        assertEquals(0, meter.reads());
    }

    @Test
    void two_doors_at_once_admit_once() {
        for (int round = 0; round < 10; round++) {
            var guest = guest();
            var attempts = AtOnce.run(8, door -> admissions.admit(guest.id(), scan("door " + door)));

            var admitted =
                    attempts.stream().filter(Attempt.Done.class::isInstance).toList();
            assertEquals(1, admitted.size());
            var winner = ((Attempt.Done) admitted.getFirst()).guest().admitted();
            assertTrue(attempts.stream()
                    .filter(Attempt.Refused.class::isInstance)
                    .allMatch(it -> ((Attempt.Refused) it).guest().admitted().equals(winner)));
        }
    }

    @Test
    void control_without_the_condition_two_doors_admit_twice() {
        var guest = guest();
        var sabotage = Sabotage.without(DynamoAdmissions.ADMITS, client());
        var careless = new DynamoAdmissions(sabotage.client(), table(), random);
        var attempts = AtOnce.run(8, door -> careless.admit(guest.id(), scan("door " + door)));

        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertTrue(attempts.stream().filter(Attempt.Done.class::isInstance).count() > 1, "one ticket admits many");
    }

    @Test
    void a_scan_that_races_a_cancellation_comes_before_or_after_it() {
        for (int round = 0; round < 20; round++) {
            var guest = guest();
            var results = AtOnce.run(
                    2,
                    turn -> turn == 0
                            ? admissions.admit(guest.id(), scan("east"))
                            : registrations.end(guest, Status.CANCELLED, AT_THE_DOOR));

            var stored = registrations.find(guest.id()).orElseThrow();
            assertEquals(Status.CANCELLED, stored.status());
            if (results.getFirst() instanceof Attempt.Refused(var seen)) {
                assertEquals(Status.CANCELLED, seen.status());
                assertTrue(stored.admitted().isEmpty());
            } else {
                assertInstanceOf(Attempt.Done.class, results.getFirst());
                assertTrue(stored.admitted().isPresent());
            }
        }
    }

    @Test
    void only_confirmed_registrations_are_admitted() {
        var activity = published();
        signUp(activity, Samples.withEmail(1));
        signUp(activity, Samples.withEmail(2));
        var waiter = signUp(activity, Samples.withEmail(3));

        var refused = assertInstanceOf(Attempt.Refused.class, admissions.admit(waiter.id(), scan("east")));
        assertEquals(Status.WAITLISTED, refused.guest().status());
    }

    @Test
    void the_ticket_of_an_earlier_attempt_finds_the_later_one_in_its_place() {
        var activity = published();
        var first = signUp(activity, Samples.withEmail(1));
        registrations.end(first, Status.CANCELLED, Samples.NOW);
        var second = signUp(activity, Samples.withEmail(1));

        var refused = assertInstanceOf(Attempt.Refused.class, admissions.admit(first.id(), scan("east")));
        assertEquals(second.id(), refused.guest().id());
        assertInstanceOf(Attempt.Done.class, admissions.admit(second.id(), scan("east")));
    }

    @Test
    void the_ticket_of_who_came_back_under_another_contact_is_replaced() {
        var activity = published();
        var first = signUp(activity, Samples.withPhone(1));
        registrations.end(first, Status.CANCELLED, Samples.NOW);
        var second = signUp(activity, Samples.withBoth(1));

        assertFalse(first.id().person().equals(second.id().person()));
        assertInstanceOf(Attempt.Replaced.class, admissions.admit(first.id(), scan("east")));
        assertEquals(Optional.empty(), admissions.find(first.id()));
    }

    @Test
    void a_registration_that_is_gone_is_not_made_anew_by_a_scan() {
        var never = new RegistrationId(
                ActivityId.fresh(ActivityType.GATHERING, random), guest().id().person(), 1);

        assertInstanceOf(Attempt.Gone.class, admissions.admit(never, scan("east")));
        assertEquals(Optional.empty(), admissions.find(never));
    }

    @Test
    void an_admission_that_was_undone_leaves_room_for_another_but_not_for_its_own_scan() {
        var guest = guest();
        var first = scan("east");
        admissions.admit(guest.id(), first);
        assertTrue(undo(guest, "the wrong person"));
        assertTrue(registrations.find(guest.id()).orElseThrow().admitted().isEmpty());

        var late = assertInstanceOf(Attempt.Refused.class, admissions.admit(guest.id(), first));
        assertEquals(Optional.of(first), late.guest().admittedBy(guest.id(), first.nonce()));
        assertInstanceOf(Attempt.Done.class, admissions.admit(guest.id(), scan("west")));
    }

    @Test
    void undoing_leaves_an_audit_entry() {
        var guest = guest();
        admissions.admit(guest.id(), scan("east"));
        undo(guest, "the wrong person");

        var entry = activities
                .auditOf(guest.id().value(), 10, Optional.empty())
                .items()
                .getLast();
        assertEquals(
                new Activities.AuditEntry(
                        AT_THE_DOOR,
                        "li",
                        Activities.Action.ADMISSION_UNDONE,
                        guest.id().value()),
                entry);
    }

    @Test
    void two_who_undo_at_once_undo_one_admission() {
        var guest = guest();
        admissions.admit(guest.id(), scan("east"));
        var seen = admissions.find(guest.id()).orElseThrow();
        var undone = AtOnce.run(
                8,
                turn -> admissions.undo(seen, new Guest.Undone(seen.admitted().orElseThrow(), AT_THE_DOOR, "li", "")));

        assertEquals(1, undone.stream().filter(it -> it).count());
        assertEquals(1, admissions.find(guest.id()).orElseThrow().undone().size());
    }

    @Test
    void what_was_undone_is_remembered_up_to_a_limit() {
        var guest = guest();
        for (int time = 0; time <= Guest.UNDONE_MAX; time++) {
            assertInstanceOf(Attempt.Done.class, admissions.admit(guest.id(), scan("east")));
            assertTrue(undo(guest, "practice"));
        }
        assertEquals(
                Guest.UNDONE_MAX,
                admissions.find(guest.id()).orElseThrow().undone().size());
    }

    private boolean undo(Registration guest, String reason) {
        var seen = admissions.find(guest.id()).orElseThrow();
        return admissions.undo(seen, new Guest.Undone(seen.admitted().orElseThrow(), AT_THE_DOOR, "li", reason));
    }

    private Admitted scan(String device) {
        return new Admitted(AT_THE_DOOR, "li", device, "scan " + scans.incrementAndGet());
    }

    private Registration guest() {
        return signUp(published(), Samples.withBoth(1));
    }

    private ActivityId published() {
        var id = ActivityId.fresh(ActivityType.GATHERING, random);
        var draft = activities.create(id, Samples.mixer(5, "women:2"), ORGANISER);
        assertTrue(activities.publish(draft, ORGANISER).isPresent());
        return id;
    }

    private Registration signUp(ActivityId activity, Person person) {
        var signedUp = registrations.signUp(Samples.newcomer(activity, "women", person, random));
        return assertInstanceOf(SignedUp.Done.class, signedUp).registration();
    }
}
