package yunhe.gatherings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Seats;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.testkit.Faults;
import yunhe.testkit.Faults.When;

/** Every call to the store fails once, before it takes effect and after; then the same is asked again. */
class StoreAwayTest {

    @RegisterExtension
    static final Deployment YUNHE = new Deployment();

    /** More calls than any of these requests makes: a loop that ends here has missed its end. */
    private static final int CALLS_MAX = 20;

    /** Before it the activity is read, and how the group's places are kept. */
    private static final int CLAIM = 3;

    private static final int RECORD = 4;

    private static final String CONTACTS = "/person/phone";
    private static final String PHONE = "\"+8613800000001\"";

    private final String table = YUNHE.store().tableName("ActivitiesTable");
    private final Activities activities = new DynamoActivities(
            YUNHE.store().client(), table, YUNHE.environment().random());
    private final Registrations registrations = new DynamoRegistrations(
            YUNHE.store().client(), table, YUNHE.environment().random());

    @AfterEach
    void the_store_is_back() {
        YUNHE.faults().takeBack();
    }

    @ParameterizedTest
    @EnumSource
    void a_sign_up_that_finds_a_place_takes_one(When when) {
        int failures = eachCallFails(when, YUNHE::published, "confirmed", new Seats("women", 1, 1, 2, 0));
        assertTrue(failures >= 2, "the activity is read and the place taken");
    }

    @ParameterizedTest
    @EnumSource
    void a_sign_up_that_waits_stands_in_the_line_once(When when) {
        int failures = eachCallFails(when, this::full, "waitlisted", new Seats("women", 1, 1, 2, 1));
        assertTrue(failures >= 4, "the activity is read, a place asked for, the line joined and counted");
    }

    @ParameterizedTest
    @EnumSource
    void whoever_signs_up_again_takes_one_place(When when) {
        int failures = eachCallFails(
                when,
                () -> {
                    var id = YUNHE.published();
                    cancel(id, signUp(id, "earlier"));
                    return id;
                },
                "confirmed",
                new Seats("women", 1, 1, 2, 0));
        assertTrue(failures >= 3, "who was there is met before the place is taken");
    }

    @ParameterizedTest
    @EnumSource
    void whoever_signs_up_again_stands_in_the_line_once(When when) {
        int failures = eachCallFails(
                when,
                () -> {
                    var id = YUNHE.published();
                    var earlier = signUp(id, "earlier");
                    signUpOther(id, "other@example.com");
                    cancel(id, earlier);
                    return id;
                },
                "waitlisted",
                new Seats("women", 1, 0, 2, 2));
        assertTrue(failures >= 5, "met, refused a place, then waiting");
    }

    @ParameterizedTest
    @EnumSource
    void a_sign_up_that_is_refused_is_refused_again_and_stores_nothing(When when) {
        for (int call = 1; call < CALLS_MAX; call++) {
            var id = full();
            signUpOther(id, "third@example.com");
            signUpOther(id, "fourth@example.com");
            YUNHE.faults().failCall(call, when);
            var first = signUp(id, "k");
            if (YUNHE.faults().takeBack()) {
                assertEquals("activity.full", first.code());
                return;
            }
            assertIsAway(first);
            assertEquals("activity.full", signUp(id, "k").code());
            assertEquals(new Seats("women", 1, 1, 2, 2), seats(id));
        }
        throw new AssertionError("no end");
    }

    @ParameterizedTest
    @EnumSource
    void a_place_or_a_place_in_the_line_that_is_cancelled_is_given_back_once(When when) {
        int failures = eachCancellationFails(when, "women", new Seats("women", 1, 0, 2, 1));
        assertTrue(failures >= 3, "found, ended and read again");
        eachCancellationFails(when, "waiting", new Seats("women", 1, 1, 2, 0));
    }

    @ParameterizedTest
    @EnumSource
    void a_freed_place_goes_to_the_first_in_line_and_to_nobody_else(When when) {
        for (int call = 1; call < CALLS_MAX; call++) {
            var id = YUNHE.published();
            var holder = signUp(id, "k");
            var first = signUpOther(id, "first@example.com");
            YUNHE.passTime(Duration.ofSeconds(1));
            var second = signUpOther(id, "second@example.com");
            cancel(id, holder);

            var faults = Faults.in(YUNHE.store().client());
            var promoter = new PromoterHandler(YUNHE.environment(), faults.client());
            var event = PromoterTest.event(PromoterTest.record("7", id, 1, 0, 2));
            faults.failCall(call, when);
            var failures = promoter.handleRequest(event, null).getBatchItemFailures();
            boolean over = faults.takeBack();
            // What is tidied up after somebody has moved up fails nothing.
            boolean tidied = !over && own(id, first).text("status").equals("confirmed");
            assertTrue(failures.size() == (over ? 0 : 1) || tidied, "what failed comes again");
            assertTrue(
                    promoter.handleRequest(event, null).getBatchItemFailures().isEmpty());

            assertEquals("confirmed", own(id, first).text("status"));
            assertEquals("waitlisted", own(id, second).text("status"));
            assertEquals(new Seats("women", 1, 1, 2, 1), seats(id));
            if (over) {
                assertTrue(call > 3, "the activity and the line are read, and someone moved up");
                return;
            }
        }
        throw new AssertionError("no end");
    }

    @Test
    void a_browser_is_shown_its_form_again_when_the_store_is_away() {
        var id = YUNHE.published();
        YUNHE.faults().failCall(2, When.BEFORE);
        var answer = YUNHE.form(
                path(id),
                "group=women&person.name=Anna+Schmidt&person.email=anna%40example.com&person.birthDate=1998-03-01"
                        + "&answers.diet=none&consent=on&requestId=r1",
                "Accept",
                "text/html,*/*;q=0.8");

        assertEquals(503, answer.status());
        assertTrue(answer.headers().containsKey("retry-after"));
        assertTrue(answer.body().contains("anna@example.com"), "what was typed is kept");
        assertTrue(answer.body().contains("value=\"r1\""), "and so is the key");
    }

    @Test
    void who_met_another_transaction_or_a_busy_table_tries_again_unseen() {
        for (int call : List.of(CLAIM, RECORD)) {
            for (RuntimeException busy : List.<RuntimeException>of(
                    TransactionConflictException.builder().build(),
                    ProvisionedThroughputExceededException.builder().build())) {
                var id = YUNHE.published();
                YUNHE.faults().failCall(call, When.BEFORE, () -> busy);
                assertEquals("confirmed", signUp(id, "k").text("status"), busy::toString);
                assertFalse(YUNHE.faults().takeBack());
                assertEquals(new Seats("women", 1, 1, 2, 0), seats(id));
            }
        }
    }

    @Test
    void a_change_that_met_a_transaction_on_the_same_registration_tries_again_unseen() {
        var id = YUNHE.published();
        var mine = signUp(id, "k");
        YUNHE.faults()
                .failCall(
                        2,
                        When.BEFORE,
                        () -> TransactionConflictException.builder().build());
        var changed = YUNHE.json("PATCH", ownPath(id, mine), "{\"person\":{\"name\":\"李雷\"}}");

        assertEquals(200, changed.status(), changed.body());
        assertEquals(2, changed.json().path("version").asInt());
    }

    /** Returns how many calls could fail: as many as the request makes. */
    private int eachCallFails(When when, Supplier<String> activity, String status, Seats afterwards) {
        for (int call = 1; call < CALLS_MAX; call++) {
            var id = activity.get();
            YUNHE.faults().failCall(call, when);
            var first = signUp(id, "k");
            if (YUNHE.faults().takeBack()) {
                assertEquals(201, first.status(), first.body());
                return call - 1;
            }
            // What is tidied up after a place is held fails nobody.
            if (first.status() != 201) {
                assertIsAway(first);
            }
            var again = signUp(id, "k");
            var onceMore = signUp(id, "k");

            assertEquals(201, again.status(), again.body());
            assertEquals(status, again.text("status"), "call " + call);
            assertEquals(again.text("id"), onceMore.text("id"));
            assertEquals(again.text("token"), onceMore.text("token"));
            assertEquals(afterwards, seats(id), "call " + call);
            assertEquals(afterwards.taken() + afterwards.waiting(), live(id), "call " + call);
        }
        throw new AssertionError("no end");
    }

    private int eachCancellationFails(When when, String who, Seats afterwards) {
        for (int call = 1; call < CALLS_MAX; call++) {
            var id = YUNHE.published();
            var holder = signUp(id, "k");
            var waiter = signUpOther(id, "second@example.com");
            var leaving = who.equals("waiting") ? waiter : holder;
            // Otherwise the activity is remembered from the sign-up and one call less can fail.
            YUNHE.passTime(Duration.ofSeconds(10));
            YUNHE.faults().failCall(call, when);
            var first = YUNHE.visitor("DELETE", ownPath(id, leaving), "");
            boolean over = YUNHE.faults().takeBack();
            if (over) {
                assertEquals(200, first.status(), first.body());
            } else {
                assertIsAway(first);
            }
            assertEquals("cancelled", cancel(id, leaving).text("status"));
            assertEquals("cancelled", cancel(id, leaving).text("status"));
            assertEquals(afterwards, seats(id), "call " + call);
            assertEquals(1, live(id));
            if (over) {
                return call - 1;
            }
        }
        throw new AssertionError("no end");
    }

    private static void assertIsAway(Deployment.Answer answer) {
        assertEquals(503, answer.status(), answer.body());
        assertEquals("store.unavailable", answer.code());
        assertNotEquals(null, answer.headers().get("retry-after"));
    }

    /** One place, taken. */
    private String full() {
        var id = YUNHE.published();
        signUpOther(id, "before@example.com");
        // The line is in the order of arrival, and the activity is no longer remembered.
        YUNHE.passTime(Duration.ofSeconds(10));
        return id;
    }

    private static Deployment.Answer signUp(String id, String key) {
        return YUNHE.json("POST", path(id), Bodies.signUp(CONTACTS, PHONE), "Idempotency-Key", key);
    }

    private static Deployment.Answer signUpOther(String id, String email) {
        return YUNHE.json("POST", path(id), Bodies.signUp("/person/email", '"' + email + '"'));
    }

    private static Deployment.Answer cancel(String id, Deployment.Answer registration) {
        return YUNHE.visitor("DELETE", ownPath(id, registration), "");
    }

    private static Deployment.Answer own(String id, Deployment.Answer registration) {
        return YUNHE.get(ownPath(id, registration));
    }

    private Seats seats(String id) {
        var activity = activities.find(new ActivityId(id)).orElseThrow();
        return registrations.seats(activity).getFirst();
    }

    private long live(String id) {
        return registrations.list(new ActivityId(id), 100, Optional.empty()).items().stream()
                .map(Registration::status)
                .filter(status -> status.isLive())
                .count();
    }

    private static String path(String id) {
        return "/gatherings/" + id + "/registrations";
    }

    private static String ownPath(String id, Deployment.Answer registration) {
        return path(id) + "/" + registration.text("id") + "?token=" + registration.text("token");
    }
}
