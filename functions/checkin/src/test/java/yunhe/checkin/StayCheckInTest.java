package yunhe.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.StayStatus;
import yunhe.testkit.AtOnce;
import yunhe.testkit.Samples;
import yunhe.testkit.staff.Call;

/** Guests of a station show their ticket as participants of an activity do. */
final class StayCheckInTest {

    private Hall hall;
    private Inn inn;
    private CheckinHandler handler;

    @BeforeEach
    void open() {
        hall = new Hall();
        inn = new Inn(hall);
        hall.clock.set(Inn.at(Inn.TODAY, "14:00"));
        handler = new CheckinHandler(hall.environment(), hall.client());
    }

    @Test
    void a_guest_is_checked_in_and_the_keeper_learns_the_room_and_the_nights() {
        var stay = inn.guest("韩梅梅", 3);
        var told = scan("li", stay, "one");

        assertEquals(
                Map.of(
                        "result", "admitted",
                        "name", "韩*梅",
                        "group", "single",
                        "activityId", inn.station.id().value(),
                        "stay",
                                Map.of(
                                        "room",
                                        Map.of("zh", "单人间", "en", "Single room"),
                                        "arrive",
                                        "2026-12-08",
                                        "depart",
                                        "2026-12-11",
                                        "nights",
                                        3L),
                        "admittedAt", "2026-12-08T14:00:00+08:00",
                        "admittedBy", "li",
                        "admittedDevice", "desk"),
                told);
        assertEquals(StayStatus.CHECKED_IN, inn.stored(stay).status());
    }

    @Test
    void the_same_nonce_is_the_same_answer_and_another_scan_says_who_was_first() {
        var stay = inn.guest("韩梅梅", 3);
        var first = scan("li", stay, "one");
        hall.clock.set(Inn.at(Inn.TODAY, "14:05"));

        assertEquals(first, scan("li", stay, "one"));
        var second = scan("wang", stay, "two");
        assertEquals("already_admitted", second.get("result"));
        assertEquals(first.get("admittedAt"), second.get("admittedAt"));
        assertEquals("li", second.get("admittedBy"));
    }

    @Test
    void eight_scans_at_once_check_in_once() {
        var stay = inn.guest("韩梅梅", 3);
        var results = AtOnce.run(8, number -> result(stay, "scan " + number));

        assertEquals(1, results.stream().filter("admitted"::equals).count());
        assertEquals(7, results.stream().filter("already_admitted"::equals).count());
    }

    @Test
    void check_in_opens_at_the_stations_hour() {
        var stay = inn.guest("韩梅梅", 3);
        hall.clock.set(Inn.at(Inn.TODAY, "14:00").minusMillis(1));
        var early = scan("li", stay, "one");

        assertEquals("too_early", early.get("result"));
        assertEquals("韩*梅", early.get("name"));
        assertFalse(early.containsKey("admittedAt"));
        hall.clock.set(Inn.at(Inn.TODAY, "14:00"));
        assertEquals("admitted", result(stay, "one"));
    }

    @Test
    void a_ticket_of_another_station_or_of_an_activity_does_not_admit_here() {
        var stay = inn.guest("韩梅梅", 3);
        var elsewhere = new Inn(hall);

        var wrong = scanAt(elsewhere.station.id().value(), inn.ticket(stay));
        assertEquals("wrong_activity", wrong.get("result"));
        assertEquals(inn.station.id().value(), wrong.get("activityId"));
        assertEquals(
                "wrong_activity",
                scanAt(hall.mixer.id().value(), inn.ticket(stay)).get("result"));
        assertEquals(
                "wrong_activity",
                scanAt(inn.station.id().value(), hall.ticket(hall.guest(hall.mixer, Samples.withEmail(1))))
                        .get("result"));
        assertEquals(StayStatus.CONFIRMED, inn.stored(stay).status());
        assertEquals(
                "admitted", scanAt(inn.station.id().value(), inn.ticket(stay)).get("result"));
    }

    @Test
    void cancelled_is_revoked_and_whatever_else_is_not_confirmed() {
        var cancelled = inn.guest("韩梅梅", 3);
        hall.clock.set(Inn.at(Inn.TODAY, "14:00").minus(Duration.ofDays(2)));
        inn.endStay().cancel(cancelled.id());
        var missing = inn.guest("李雷", 3);
        hall.clock.set(Inn.at(Inn.TODAY, "22:00"));
        inn.sweep();

        assertEquals("revoked", result(cancelled, "one"));
        assertEquals("not_confirmed", result(missing, "two"));
    }

    @Test
    void a_genuine_ticket_of_a_stay_that_is_gone_is_not_confirmed() {
        var stay = inn.guest("韩梅梅", 3);
        var nowhere = new Stay(
                StayId.fresh(StationId.fresh(hall.random), Inn.TODAY, hall.random),
                stay.roomType(),
                stay.nights(),
                stay.status(),
                stay.applicant(),
                stay.origin(),
                stay.linePlace(),
                stay.history(),
                1);

        assertEquals(Map.of("result", "not_confirmed"), scan("li", nowhere, "one"));
    }

    @Test
    void a_check_in_is_taken_back_with_an_audit_entry_and_may_be_made_anew() {
        var stay = inn.guest("韩梅梅", 3);
        assertEquals("not_admitted", undo(inn.ticket(stay)));
        scan("li", stay, "one");
        assertEquals("undone", undo(inn.ticket(stay)));
        assertEquals("undone", undo(inn.ticket(stay)), "asked again, it answers as the first time");
        assertEquals("invalid", undo(inn.ticket(stay).substring(1)));

        assertEquals(StayStatus.CONFIRMED, inn.stored(stay).status());
        var entries = inn.stays.auditOf(stay.id().value(), 10, Optional.empty()).items();
        assertEquals(
                List.of(Stations.Action.CHECK_IN_UNDONE),
                entries.stream().map(it -> it.action()).toList());
        assertEquals("admitted", result(stay, "two"));
        assertTrue(inn.stored(stay).history().checkedIn().isPresent());
    }

    private String result(Stay stay, String nonce) {
        return String.valueOf(scan("li", stay, nonce).get("result"));
    }

    private Map<String, Object> scan(String actor, Stay stay, String nonce) {
        var body = "{\"ticket\":\"%s\",\"nonce\":\"%s\",\"device\":\"desk\"}".formatted(inn.ticket(stay), nonce);
        return answer(Call.post("/checkins", body).as(actor, "staff"));
    }

    private Map<String, Object> scanAt(String door, String ticket) {
        var body = "{\"ticket\":\"%s\",\"activityId\":\"%s\"}".formatted(ticket, door);
        return answer(Call.post("/checkins", body).as("li", "staff"));
    }

    private String undo(String ticket) {
        var body = "{\"ticket\":\"%s\",\"reason\":\"the wrong guest\"}".formatted(ticket);
        return String.valueOf(
                answer(Call.post("/checkins/undo", body).as("li", "staff")).get("result"));
    }

    private Map<String, Object> answer(Call call) {
        var reply = handler.handleRequest(call.event(), null);
        assertEquals(200, reply.getStatusCode(), reply.getBody());
        return CheckinHandlerTest.read(reply);
    }
}
