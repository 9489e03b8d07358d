package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What time does to stays, and the day of arrival. These tests move the clock. */
class StayLifeTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Service service = Service.moving();
    private final Local local = service.local();

    @Test
    void whoever_does_not_come_by_the_cut_off_gives_the_nights_to_the_next_in_line() {
        House house =
                House.withOneRoom(service, station -> House.policy(station).put("maxNightsPerYear", 6));
        String email = someone();
        Lodging missing = house.book(email).days(2, 4).confirmed();
        LocalDate arrive = house.today().plusDays(2);
        Lodging next = house.book(someone())
                .nights(arrive, arrive.plusDays(2))
                .orWait()
                .in("waitlisted");

        moveTo(arrive, "21:50");
        assertEquals("confirmed", missing.status());
        moveTo(arrive, "22:01");
        assertEquals("no_show", missing.status());
        assertEquals("confirmed", next.status());
        assertEquals(1, house.free(arrive.plusDays(3)));
        if (arrive.getYear() == arrive.plusDays(14).getYear()) {
            house.book(email)
                    .nights(arrive.plusDays(10), arrive.plusDays(13))
                    .call()
                    .refused(422, "entitlement.exhausted");
        }
        house.book(email).nights(arrive.plusDays(10), arrive.plusDays(12)).confirmed();
    }

    @Test
    void a_ticket_lets_its_guest_in_once_from_the_hour_of_check_in_on() {
        House house = House.open(service);
        Lodging stay = house.book(someone()).days(1, 2).confirmed();
        LocalDate arrive = house.today().plusDays(1);
        String ticket = stay.read().path("ticket").asText();
        Door door = new Door(service, "keeper");

        moveTo(arrive, "13:59");
        assertEquals("too_early", door.result(ticket));
        moveTo(arrive, "14:01");
        var admitted = door.scan(ticket, "nonce");
        assertEquals(
                List.of("admitted", "single", house.id()),
                List.of(
                        admitted.path("result").asText(),
                        admitted.path("group").asText(),
                        admitted.path("activityId").asText()));
        assertEquals("admitted", door.scan(ticket, "nonce").path("result").asText());
        assertEquals("already_admitted", door.result(ticket));
        assertEquals("checked_in", stay.status());
        stay.cancel().refused(409, "registration.state");

        assertEquals("undone", door.undo(ticket));
        assertEquals("confirmed", stay.status());
        assertEquals("admitted", door.result(ticket));
    }

    @Test
    void whoever_leaves_early_frees_the_nights_from_that_day_on() {
        House house = House.withOneRoom(service, station -> {});
        Lodging stay = house.book(someone()).days(1, 4).confirmed();
        LocalDate arrive = house.today().plusDays(1);
        Lodging waiter = house.book(someone())
                .nights(arrive.plusDays(1), arrive.plusDays(3))
                .orWait()
                .in("waitlisted");
        String ticket = stay.read().path("ticket").asText();
        moveTo(arrive, "15:00");
        assertEquals("admitted", new Door(service, "keeper").result(ticket));
        stay.checkOut().expect(200);

        moveTo(arrive.plusDays(1), "09:00");
        assertEquals("checked_out", stay.status());
        assertEquals("confirmed", waiter.status());
        assertEquals("checked_out", stay.checkOut().expect(200).get("status"));
        assertEquals(1, house.free(arrive.plusDays(3)));
    }

    @Test
    void an_application_that_nobody_decides_ends_with_its_deadline() {
        House house = House.withOneRoom(
                service,
                station -> House.policy(station).put("approval", "review").put("reviewHours", 24));
        Lodging stay = house.book(someone()).days(10, 2).withProof().in("pending");
        LocalDate night = house.today().plusDays(10);
        local.advance(Duration.ofHours(23));
        assertEquals("pending", stay.status());
        local.advance(Duration.ofHours(1).plusMinutes(1));
        assertEquals("expired", stay.status());
        assertEquals(1, house.free(night));
        stay.decide("approve").refused(409, "registration.state");
    }

    @Test
    void an_offer_runs_out_and_goes_to_the_next() {
        House house = House.withOneRoom(
                service,
                station -> House.policy(station)
                        .putObject("waitlist")
                        .put("capacity", 5)
                        .put("promotion", "offer")
                        .put("offerMinutes", 60));
        Lodging there = house.book(someone()).days(5, 2).confirmed();
        Lodging first = house.book(someone()).days(5, 2).orWait().in("waitlisted");
        Lodging second = house.book(someone()).days(5, 2).orWait().in("waitlisted");
        there.cancel().expect(200);
        local.settle();
        assertEquals(List.of("offered", "waitlisted"), List.of(first.status(), second.status()));
        local.advance(Duration.ofMinutes(61));
        assertEquals(List.of("expired", "offered"), List.of(first.status(), second.status()));
        first.answer("accept").refused(410, "offer.expired");
        second.answer("accept").expect(200);
        second.answer("accept").expect(200);
        assertEquals("confirmed", second.status());
    }

    @Test
    void cancelling_ends_some_hours_before_arrival_and_waiting_can_be_given_up_always() {
        House house =
                House.withOneRoom(service, station -> House.policy(station).put("cancelUntilHours", 24));
        Lodging stay = house.book(someone()).days(2, 2).confirmed();
        Lodging waiter = house.book(someone()).days(2, 2).orWait().in("waitlisted");
        moveTo(house.today().plusDays(1), "14:01");
        stay.cancel().refused(409, "cancel.too_late");
        waiter.cancel().expect(200);
        assertEquals("cancelled", waiter.status());
    }

    @Test
    void staff_gives_a_free_room_to_whoever_stands_at_the_desk() {
        House house = House.withOneRoom(service, station -> {});
        moveTo(house.today().plusDays(1), "22:05");
        LocalDate today = house.today();
        Booking booking = house.book(someone()).nights(today, today.plusDays(1));
        String path = "/admin/stations/" + house.id() + "/walk-ins";
        Reply in = service.post(path).as("staff").json(booking.body()).expect(201);
        assertEquals("checked_in", in.get("status"));
        assertEquals(0, house.free(today));
        service.post(path)
                .as("staff")
                .json(house.book(someone()).nights(today, today.plusDays(1)).body())
                .refused(409, "station.full");
    }

    @Test
    void a_guest_is_told_once_of_each_thing() {
        House house = House.withOneRoom(service, station -> {});
        String one = someone();
        String other = someone();
        Lodging first = house.book(one).days(3, 2).confirmed();
        Lodging second = house.book(other).days(3, 2).orWait().in("waitlisted");
        first.patch(Json.of("{'depart':'" + house.today().plusDays(6) + "'}")).expect(200);
        local.settle();
        first.cancel().expect(200);
        local.settle();
        assertEquals("confirmed", second.status());
        assertEquals(List.of("stay.cancelled", "stay.changed", "stay.confirmed"), local.kindsTo(one));
        assertEquals(List.of("stay.promoted", "stay.waitlisted"), local.kindsTo(other));
        assertTrue(local.mails(other).stream().allMatch(mail -> mail.about().equals(second.id())));
    }

    private void moveTo(LocalDate day, String time) {
        local.moveTo(day.atTime(LocalTime.parse(time)).atZone(ZONE).toOffsetDateTime());
    }

    private static String someone() {
        return "guest-" + UUID.randomUUID() + "@example.com";
    }
}
