package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Arrival day at a station where one may check in all day. */
class StayCheckInTest {

    private final Service service = Service.shared();
    private final Door door = new Door(service, "keeper");

    @Test
    void a_guest_shows_the_ticket_and_the_keeper_learns_the_room() {
        House house = open();
        LocalDate today = house.today();
        Lodging stay = house.book(someone()).days(0, 2).confirmed();
        String ticket = ticket(stay);
        JsonNode told = door.scan(ticket);

        assertEquals("admitted", told.path("result").asText());
        assertEquals(house.id(), told.path("activityId").asText());
        assertEquals("single", told.path("group").asText());
        assertEquals("韩*梅", told.path("name").asText());
        assertEquals("单人间", told.path("stay").path("room").path("zh").asText());
        assertEquals(today.toString(), told.path("stay").path("arrive").asText());
        assertEquals(
                today.plusDays(2).toString(), told.path("stay").path("depart").asText());
        assertEquals("checked_in", stay.status());

        JsonNode again = door.scan(service.url() + "/t/" + ticket);
        assertEquals("already_admitted", again.path("result").asText());
        assertEquals(told.path("admittedAt"), again.path("admittedAt"));
    }

    @Test
    void of_eight_scans_at_once_one_admits() {
        Lodging stay = open().book(someone()).days(0, 2).confirmed();
        String ticket = ticket(stay);
        List<String> results = Together.all(8, i -> door.result(ticket));

        assertEquals(1, Collections.frequency(results, "admitted"));
        assertEquals(7, Collections.frequency(results, "already_admitted"));
    }

    @Test
    void nobody_arrives_before_the_first_night_or_at_another_station() {
        House house = open();
        Lodging tomorrow = house.book(someone()).days(1, 2).confirmed();
        assertEquals("too_early", door.result(ticket(tomorrow)));

        Lodging stay = house.book(someone()).days(0, 1).confirmed();
        JsonNode wrong = service.post("/checkins")
                .as("staff")
                .json(Json.object()
                        .put("ticket", ticket(stay))
                        .put("activityId", open().id())
                        .put("nonce", UUID.randomUUID().toString()))
                .expect(200)
                .json();
        assertEquals("wrong_activity", wrong.path("result").asText());
        assertEquals("confirmed", stay.status());
    }

    @Test
    void a_cancelled_stay_is_revoked_and_one_that_is_over_not_confirmed() {
        House house = open();
        Lodging cancelled = house.book(someone()).days(2, 1).confirmed();
        String ticket = ticket(cancelled);
        cancelled.cancel().expect(200);
        assertEquals("revoked", door.result(ticket));

        Lodging left = house.book(someone()).days(0, 2).confirmed();
        String used = ticket(left);
        door.scan(used);
        left.checkOut().expect(200);
        assertEquals("not_confirmed", door.result(used));
        assertEquals(2, house.free(house.today()));
    }

    @Test
    void an_arrival_is_taken_back_and_recorded() {
        Lodging stay = open().book(someone()).days(0, 2).confirmed();
        String ticket = ticket(stay);
        assertEquals("not_admitted", door.undo(ticket));
        door.scan(ticket);
        assertEquals("undone", door.undo(ticket));

        assertEquals("confirmed", stay.status());
        assertTrue(service.get("/admin/audit?subject=" + stay.id())
                .as("organiser")
                .expect(200)
                .text()
                .contains("stay.check_in_undone"));
        assertEquals("admitted", door.result(ticket));
    }

    @Test
    void the_code_of_a_stay_is_a_picture_as_any_ticket() {
        String ticket = ticket(open().book(someone()).days(0, 2).confirmed());
        byte[] png = service.get("/tickets/" + ticket + ".png").expect(200).bytes();
        assertTrue(Qr.read(png).endsWith("/t/" + ticket));
    }

    private House open() {
        return House.open(service, station -> {
            station.put("checkInFrom", "00:00").put("noShowAt", "23:59");
            House.policy(station).put("cancelUntilHours", 1);
        });
    }

    private static String ticket(Lodging stay) {
        return stay.read().path("ticket").asText();
    }

    private static String someone() {
        return Applicant.freshEmail();
    }
}
