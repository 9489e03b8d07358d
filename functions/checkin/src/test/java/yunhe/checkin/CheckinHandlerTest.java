package yunhe.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.lang.reflect.Proxy;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.Status;
import yunhe.testkit.AtOnce;
import yunhe.testkit.Samples;
import yunhe.testkit.UnitMeter;
import yunhe.testkit.staff.Call;

final class CheckinHandlerTest {

    private Hall hall;
    private CheckinHandler handler;

    @BeforeEach
    void open() {
        hall = new Hall();
        handler = new CheckinHandler(hall.environment(), hall.client());
    }

    @Test
    void a_guest_is_admitted_once_and_the_second_scan_says_who_was_first() {
        var ticket = hall.ticket(hall.guest(hall.mixer, Samples.withEmail(1)));
        var first = scan("li", ticket, "one");
        assertEquals(
                Map.of(
                        "result", "admitted",
                        "name", "韩*梅",
                        "group", "women",
                        "activityId", hall.mixer.id().value(),
                        "admittedAt", "2026-12-08T09:00:00+08:00",
                        "admittedBy", "li",
                        "admittedDevice", "east"),
                first);

        var second = scan("wang", ticket, "two");
        assertEquals("already_admitted", second.get("result"));
        assertEquals(first.get("admittedAt"), second.get("admittedAt"));
        assertEquals("li", second.get("admittedBy"));
    }

    @Test
    void the_same_scan_again_is_the_same_answer_also_when_the_doors_have_closed() {
        var guest = hall.guest(hall.mixer, Samples.withEmail(1));
        var first = scan("li", hall.ticket(guest), "one");
        assertEquals(first, scan("li", hall.ticket(guest), "one"));

        hall.clock.set(hall.mixer.times().endsAt());
        assertEquals(first, scan("li", hall.ticket(guest), "one"));
        assertEquals("too_late", result(hall.ticket(guest), "two"));
    }

    @Test
    void sixteen_scans_at_once_admit_once() {
        var ticket = hall.ticket(hall.guest(hall.mixer, Samples.withEmail(1)));
        var results = AtOnce.run(16, number -> result(ticket, "scan " + number));

        assertEquals(1, results.stream().filter("admitted"::equals).count());
        assertEquals(15, results.stream().filter("already_admitted"::equals).count());
    }

    @Test
    void doors_open_two_hours_before_the_start_and_close_at_the_end() {
        var early = hall.ticket(hall.guest(hall.mixer, Samples.withEmail(1)));
        var late = hall.ticket(hall.guest(hall.mixer, Samples.withEmail(2)));

        hall.clock.set(hall.mixer.doorsOpenAt().minusMillis(1));
        assertEquals("too_early", result(early, "one"));
        hall.clock.set(hall.mixer.doorsOpenAt());
        assertEquals("admitted", result(early, "one"));
        hall.clock.set(hall.mixer.times().endsAt().minusMillis(1));
        assertEquals("admitted", result(late, "two"));
        hall.clock.set(hall.mixer.times().endsAt());
        assertEquals("too_late", result(late, "three"));
    }

    @Test
    void a_ticket_of_another_activity_does_not_admit_here() {
        var ticket = hall.ticket(hall.guest(hall.publish(), Samples.withEmail(1)));
        var body = "{\"ticket\":\"%s\",\"activityId\":\"%s\"}".formatted(ticket, hall.mixer.id());

        assertEquals(
                "wrong_activity",
                read(answer(Call.post("/checkins", body).as("li", "staff"))).get("result"));
    }

    @Test
    void a_cancelled_registration_and_a_cancelled_activity_do_not_admit() {
        var cancelled = hall.guest(hall.mixer, Samples.withEmail(1));
        hall.registrations.end(cancelled, Status.CANCELLED, Samples.NOW);
        assertEquals("revoked", result(hall.ticket(cancelled), "one"));

        var guest = hall.guest(hall.mixer, Samples.withEmail(2));
        hall.cancel(hall.mixer);
        hall.clock.advance(Wiring.REMEMBER_ACTIVITY_FOR);
        assertEquals("revoked", result(hall.ticket(guest), "two"));
    }

    @Test
    void a_rejected_registration_is_not_confirmed_and_a_forged_ticket_is_invalid() {
        var rejected = hall.guest(hall.mixer, Samples.withEmail(1));
        hall.registrations.end(rejected, Status.REJECTED, Samples.NOW);

        assertEquals("not_confirmed", result(hall.ticket(rejected), "one"));
        assertEquals(
                Map.of("result", "invalid"), scan("li", hall.ticket(rejected).substring(1), "two"));
    }

    @Test
    void tickets_stay_good_when_the_signing_key_is_switched() {
        var ticket = hall.ticket(hall.guest(hall.mixer, Samples.withEmail(1)));
        hall.variables.put("SIGNING_KEY", "2");
        handler = new CheckinHandler(hall.environment(), hall.client());

        assertEquals("admitted", result(ticket, "one"));
    }

    @Test
    void an_admission_is_taken_back_and_its_late_repetition_admits_nobody() {
        var guest = hall.guest(hall.mixer, Samples.withEmail(1));
        var ticket = hall.ticket(guest);
        assertEquals("not_admitted", undo(ticket));
        var first = scan("li", ticket, "one");
        assertEquals("undone", undo(ticket));
        assertEquals("undone", undo(ticket));
        assertEquals("invalid", undo("forged"));

        assertEquals(first, scan("li", ticket, "one"));
        assertTrue(hall.registrations.find(guest.id()).orElseThrow().admitted().isEmpty());
        assertEquals("admitted", result(ticket, "two"));
    }

    @Test
    void a_scan_is_one_write_and_no_read() {
        var meter = new UnitMeter(hall.client());
        handler = new CheckinHandler(hall.environment(), meter.client());
        result(hall.ticket(hall.guest(hall.mixer, Samples.withEmail(1))), "one");
        assertEquals(1, meter.reads(), "the activity, once");

        for (int number = 2; number <= 10; number++) {
            assertEquals("admitted", result(hall.ticket(hall.guest(hall.mixer, Samples.withEmail(number))), "scan"));
        }
        assertEquals(List.of(10, 10, 1), List.of(meter.writes(), meter.writeUnits(), meter.reads()));
    }

    @Test
    void only_staff_scan() {
        assertEquals(401, answer(Call.post("/checkins", "{}")).getStatusCode());
        assertEquals(
                403, answer(Call.post("/checkins", "{}").as("han", "guest")).getStatusCode());
        assertEquals(401, answer(Call.post("/checkins/undo", "{}")).getStatusCode());
    }

    @Test
    void a_scan_without_a_ticket_is_refused_and_other_paths_are_not_there() {
        var refused = answer(Call.post("/checkins", "{\"nonce\":\"%s\"}".formatted("n".repeat(101)))
                .as("li", "staff"));
        assertEquals(400, refused.getStatusCode());
        assertTrue(refused.getBody().contains("\"field\":\"ticket\""));
        assertTrue(refused.getBody().contains("\"field\":\"nonce\""));
        assertEquals(
                400,
                answer(Call.post("/checkins/undo", "{\"ticket\":\"x\"}").as("li", "staff"))
                        .getStatusCode());
        assertEquals(
                404, answer(Call.get("/checkins/manifest").as("li", "staff")).getStatusCode());
        assertEquals(405, answer(Call.get("/checkins").as("li", "staff")).getStatusCode());
    }

    @Test
    void when_the_store_is_away_the_door_says_so_and_when_to_try_again() {
        var guest = hall.guest(hall.mixer, Samples.withEmail(1));
        handler = new CheckinHandler(hall.environment(), away());
        var reply = answer(scanning("li", hall.ticket(guest), "one"));

        assertEquals(503, reply.getStatusCode());
        assertTrue(reply.getHeaders().containsKey("retry-after"));
        assertFalse(reply.getBody().contains("Exception"));
    }

    private static DynamoDbClient away() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    throw SdkClientException.create("no route to the store");
                });
    }

    private String result(String ticket, String nonce) {
        return String.valueOf(scan("li", ticket, nonce).get("result"));
    }

    private Map<String, Object> scan(String actor, String ticket, String nonce) {
        var reply = answer(scanning(actor, ticket, nonce));
        assertEquals(200, reply.getStatusCode(), reply.getBody());
        return read(reply);
    }

    private static Call scanning(String actor, String ticket, String nonce) {
        // What a scan says about its time counts in batches only.
        var body = "{\"ticket\":\"%s\",\"nonce\":\"%s\",\"device\":\"east\",\"at\":\"2020-01-01T00:00:00Z\"}"
                .formatted(ticket, nonce);
        return Call.post("/checkins", body).as(actor, "staff");
    }

    private String undo(String ticket) {
        var body = "{\"ticket\":\"%s\",\"reason\":\"the wrong person\"}".formatted(ticket);
        return String.valueOf(read(answer(Call.post("/checkins/undo", body).as("li", "staff")))
                .get("result"));
    }

    private APIGatewayV2HTTPResponse answer(Call call) {
        return handler.handleRequest(call.event(), null);
    }

    static Map<String, Object> read(APIGatewayV2HTTPResponse reply) {
        try {
            return JSONObjectUtils.parse(reply.getBody());
        } catch (ParseException cause) {
            throw new AssertionError(reply.getBody(), cause);
        }
    }
}
