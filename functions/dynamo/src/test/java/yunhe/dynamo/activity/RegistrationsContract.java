package yunhe.dynamo.activity;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.Promote;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Registrations.SignedUp;
import yunhe.core.activity.Seats;
import yunhe.core.activity.Status;
import yunhe.core.person.Person;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;
import yunhe.core.shared.StoreUnavailable;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.testkit.AtOnce;
import yunhe.testkit.Sabotage;
import yunhe.testkit.Samples;

/** What any store of registrations has to hold. Run against each store there is. */
abstract class RegistrationsContract {

    private static final Activities.Actor ORGANISER = new Activities.Actor("organiser", Samples.NOW);

    // Shared by threads: the plain generators would hand two of them one number.
    final RandomGenerator random = new SecureRandom();
    final AtomicInteger arrivals = new AtomicInteger();
    Activities activities;
    Registrations registrations;

    abstract DynamoDbClient client();

    abstract String table();

    /** Into how many parts places are split. */
    Shards shards() {
        return Shards.DEFAULT;
    }

    @BeforeEach
    void open() {
        activities = new DynamoActivities(client(), table(), random, shards());
        registrations = new DynamoRegistrations(client(), table(), random);
    }

    @Test
    void a_registration_is_read_back_as_it_was_made() {
        var activity = published(5, "women:2");
        var made = signUp(activity, Samples.withBoth(1));

        assertEquals(Status.CONFIRMED, made.status());
        assertEquals(Optional.of(made), registrations.find(made.id()));
        for (var contact : made.contacts()) {
            assertEquals(Optional.of(made), registrations.findByContact(activity, contact));
        }
    }

    @Test
    void ten_places_and_five_in_the_line_hold_against_sixty_four_people_at_once() {
        var activity = published(5, "women:10");
        var outcomes = AtOnce.run(64, number -> outcome(registrations, activity, Samples.withEmail(number)));

        assertEquals(Map.of("confirmed", 10L, "waitlisted", 5L, "full", 49L), counted(outcomes));
        assertEquals(new Seats("women", 10, 10, 5, 5), seats(activity));
        assertEquals(
                15, registrations.list(activity, 100, Optional.empty()).items().size());
    }

    @Test
    void control_without_the_condition_on_places_ten_places_are_oversold() {
        var activity = published(5, "women:10");
        var sabotage = Sabotage.without(ShardItem.FREE_FOR_NEWCOMERS, client());
        var careless = new DynamoRegistrations(sabotage.client(), table(), random);
        var outcomes = AtOnce.run(64, number -> outcome(careless, activity, Samples.withEmail(number)));

        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertTrue(counted(outcomes).get("confirmed") > 10, "oversold when nobody looks at the places");
    }

    @Test
    void one_person_sixteen_times_at_once_takes_one_place() {
        var activity = published(5, "women:10");
        var outcomes = AtOnce.run(16, number -> outcome(registrations, activity, Samples.withBoth(1)));

        assertEquals(Map.of("confirmed", 1L, "already there", 15L), counted(outcomes));
        assertEquals(1, seats(activity).taken());
    }

    @Test
    void one_person_under_either_contact_at_once_takes_one_place() {
        var activity = published(5, "women:10");
        var outcomes = AtOnce.run(
                16,
                number -> outcome(
                        registrations,
                        activity,
                        switch (number % 3) {
                            case 0 -> Samples.withEmail(1);
                            case 1 -> Samples.withBoth(1);
                            default -> Samples.withBoth(1);
                        }));
        outcomes.add(outcome(registrations, activity, Samples.withEmail(1)));

        assertEquals(1L, counted(outcomes).get("confirmed"));
        assertEquals(1, seats(activity).taken());
    }

    @Test
    void control_without_the_condition_on_the_person_sixteen_take_sixteen_places() {
        var activity = published(20, "women:20");
        var sabotage = Sabotage.without(TakePlace.NOBODY_IS_THERE, client());
        var careless = new DynamoRegistrations(sabotage.client(), table(), random);
        AtOnce.run(16, number -> outcome(careless, activity, Samples.withBoth(1)));

        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertTrue(seats(activity).taken() > 1, "places are lost to one person when nobody looks who is there");
    }

    @Test
    void one_key_sixteen_times_at_once_is_one_registration_and_one_answer() {
        var activity = published(5, "women:10");
        var request = Optional.of(new Registration.Request("key", "digest"));
        var answers = AtOnce.run(
                16,
                number -> registrations.signUp(
                        Samples.newcomer(activity, "women", Samples.withBoth(1), request, Samples.NOW, random)));

        var ids = answers.stream()
                .map(it ->
                        assertInstanceOf(SignedUp.Done.class, it).registration().id())
                .distinct()
                .toList();
        assertEquals(1, ids.size());
        assertEquals(1, seats(activity).taken());
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        var activity = published(5, "women:10");
        signUp(activity, Samples.withBoth(1), "key", "digest");
        var again = registrations.signUp(newcomer(activity, Samples.withBoth(1), "key", "other digest"));

        assertEquals(new SignedUp.OtherBody(), again);
    }

    @Test
    void a_key_still_finds_its_registration_after_two_later_sign_ups() {
        var activity = published(5, "women:10");
        var first = signUp(activity, Samples.withBoth(1), "first", "digest");
        registrations.end(first, Status.CANCELLED, Samples.NOW);
        var second = signUp(activity, Samples.withBoth(1), "second", "digest");
        registrations.end(second, Status.CANCELLED, Samples.NOW);
        var third = signUp(activity, Samples.withBoth(1), "third", "digest");

        assertNotEquals(first.id(), third.id());
        var answer = registrations.signUp(newcomer(activity, Samples.withBoth(1), "first", "digest"));
        var found = assertInstanceOf(SignedUp.Done.class, answer).registration();
        assertEquals(first.id(), found.id());
        assertEquals(Status.CANCELLED, found.status());
        assertEquals(1, seats(activity).taken());
    }

    @Test
    void twenty_cancellations_at_once_promote_exactly_the_first_twenty_in_line() {
        var activity = published(50, "women:20");
        var holders = IntStream.range(0, 20)
                .mapToObj(number -> signUp(activity, Samples.withEmail(number)))
                .toList();
        var line = IntStream.range(20, 50)
                .mapToObj(number -> signUp(activity, Samples.withEmail(number)))
                .toList();
        var promote = promote(registrations);

        AtOnce.run(20, number -> {
            registrations.end(holders.get(number), Status.CANCELLED, Samples.NOW);
            return promote.promote(activity, "women");
        });
        promote.promote(activity, "women");

        var statuses = line.stream()
                .map(it -> registrations.find(it.id()).orElseThrow().status())
                .toList();
        assertEquals(Collections.nCopies(20, Status.CONFIRMED), statuses.subList(0, 20));
        assertEquals(Collections.nCopies(10, Status.WAITLISTED), statuses.subList(20, 30));
        assertEquals(new Seats("women", 20, 20, 50, 10), seats(activity));
    }

    @Test
    void control_without_the_condition_on_the_place_promotions_oversell() {
        var activity = published(50, "women:2");
        IntStream.range(0, 12).forEach(number -> signUp(activity, Samples.withEmail(number)));
        var sabotage = Sabotage.without(ShardItem.SEAT_IS_FREE, client());
        promote(new DynamoRegistrations(sabotage.client(), table(), random)).promote(activity, "women");

        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertTrue(seats(activity).taken() > 2, "promoted beyond the places");
    }

    @Test
    void a_place_is_given_back_once_however_often_it_is_cancelled() {
        var activity = published(5, "women:10");
        var kept = signUp(activity, Samples.withEmail(1));
        var cancelled = signUp(activity, Samples.withEmail(2));
        var ends = AtOnce.run(16, number -> registrations.end(cancelled, Status.CANCELLED, Samples.NOW));

        assertTrue(ends.stream().allMatch(it -> it.status() == Status.CANCELLED));
        assertEquals(1, ends.stream().map(Registration::version).distinct().count());
        assertEquals(1, seats(activity).taken());
        assertEquals(
                Status.CONFIRMED, registrations.find(kept.id()).orElseThrow().status());
    }

    @Test
    void control_without_the_version_a_place_is_given_back_more_than_once() {
        var activity = published(5, "women:10");
        IntStream.range(0, 9).forEach(number -> signUp(activity, Samples.withEmail(number)));
        var cancelled = signUp(activity, Samples.withEmail(9));
        var sabotage = Sabotage.without(MoveRegistration.UNCHANGED, client());
        var careless = new DynamoRegistrations(sabotage.client(), table(), random);
        // Each has seen the registration before any of them ends it.
        IntStream.range(0, 3).forEach(number -> careless.end(cancelled, Status.CANCELLED, Samples.NOW));

        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertTrue(seats(activity).taken() < 9, "places appear from nowhere");
    }

    @Test
    void a_waiter_who_cancels_while_being_promoted_has_one_fate() {
        for (int round = 0; round < 20; round++) {
            var activity = published(5, "women:1");
            var holder = signUp(activity, Samples.withEmail(1));
            var waiter = signUp(activity, Samples.withEmail(2));
            var next = signUp(activity, Samples.withEmail(3));
            registrations.end(holder, Status.CANCELLED, Samples.NOW);
            var promote = promote(registrations);

            AtOnce.run(
                    2,
                    number -> number == 0
                            ? registrations.end(waiter, Status.CANCELLED, Samples.NOW)
                            : promote.promote(activity, "women"));
            promote.promote(activity, "women");

            assertEquals(
                    Status.CANCELLED,
                    registrations.find(waiter.id()).orElseThrow().status());
            assertEquals(
                    Status.CONFIRMED,
                    registrations.find(next.id()).orElseThrow().status());
            assertEquals(new Seats("women", 1, 1, 5, 0), seats(activity));
            assertEquals(List.of(), registrations.line(activity, "women", 10));
        }
    }

    @Test
    void a_newcomer_does_not_overtake_the_line() {
        var activity = published(5, "women:1");
        var holder = signUp(activity, Samples.withEmail(1));
        var waiter = signUp(activity, Samples.withEmail(2));
        registrations.end(holder, Status.CANCELLED, Samples.NOW);
        var newcomer = signUp(activity, Samples.withEmail(3));

        assertEquals(Status.WAITLISTED, newcomer.status());
        assertEquals(
                1, registrations.ahead(activity, "women", newcomer.linePlace().orElseThrow()));
        assertEquals(1, promote(registrations).promote(activity, "women"));
        assertEquals(
                Status.CONFIRMED, registrations.find(waiter.id()).orElseThrow().status());
    }

    @Test
    void who_cancelled_may_sign_up_again_at_the_end_of_the_line_and_keeps_the_old_history() {
        var activity = published(5, "women:1");
        var first = signUp(activity, Samples.withBoth(1));
        signUp(activity, Samples.withEmail(2));
        registrations.end(first, Status.CANCELLED, Samples.NOW);
        var second = signUp(activity, Samples.withBoth(1));

        assertEquals(Status.WAITLISTED, second.status());
        assertEquals(2, second.id().attempt());
        assertEquals(
                Status.CANCELLED, registrations.find(first.id()).orElseThrow().status());
        assertEquals(second, registrations.find(second.id()).orElseThrow());
        assertEquals(
                1, registrations.ahead(activity, "women", second.linePlace().orElseThrow()));
    }

    @Test
    void no_id_is_used_twice_when_a_person_comes_back_under_other_contacts() {
        var activity = published(5, "women:5");
        var byPhone = signUp(activity, Samples.withPhone(1));
        registrations.end(byPhone, Status.CANCELLED, Samples.NOW);
        var byBoth = signUp(activity, Samples.withBoth(1));
        registrations.end(byBoth, Status.CANCELLED, Samples.NOW);
        var byPhoneAgain = signUp(activity, Samples.withPhone(1));

        assertNotEquals(byPhone.id(), byPhoneAgain.id());
        assertEquals(
                Status.CANCELLED, registrations.find(byPhone.id()).orElseThrow().status());
        assertEquals(
                Status.CANCELLED, registrations.find(byBoth.id()).orElseThrow().status());
        assertEquals("already there", outcome(registrations, activity, Samples.withPhone(1)));
        assertEquals(1, seats(activity).taken());
    }

    @Test
    void raising_capacity_lets_the_line_move_and_lowering_throws_nobody_out() {
        var activity = published(5, "women:2");
        IntStream.range(0, 5).forEach(number -> signUp(activity, Samples.withEmail(number)));
        resize(activity, 4);
        assertEquals(2, promote(registrations).promote(activity, "women"));
        assertEquals(new Seats("women", 4, 4, 5, 1), seats(activity));

        resize(activity, 1);
        assertEquals(0, promote(registrations).promote(activity, "women"));
        assertEquals(new Seats("women", 1, 4, 5, 1), seats(activity));
        assertEquals("waitlisted", outcome(registrations, activity, Samples.withEmail(99)));
    }

    @Test
    void nobody_gets_a_place_once_the_activity_is_cancelled() {
        var activity = published(5, "women:2");
        var seen = activities.find(activity).orElseThrow();
        var _ = activities.cancel(seen, Bilingual.same("storm"), ORGANISER).orElseThrow();

        assertEquals("closed", outcome(registrations, activity, Samples.withEmail(1)));
        assertTrue(activities.cancel(seen, Bilingual.same("again"), ORGANISER).isEmpty());
    }

    @Test
    void two_edits_of_one_version_keep_one() {
        var activity = published(5, "women:2");
        var seen = signUp(activity, Samples.withEmail(1));
        var results = AtOnce.run(
                8,
                number -> registrations.change(
                        seen,
                        new Registrations.Changes(
                                "李雷" + number, Optional.empty(), Map.of(), Language.EN, Status.CONFIRMED, 1)));

        assertEquals(1, results.stream().filter(Optional::isPresent).count());
        assertEquals(2, registrations.find(seen.id()).orElseThrow().version());
    }

    @Test
    void the_link_is_not_sent_twice_within_a_while() {
        var activity = published(5, "women:2");
        var id = signUp(activity, Samples.withEmail(1)).id();
        var minute = Duration.ofMinutes(1);

        assertTrue(registrations.requestLink(id, Samples.NOW, Samples.NOW.minus(minute)));
        assertFalse(registrations.requestLink(id, Samples.NOW.plusSeconds(5), Samples.NOW.minus(minute)));
        assertTrue(registrations.requestLink(id, Samples.NOW.plus(minute.multipliedBy(2)), Samples.NOW.plus(minute)));
    }

    @Test
    void a_list_is_read_page_by_page_without_loss_or_repetition() {
        var activity = published(0, "women:100");
        IntStream.range(0, 60).forEach(number -> signUp(activity, Samples.withBoth(number)));
        var ids = new ArrayList<Object>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = registrations.list(activity, 7, cursor);
            page.items().forEach(it -> ids.add(it.id()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertEquals(60, ids.size());
        assertEquals(60, ids.stream().distinct().count());
    }

    @Test
    void a_live_registration_is_not_replaced_though_the_one_its_key_made_before_is_gone() {
        var activity = published(5, "women:10");
        var first = signUp(activity, Samples.withBoth(1), "first", "digest");
        registrations.end(first, Status.CANCELLED, Samples.NOW);
        var second = signUp(activity, Samples.withBoth(1), "second", "digest");
        client().deleteItem(it -> it.tableName(table())
                .key(ActivityKeys.pastRegistration(first.id()).attributes()));

        var again = registrations.signUp(newcomer(activity, Samples.withBoth(1), "first", "digest"));
        assertEquals(new SignedUp.AlreadyThere(), again);
        assertEquals(Optional.of(second), registrations.find(second.id()));
        assertEquals(1, seats(activity).taken());
    }

    @Test
    void nobody_moves_up_once_the_activity_begins_however_long_the_line_takes() {
        var activity = published(50, "women:1");
        IntStream.range(0, 21).forEach(number -> signUp(activity, Samples.withEmail(number)));
        var seen = activities.find(activity).orElseThrow();
        var _ = activities
                .replace(seen, Samples.mixer(50, "women:50"), ORGANISER)
                .orElseThrow();
        var looks = new AtomicInteger();
        // A day passes with every look at the clock; the start is a week away.
        var clock = clockOf(() -> Samples.NOW.plus(Duration.ofDays(looks.getAndIncrement())));
        int moved = new Promote(new PublishedActivities(activities, clock, Duration.ZERO), registrations, clock)
                .promote(activity, "women");

        assertTrue(moved > 0 && moved < 7, "moved up " + moved);
        assertEquals(20 - moved, seats(activity).waiting());
    }

    @Test
    void places_that_the_store_does_not_tell_are_not_taken_for_missing() {
        var activity = published(5, "women:2");
        var client = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (self, method, given) -> given[0] instanceof BatchGetItemRequest request
                        ? BatchGetItemResponse.builder()
                                .responses(Map.of())
                                .unprocessedKeys(request.requestItems())
                                .build()
                        : InvocationHandler.invokeDefault(self, method, given));
        var throttled = new DynamoRegistrations(client, table(), random);

        var seen = activities.find(activity).orElseThrow();
        assertThrows(StoreUnavailable.class, () -> throttled.seats(seen));
    }

    @Test
    void a_broken_cursor_begins_anew() {
        var activity = published(5, "women:2");
        var mine = signUp(activity, Samples.withEmail(1));
        for (var cursor :
                List.of("", "x", "3.", "99.abc", "0.#", "0." + "a".repeat(2_000), "|", "2026|", "x|" + activity)) {
            var people = registrations.list(activity, 10, Optional.of(cursor));
            assertEquals(List.of(mine), people.items(), cursor);
            var upcoming = activities.listUpcoming(ActivityType.GATHERING, Samples.NOW, 10, Optional.of(cursor));
            assertFalse(upcoming.items().isEmpty(), cursor);
        }
        var early = "2020-01-01T00:00:00Z|" + activity;
        assertFalse(activities
                .listUpcoming(ActivityType.GATHERING, Samples.NOW, 10, Optional.of(early))
                .items()
                .isEmpty());
        assertEquals(
                2,
                activities
                        .auditOf(activity.value(), 10, Optional.of(""))
                        .items()
                        .size());
    }

    private static Clock clockOf(Supplier<Instant> now) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    private ActivityId published(int waitlist, String... groups) {
        return published(Samples.mixer(waitlist, groups));
    }

    final ActivityId published(ActivityDetails details) {
        var id = ActivityId.fresh(ActivityType.GATHERING, random);
        var draft = activities.create(id, details, ORGANISER);
        var _ = activities.publish(draft, ORGANISER).orElseThrow();
        return id;
    }

    private void resize(ActivityId activity, int capacity) {
        var seen = activities.find(activity).orElseThrow();
        var _ = activities
                .replace(seen, Samples.mixer(5, "women:" + capacity), ORGANISER)
                .orElseThrow();
    }

    final Promote promote(Registrations store) {
        var clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
        return new Promote(new PublishedActivities(activities, clock, Duration.ZERO), store, clock);
    }

    final Seats seats(ActivityId activity) {
        return registrations.seats(activities.find(activity).orElseThrow()).getFirst();
    }

    private Registration signUp(ActivityId activity, Person person) {
        var outcome = registrations.signUp(newcomer(activity, person));
        return assertInstanceOf(SignedUp.Done.class, outcome).registration();
    }

    private Registration signUp(ActivityId activity, Person person, String key, String digest) {
        return assertInstanceOf(SignedUp.Done.class, registrations.signUp(newcomer(activity, person, key, digest)))
                .registration();
    }

    private Newcomer newcomer(ActivityId activity, Person person, String key, String digest) {
        var request = Optional.of(new Registration.Request(key, digest));
        return Samples.newcomer(activity, "women", person, request, Samples.NOW, random);
    }

    final Newcomer newcomer(ActivityId activity, Person person) {
        var arrived = Samples.NOW.plusMillis(arrivals.incrementAndGet());
        return Samples.newcomer(activity, "women", person, Optional.empty(), arrived, random);
    }

    private String outcome(Registrations store, ActivityId activity, Person person) {
        return switch (store.signUp(newcomer(activity, person))) {
            case SignedUp.Done(var registration) -> RegistrationItem.code(registration.status());
            case SignedUp.AlreadyThere() -> "already there";
            case SignedUp.OtherBody() -> "other body";
            case SignedUp.Full() -> "full";
            case SignedUp.Closed() -> "closed";
        };
    }

    private static Map<String, Long> counted(List<String> outcomes) {
        return outcomes.stream().collect(groupingBy(it -> it, counting()));
    }
}
