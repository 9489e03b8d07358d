package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Booking and managing a stay with nothing but forms, as a browser without JavaScript does. */
class StayFormTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Service service = Service.shared();

    @Test
    void a_browser_is_sent_to_the_manage_page() {
        House house = House.open(service);

        Reply reply = submit(form(house, Applicant.freshEmail())).expect(303);

        String location = reply.header("Location");
        assertTrue(location.matches("(https?://[^/]+)?/m/stay_[\\w-]+\\?token=[\\w%.-]+"), location);
        Reply page = service.get(location).expect(200);
        assertTrue(page.isHtml());
        assertTrue(page.text().contains("韩梅梅"));
        assertTrue(page.text().contains("青荷驿站"));
        assertEquals("no-store", page.header("Cache-Control"));
    }

    @Test
    void proofs_come_with_a_form_as_with_json() {
        House house = House.open(service, station -> {
            House.policy(station).put("approval", "review");
            House.policy(station).putArray("proofs").add("graduation").add("interview");
        });
        Form complete = form(house, Applicant.freshEmail())
                .and("proof[0].kind", "graduation")
                .and("proof[0].ref", "A1B2C3")
                .and("proof[1].kind", "interview")
                .and("proof[1].ref", "运河科技");

        Reply reply = service.post("/stays").form(complete).expect(201);

        assertEquals("pending", reply.get("status"));
        assertEquals(
                Json.of("[{'kind':'graduation','ref':'A1B2C3'},{'kind':'interview','ref':'运河科技'}]"),
                reply.json().path("proof"));
        Form lacking = form(house, Applicant.freshEmail())
                .and("proof[0].kind", "graduation")
                .and("proof[0].ref", "A1B2C3")
                .and("proof[1].kind", "interview")
                .and("proof[1].ref", "");
        service.post("/stays").form(lacking).refusedField("proof[1].ref", "required");
        Reply page = submit(lacking).expect(400);
        assertTrue(page.text().contains("id=\"proof[1].ref-error\""), page::toString);
        assertTrue(page.text().contains("value=\"A1B2C3\""), page::toString);
    }

    @Test
    void a_refused_form_comes_back_with_what_was_typed() {
        House house = House.open(service);
        Form form = form(house, "not an address").and("person.phone", "12");

        Reply page = submit(form).header("Accept-Language", "en").expect(400);

        String html = page.text();
        assertTrue(page.isHtml(), page::toString);
        assertTrue(html.contains("value=\"not an address\""), html);
        assertTrue(html.contains("value=\"韩梅梅\""), html);
        assertTrue(html.contains("aria-invalid=\"true\""), html);
        assertTrue(html.contains("href=\"#person.email\""), html);
    }

    @Test
    void whoever_comes_too_late_sees_what_is_left_and_may_wait() {
        House house = House.withOneRoom(service, station -> {});
        LocalDate tomorrow = house.today().plusDays(1);
        house.book(Applicant.freshEmail())
                .nights(tomorrow, tomorrow.plusDays(1))
                .confirmed();
        String email = Applicant.freshEmail();

        Reply page = submit(form(house, email)).expect(409);

        assertTrue(page.isHtml(), page::toString);
        assertTrue(page.text().contains("没有空房"), page::toString);
        assertTrue(page.text().contains("name=\"arrive\" value=\"" + tomorrow.plusDays(1) + "\""), page::toString);
        assertTrue(page.text().contains("value=\"" + email + "\""), page::toString);
        Reply waiting = submit(form(house, email).and("joinWaitlist", "true")).expect(303);
        String mine = service.get(waiting.header("Location")).expect(200).text();
        assertTrue(mine.contains("候补中"), mine);
        assertTrue(mine.contains("<span class=\"position-number\">1</span>"), mine);
    }

    @Test
    void whoever_has_used_up_their_nights_is_told_how_many_there_are() {
        House house = House.open(service, station -> House.policy(station).put("maxNightsPerYear", 2));
        LocalDate inJanuary = house.today().plusDays(1);

        Reply page = submit(form(house, Applicant.freshEmail()), "?lang=en").send();

        // Nights of two years count for each by itself.
        if (inJanuary.getYear() == inJanuary.plusDays(2).getYear()) {
            page.expect(422);
            assertTrue(page.text().contains("One guest may stay 2 nights in " + inJanuary.getYear()), page::toString);
        }
    }

    @Test
    void whoever_does_not_meet_the_rules_is_told_which() {
        House house = House.open(service, station -> House.policy(station).put("graduatedWithinYears", 2));
        Form form = Form.of("stationId", house.id(), "roomType", "bed-women", "person.gender", "male")
                .and("arrive", house.today().plusDays(1).toString())
                .and("depart", house.today().plusDays(2).toString())
                .and("person.name", "李雷")
                .and("person.email", Applicant.freshEmail())
                .and("person.graduationDate", house.today().minusYears(3).toString())
                .and("consent", "true");

        Reply page = submit(form, "?lang=en").expect(422);

        assertTrue(page.text().contains("href=\"#person.graduationDate\""), page::toString);
        assertTrue(page.text().contains("href=\"#person.gender\""), page::toString);
        assertFalse(page.text().contains("This activity"), page::toString);
    }

    @Test
    void a_robots_form_is_thanked_and_forgotten() {
        House house = House.open(service);

        Reply page = submit(form(house, Applicant.freshEmail()).and("leave_this_empty", "x"))
                .expect(201);

        assertTrue(page.isHtml(), page::toString);
        assertEquals(2, house.free(house.today().plusDays(1)));
    }

    @Test
    void a_double_click_is_one_stay() {
        House house = House.open(service);
        Form form = form(house, Applicant.freshEmail()).and("requestId", "double-click-" + Applicant.freshEmail());

        assertEquals(
                submit(form).expect(303).header("Location"),
                submit(form).expect(303).header("Location"));
        assertEquals(1, house.free(house.today().plusDays(1)));
    }

    @Test
    void nights_are_shortened_and_given_back_by_form() {
        House house = House.open(service);
        Lodging stay = house.book(Applicant.freshEmail()).confirmed();
        LocalDate tomorrow = house.today().plusDays(1);

        Reply reply = press(
                        stay, "change", Form.of("depart", tomorrow.plusDays(1).toString()))
                .expect(303);

        assertTrue(reply.header("Location").contains("/m/" + stay.id()), reply::toString);
        assertEquals(1, stay.read().path("nights").asInt());
        press(stay, "cancel", Form.of()).expect(303);
        assertEquals("cancelled", stay.status());
        press(stay, "cancel", Form.of()).expect(303);
    }

    @Test
    void a_change_that_cannot_be_had_leaves_all_as_it_is_and_says_why() {
        House house = House.withOneRoom(service, station -> {});
        LocalDate tomorrow = house.today().plusDays(1);
        Lodging stay = house.book(Applicant.freshEmail())
                .nights(tomorrow, tomorrow.plusDays(1))
                .confirmed();
        house.book(Applicant.freshEmail())
                .nights(tomorrow.plusDays(1), tomorrow.plusDays(2))
                .confirmed();

        Reply page = press(
                        stay, "change", Form.of("depart", tomorrow.plusDays(2).toString()))
                .expect(409);

        assertTrue(page.isHtml(), page::toString);
        assertTrue(page.text().contains("已满房"), page::toString);
        assertTrue(page.text().contains("预订成功"), page::toString);
        assertEquals(1, stay.read().path("nights").asInt());
    }

    @Test
    void too_late_to_cancel_is_said_on_the_page_that_stays_as_it_is() {
        House house = House.open(service, station -> House.policy(station).put("cancelUntilHours", 24 * 10));
        Lodging stay = house.book(Applicant.freshEmail()).confirmed();

        Reply page = press(stay, "cancel", Form.of()).expect(409);

        assertTrue(page.isHtml(), page::toString);
        assertTrue(page.text().contains("预订成功"), page::toString);
        assertEquals("confirmed", stay.status());
    }

    @Test
    void an_offered_room_is_accepted_or_declined_with_a_button() {
        for (String answer : new String[] {"accept", "decline"}) {
            House house = House.withOneRoom(
                    service,
                    station -> House.policy(station).putObject("waitlist").put("promotion", "offer"));
            Lodging first = house.book(Applicant.freshEmail()).confirmed();
            Lodging second = house.book(Applicant.freshEmail()).orWait().in("waitlisted");
            first.cancel().expect(200);
            service.local().settle();
            assertEquals("offered", second.status());

            press(second, answer, Form.of()).expect(303);

            assertEquals(answer.equals("accept") ? "confirmed" : "cancelled", second.status());
        }
    }

    @Test
    void the_stay_goes_into_a_calendar() {
        House house = House.open(service);
        Lodging stay = house.book(Applicant.freshEmail()).confirmed();

        Reply file = service.get(stay.path() + "/calendar.ics?lang=en&token=" + stay.token())
                .expect(200);

        assertTrue(file.contentType().startsWith("text/calendar"), file::toString);
        assertTrue(file.text().contains("METHOD:PUBLISH"), file::toString);
        assertTrue(file.text().contains("SUMMARY:Stay at Lotus Station"), file::toString);
        assertFalse(file.text().contains("ATTENDEE"), file::toString);
        service.get(stay.path() + "/calendar.ics").expect(404);
        stay.cancel().expect(200);
        service.get(stay.path() + "/calendar.ics?token=" + stay.token()).refused(409, "registration.state");
    }

    @Test
    void without_the_token_there_is_nothing() {
        House house = House.open(service);
        Lodging stay = house.book(Applicant.freshEmail()).confirmed();
        for (String token : new String[] {"", "?token=x"}) {
            Reply page = service.post(stay.path() + "/cancel" + token)
                    .form(Form.of("a", "b"))
                    .header("Accept", BROWSER)
                    .expect(404);
            assertFalse(page.text().contains("韩梅梅"), page::toString);
        }
        assertEquals("confirmed", stay.status());
    }

    private static Form form(House house, String email) {
        LocalDate tomorrow = house.today().plusDays(1);
        return Form.of(
                        "stationId", house.id(),
                        "roomType", "single",
                        "arrive", tomorrow.toString(),
                        "depart", tomorrow.plusDays(3).toString())
                .and("person.name", "韩梅梅")
                .and("person.email", email)
                .and("person.graduationDate", house.today().minusMonths(5).toString())
                .and("consent", "true")
                .and("locale", "zh");
    }

    private Call submit(Form form) {
        return submit(form, "");
    }

    private Call submit(Form form, String query) {
        return service.post("/stays" + query).form(form).header("Accept", BROWSER);
    }

    private Call press(Lodging stay, String button, Form form) {
        return service.post(stay.path() + "/" + button + "?token=" + stay.token())
                .form(form)
                .header("Accept", BROWSER);
    }
}
