package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Booking, changing and cancelling stays. The clock is left alone. */
class StaysTest {

    private final Service service = Service.shared();

    @Test
    void whoever_books_has_every_night_up_to_the_day_of_departure() {
        House house = House.open(service);
        LocalDate tomorrow = house.today().plusDays(1);
        Lodging stay = house.book(someone()).confirmed();

        assertEquals(
                List.of(2, 1, 1, 1, 2),
                List.of(-1, 0, 1, 2, 3).stream()
                        .map(it -> house.free(tomorrow.plusDays(it)))
                        .toList());
        var read = stay.read();
        assertEquals(3, read.path("nights").asInt());
        assertFalse(read.path("ticket").asText().isEmpty());
        assertEquals(house.id(), read.path("stationId").asText());
        service.get(stay.path()).expect(404);
        service.get(stay.path()).bearer("someone else").expect(404);
    }

    @Test
    void the_same_request_gets_the_same_stay_and_any_other_is_told_that_it_is_there() {
        House house = House.open(service);
        String key = UUID.randomUUID().toString();
        Booking booking = house.book(someone());
        Reply first = booking.call().key(key).expect(201);
        Reply again = booking.call().key(key).expect(201);

        assertEquals(first.get("id"), again.get("id"));
        assertEquals(first.get("token"), again.get("token"));
        booking.with("purpose", "实习").call().key(key).refused(422, "idempotency.mismatch");
        booking.call().refused(409, "stay.overlaps");
        assertEquals(1, house.free(house.today().plusDays(1)));
    }

    @Test
    void nobody_sleeps_in_two_stations_in_one_night_under_whatever_spelling_and_contact() {
        String email = someone();
        House one = House.open(service);
        House other = House.open(service);
        one.book(email).days(3, 2).with("person.phone", "138 0013 8000").confirmed();

        other.book(email.toUpperCase(java.util.Locale.ROOT)).days(4, 2).call().refused(409, "stay.overlaps");
        other.book(someone())
                .with("person.phone", "+8613800138000")
                .days(2, 2)
                .call()
                .refused(409, "stay.overlaps");
        other.book(email).days(5, 2).confirmed();
    }

    @Test
    void three_rooms_under_three_phone_numbers_end_where_documents_are_required() {
        House house = House.open(service, station -> House.policy(station).put("requireDocument", true));
        Booking booking = house.book(someone())
                .with("person.document.kind", "id-card")
                .with("person.document.number", "3301 0120 0001 0100 1X");
        house.book(someone()).call().refusedField("person.document.kind", "required");
        booking.confirmed();

        house.book(someone())
                .with("person.document.kind", "id-card")
                .with("person.document.number", "33010120000101001x")
                .call()
                .refused(409, "stay.overlaps");
        assertFalse(booking.call().key("x").send().text().contains("3301"));
    }

    @Test
    void when_it_is_full_the_nights_are_named_and_what_is_left_is_shown() {
        House house = House.withOneRoom(service, station -> {});
        LocalDate tomorrow = house.today().plusDays(1);
        house.book(someone()).nights(tomorrow.plusDays(1), tomorrow.plusDays(2)).confirmed();
        Booking whole = house.book(someone()).nights(tomorrow, tomorrow.plusDays(5));

        Reply full = whole.call().refused(409, "station.full");
        assertEquals(
                List.of(tomorrow.plusDays(1).toString()), Json.texts(full.json().path("errors"), "field"));
        assertEquals(
                List.of(tomorrow.plusDays(2).toString(), tomorrow.toString()),
                Json.texts(full.json().path("alternatives"), "arrive"));

        Lodging waiting = whole.orWait().in("waitlisted");
        assertEquals(1, waiting.read().path("waitlistPosition").asInt());
        assertEquals(2, waiting.read().path("alternatives").size());
        assertEquals(1, house.free(tomorrow));
    }

    @Test
    void a_freed_night_goes_to_the_first_whose_whole_range_fits() {
        House house = House.withOneRoom(service, station -> {});
        LocalDate day = house.today().plusDays(3);
        Lodging one = house.book(someone()).nights(day, day.plusDays(2)).confirmed();
        Lodging other =
                house.book(someone()).nights(day.plusDays(2), day.plusDays(4)).confirmed();
        Lodging both = house.book(someone())
                .nights(day.plusDays(1), day.plusDays(3))
                .orWait()
                .in("waitlisted");
        Lodging first =
                house.book(someone()).nights(day, day.plusDays(1)).orWait().in("waitlisted");

        one.cancel().expect(200);
        service.local().settle();
        assertEquals("waitlisted", both.status());
        assertEquals("confirmed", first.status());
        other.cancel().expect(200);
        service.local().settle();
        assertEquals("confirmed", both.status());
        assertEquals("cancelled", one.status());
    }

    @Test
    void a_stay_is_shortened_extended_and_moved_in_one_step_or_not_at_all() {
        House house = House.withOneRoom(service, station -> {});
        LocalDate day = house.today().plusDays(2);
        Lodging stay = house.book(someone()).nights(day, day.plusDays(2)).confirmed();
        house.book(someone()).nights(day.plusDays(3), day.plusDays(4)).confirmed();

        stay.patch(Json.of("{'depart':'" + day.plusDays(3) + "'}")).expect(200);
        assertEquals(0, house.free(day.plusDays(2)));
        Reply full = stay.patch(Json.of("{'depart':'" + day.plusDays(5) + "'}")).refused(409, "station.full");
        assertEquals(List.of(day.plusDays(3).toString()), Json.texts(full.json().path("errors"), "field"));
        assertEquals(1, house.free(day.plusDays(4)));
        stay.patch(Json.of("{'depart':'" + day.plusDays(1) + "'}")).expect(200);
        assertEquals(
                List.of(0, 1, 1),
                List.of(0, 1, 2).stream()
                        .map(it -> house.free(day.plusDays(it)))
                        .toList());

        stay.patch(Json.of("{'depart':'" + day + "'}")).refusedField("depart", "out_of_range");
        stay.patch(Json.of("{'arrive':'" + day + "'}")).refusedField("arrive", "read_only");
        stay.patch(Json.of("{'roomType':'palace'}")).refusedField("roomType", "unknown_option");
        stay.patch(Json.of("{'roomType':'bed-women'}")).refused(422, "not_eligible");
        assertEquals("confirmed", stay.status());
    }

    @Test
    void moving_to_another_room_type_gives_one_back_and_takes_the_other() {
        House house = House.open(service);
        LocalDate day = house.today().plusDays(1);
        Lodging stay = house.book(someone()).with("person.gender", "female").confirmed();
        stay.patch(Json.of("{'roomType':'bed-women'}")).expect(200);
        assertEquals(List.of(2, 0), List.of(house.free(day), house.free("bed-women", day)));
        assertEquals("bed-women", stay.read().path("roomType").asText());
    }

    @Test
    void beds_for_women_need_a_gender_and_refuse_the_other() {
        House house = House.open(service);
        Booking booking = house.book(someone()).with("roomType", "bed-women");
        booking.call().refusedField("person.gender", "required");
        booking.with("person.gender", "male").call().refused(422, "not_eligible");
        booking.with("person.gender", "female").confirmed();
    }

    @ParameterizedTest
    @CsvSource({
        // exactly two years before, and a day more
        "0,730,confirmed",
        "0,731,not_eligible",
    })
    void years_since_graduation_count_on_the_day_of_arrival(int after, int days, String outcome) {
        House house = House.open(service, station -> House.policy(station).put("graduatedWithinYears", 2));
        LocalDate arrive = house.today().plusDays(after + 1L);
        LocalDate limit = arrive.minusYears(2).minusDays(days - 730L);
        Booking booking = house.book(someone()).with("person.graduationDate", limit.toString());
        if (outcome.equals("confirmed")) {
            booking.confirmed();
        } else {
            Reply refused = booking.call().refused(422, outcome);
            assertEquals(
                    List.of("person.graduationDate"), Json.texts(refused.json().path("errors"), "field"));
        }
        booking.without("person.graduationDate").call().refusedField("person.graduationDate", "required");
    }

    @Test
    void whoever_graduates_within_a_year_is_in_the_final_year() {
        House house = House.open(service, station -> House.policy(station).put("graduatedWithinYears", 2));
        LocalDate arrive = house.today().plusDays(1);
        house.book(someone())
                .with("person.graduationDate", arrive.plusYears(1).toString())
                .confirmed();
        house.book(someone())
                .with("person.graduationDate", arrive.plusYears(1).plusDays(1).toString())
                .call()
                .refused(422, "not_eligible");
    }

    @Test
    void limits_hold_exactly_at_the_limit() {
        House house = House.open(
                service,
                station -> House.policy(station)
                        .put("maxNightsPerStay", 3)
                        .put("maxNightsPerYear", 5)
                        .put("bookAheadDays", 20));
        LocalDate today = house.today();
        String email = someone();
        house.book(email).days(1, 4).call().refused(422, "nights.out_of_range");
        house.book(email).days(21, 1).call().refused(422, "nights.out_of_range");
        house.book(email).nights(today.minusDays(1), today.plusDays(1)).call().refused(422, "nights.out_of_range");
        LocalDate last = today.plusDays(20);
        if (today.getYear() == last.plusDays(1).getYear()) {
            house.book(email).days(1, 3).confirmed();
            house.book(email).days(18, 3).call().refused(422, "entitlement.exhausted");
            Lodging two = house.book(email).days(20, 2).confirmed();
            two.patch(Json.of("{'depart':'" + last.plusDays(3) + "'}")).refused(422, "entitlement.exhausted");
            two.cancel().expect(200);
            house.book(email).days(18, 2).confirmed();
        }
    }

    @Test
    void stays_lie_as_far_apart_as_the_station_asks_for() {
        House house = House.open(service, station -> House.policy(station).put("minDaysBetweenStays", 7));
        String email = someone();
        house.book(email).days(10, 2).confirmed();
        house.book(email).days(18, 1).call().refused(422, "entitlement.too_soon");
        house.book(email).days(1, 3).call().refused(422, "entitlement.too_soon");
        house.book(email).days(19, 1).confirmed();
        house.book(email).days(1, 2).confirmed();
    }

    @Test
    void a_reviewed_stay_holds_its_nights_until_somebody_decides() {
        House house =
                House.withOneRoom(service, station -> House.policy(station).put("approval", "review"));
        Booking booking = house.book(someone());
        booking.call().refusedField("proof", "required");
        Lodging stay = booking.withProof().in("pending");
        LocalDate day = house.today().plusDays(1);
        assertEquals(0, house.free(day));

        service.post("/admin/stays/" + stay.id() + "/decision")
                .as("staff")
                .json(Json.of("{'decision':'approve'}"))
                .expect(403);
        assertEquals("confirmed", stay.decide("approve").expect(200).get("status"));
        assertEquals("confirmed", stay.decide("approve").expect(200).get("status"));
        assertEquals("rejected", stay.decide("reject").expect(200).get("status"));
        assertEquals(1, house.free(day));
        assertEquals("pending", stay.decide("reopen").expect(200).get("status"));
        assertEquals(0, house.free(day));
        assertEquals(
                List.of("stay.approved", "stay.read", "stay.rejected", "stay.reopened"),
                Json.texts(
                        service.get("/admin/audit?subject=" + stay.id())
                                .as("organiser")
                                .expect(200)
                                .json()
                                .path("items"),
                        "action"));
    }

    @Test
    void blocked_and_closed_nights_cannot_be_booked_and_their_reason_is_told() {
        House house = House.open(service);
        LocalDate day = house.today().plusDays(5);
        Lodging there = house.book(someone()).nights(day, day.plusDays(1)).confirmed();
        house.change(station -> station.set(
                "nights",
                Json.of("[{'from':'" + day + "','until':'" + day.plusDays(1)
                        + "','count':0,'reason':{'zh':'检修','en':'Repairs'}},"
                        + "{'from':'" + day.plusDays(1) + "','until':'" + day.plusDays(2)
                        + "','roomType':'single','blocked':1}]")));

        assertEquals("confirmed", there.status());
        assertEquals(
                List.of(0, 1, 2),
                List.of(0, 1, 2).stream()
                        .map(it -> house.free(day.plusDays(it)))
                        .toList());
        house.book(someone()).nights(day, day.plusDays(1)).call().refused(409, "station.full");
        assertEquals(
                "Repairs",
                house.availability(day, day.plusDays(1))
                        .path("nights")
                        .get(0)
                        .path("reason")
                        .path("en")
                        .asText());
    }

    @Test
    void more_rooms_move_the_line_up() {
        House house = House.withOneRoom(service, station -> {});
        house.book(someone()).confirmed();
        Lodging waiting = house.book(someone()).orWait().in("waitlisted");
        house.change(station -> ((ObjectNode) station.path("rooms").get(0)).put("count", 2));
        service.local().settle();
        assertEquals("confirmed", waiting.status());
    }

    @Test
    void a_station_is_changed_only_by_whoever_has_seen_its_version() {
        House house = House.open(service);
        var station = house.administered();
        service.put("/admin/stations/" + house.id())
                .as("organiser")
                .json(station)
                .refused(428, "version.required");
        house.change(it -> it.put("address", "2 Sample Road"));
        service.put("/admin/stations/" + house.id())
                .as("organiser")
                .header("If-Match", station.path("version").asText())
                .json(station)
                .refused(409, "version.stale");
        assertNotEquals(station.path("version"), house.administered().path("version"));
        service.post("/admin/stations").as("staff").json(House.draft()).expect(403);
    }

    @Test
    void staff_see_masked_lists_of_a_night() {
        House house = House.open(service);
        LocalDate day = house.today().plusDays(1);
        house.book(someone()).confirmed();
        house.book(someone()).days(2, 1).confirmed();
        var items = service.get("/admin/stations/" + house.id() + "/stays?night=" + day)
                .as("staff")
                .expect(200)
                .json()
                .path("items");
        assertEquals(1, items.size());
        assertEquals("韩*梅", items.get(0).path("person").path("name").asText());
        assertTrue(Json.list(service.get("/admin/stations/" + house.id() + "/stays")
                                .as("staff")
                                .expect(200)
                                .json()
                                .path("items"))
                        .size()
                == 2);
    }

    @Test
    void bad_input_is_refused_and_names_the_field() {
        House house = House.open(service);
        LocalDate day = house.today().plusDays(1);
        house.book(someone()).nights(day, day).call().refusedField("depart", "out_of_range");
        house.book(someone()).with("roomType", "palace").call().refusedField("roomType", "unknown_option");
        house.book(someone()).with("arrive", "2027-02-30").call().refusedField("arrive", "format");
        house.book(someone()).with("stationId", "stn_AAAAAAAAAAA").call().refused(404, "not_found");
        house.book(someone()).without("stationId").call().refusedField("stationId", "required");
        house.book(someone()).with("consent", false).call().refusedField("consent", "required");
        house.book(someone()).without("person.email").call().refusedField("person.email", "required");
        service.get("/stations/" + house.id() + "/availability?from=" + day + "&until=" + day.plusDays(63))
                .refusedField("until", "out_of_range");
        service.get("/stations/" + house.id() + "/availability?from=" + day + "&until=" + day)
                .refusedField("until", "out_of_range");
        service.get("/stations/" + house.id() + "/availability?from=yesterday").refusedField("from", "format");
        assertEquals(2, house.free(day));
    }

    @Test
    void whoever_leaves_a_field_empty_that_people_do_not_see_is_a_program() {
        House house = House.open(service);
        house.book(someone()).with("leave_this_empty", "x").call().expect(201);
        assertEquals(2, house.free(house.today().plusDays(1)));
    }

    @Test
    void a_form_books_like_json_and_leads_to_the_manage_page() {
        House house = House.open(service);
        LocalDate day = house.today().plusDays(1);
        Form form = Form.of("stationId", house.id())
                .and("roomType", "single")
                .and("arrive", day.toString())
                .and("depart", day.plusDays(1).toString())
                .and("person.name", "李雷")
                .and("person.email", someone())
                .and("consent", "on");
        Reply done =
                service.post("/stays").header("Accept", "text/html").form(form).expect(303);
        assertTrue(done.header("Location").startsWith("/m/stay_"), done::toString);
        assertEquals(1, house.free(day));
    }

    @Test
    void twenty_four_people_at_once_oversell_no_night_of_the_last_room() {
        House house = House.withOneRoom(service, station -> {});
        LocalDate day = house.today().plusDays(1);
        List<Integer> statuses = Together.all(
                24,
                who -> house.book(someone())
                        .nights(day.plusDays(who % 4), day.plusDays(who % 4 + 2))
                        .call()
                        .send()
                        .status());
        long booked = statuses.stream().filter(status -> status == 201).count();
        long taken = day.datesUntil(day.plusDays(6))
                .filter(night -> house.free(night) == 0)
                .count();
        assertEquals(2 * booked, taken, statuses::toString);
        assertTrue(
                booked >= 1 && statuses.stream().allMatch(status -> status == 201 || status == 409),
                statuses::toString);
    }

    private static String someone() {
        return "guest-" + UUID.randomUUID() + "@example.com";
    }
}
