package yunhe.gatherings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignUpTest {

    @RegisterExtension
    static final Deployment YUNHE = new Deployment();

    @Test
    void whoever_finds_a_place_gets_a_ticket_and_a_manage_link() {
        var id = YUNHE.published();
        var answer = YUNHE.json("POST", path(id), Bodies.signUp("/person/phone", "\"138 0000 0001\""));

        assertEquals(201, answer.status(), answer.body());
        var registration = answer.json();
        assertEquals("confirmed", registration.path("status").asText());
        assertEquals(id, registration.path("activityId").asText());
        assertEquals("+8613800000001", registration.at("/person/phone").asText());
        assertEquals("none", registration.at("/answers/diet").asText());
        assertEquals(
                YUNHE.now(),
                OffsetDateTime.parse(registration.path("createdAt").asText()).toInstant());
        assertFalse(registration.has("waitlistPosition"));
        var rid = registration.path("id").asText();
        var token = registration.path("token").asText();
        assertEquals(
                "https://yunhe.example.org/m/" + rid + "?token=" + token,
                registration.path("manageUrl").asText());
        assertEquals(
                "/tickets/" + registration.path("ticket").asText() + ".svg",
                registration.path("ticketUrl").asText());
        assertTrue(registration
                .path("calendarUrl")
                .asText()
                .startsWith("https://yunhe.example.org" + path(id) + "/" + rid + "/calendar.ics?token="));
        assertEquals("no-store", answer.headers().get("cache-control"));
    }

    @Test
    void who_comes_after_the_last_place_waits_in_order_until_the_line_is_full() {
        var id = YUNHE.published();
        YUNHE.json("POST", path(id), Bodies.signUp());
        var second = YUNHE.json("POST", path(id), Bodies.signUp("/person/email", "\"second@example.com\""));
        YUNHE.passTime(Duration.ofSeconds(1));
        var third = YUNHE.json("POST", path(id), Bodies.signUp("/person/email", "\"third@example.com\""));
        var fourth = YUNHE.json("POST", path(id), Bodies.signUp("/person/email", "\"fourth@example.com\""));

        assertEquals("waitlisted", second.text("status"));
        assertEquals(1, second.json().path("waitlistPosition").asInt());
        assertFalse(second.json().has("ticket"));
        assertEquals(2, third.json().path("waitlistPosition").asInt());
        assertEquals(409, fourth.status());
        assertEquals("activity.full", fourth.code());
        var page = YUNHE.get("/gatherings/" + id).json();
        assertEquals("open", page.path("state").asText());
        assertEquals(0, page.at("/groups/0/free").asInt());
        assertEquals(2, page.at("/groups/0/waiting").asInt());
    }

    @Test
    void the_same_request_gets_the_same_registration_and_another_body_is_refused() {
        var id = YUNHE.published();
        var first = YUNHE.json("POST", path(id), Bodies.signUp(), "Idempotency-Key", "k1");
        var asForm = YUNHE.form(
                path(id),
                "group=women&person.name=%E9%9F%A9%E6%A2%85%E6%A2%85+&person.email=HAN%40example.com"
                    + "&person.birthDate=1998-03-01&answers.diet=none&answers.note=&consent=on&locale=zh&requestId=k1");
        var other =
                YUNHE.json("POST", path(id), Bodies.signUp("/answers/diet", "\"vegetarian\""), "Idempotency-Key", "k1");
        var otherKey = YUNHE.json("POST", path(id), Bodies.signUp(), "Idempotency-Key", "k2");

        assertEquals(201, asForm.status(), asForm.body());
        assertEquals(first.text("id"), asForm.text("id"));
        assertEquals(first.text("token"), asForm.text("token"));
        assertEquals(422, other.status());
        assertEquals("idempotency.mismatch", other.code());
        assertEquals("already_registered", otherKey.code());
    }

    @Test
    void a_browser_is_sent_to_the_manage_page_or_shown_its_form_again() {
        var id = YUNHE.published();
        var form = "group=women&person.name=Anna+Schmidt&person.email=anna%40example.com&answers.diet=none&consent=on";
        var again = YUNHE.form(path(id), form, "Accept", "text/html,*/*;q=0.8", "Accept-Language", "en");
        var done = YUNHE.form(path(id), form + "&person.birthDate=1998-03-01", "Accept", "text/html,*/*;q=0.8");

        assertEquals(400, again.status());
        assertTrue(again.body().contains("anna@example.com"), "what was typed is kept");
        assertTrue(again.body().contains("Date of birth is missing."));
        assertEquals(303, done.status());
        assertTrue(done.headers().get("location").startsWith("/m/reg_"));
    }

    @Test
    void whoever_is_too_old_is_told_which_rule_says_so() {
        var id = YUNHE.published();
        var answer = YUNHE.json(
                "POST", path(id), Bodies.signUp("/person/birthDate", "\"1990-12-05\""), "Accept-Language", "en");
        var lastDay = YUNHE.json("POST", path(id), Bodies.signUp("/person/birthDate", "\"1990-12-06\""));

        assertEquals(422, answer.status());
        assertEquals("not_eligible", answer.code());
        assertEquals("person.birthDate maxAge", answer.errors());
        assertTrue(answer.body().contains("at most 35"));
        assertEquals(201, lastDay.status());
    }

    @Test
    void nobody_signs_up_before_opening_or_from_the_closing_moment_on() {
        var opensAt = YUNHE.now()
                .plus(Duration.ofHours(1))
                .atOffset(ZoneOffset.ofHours(8))
                .toString();
        var id = YUNHE.published(
                "/registrationOpensAt", '"' + opensAt + '"',
                "/registrationClosesAt",
                        '"' + YUNHE.now().plus(Duration.ofHours(2)).toString() + '"');
        var early = YUNHE.json("POST", path(id), Bodies.signUp());
        YUNHE.passTime(Duration.ofHours(1));
        var inTime = YUNHE.json("POST", path(id), Bodies.signUp(), "Idempotency-Key", "k");
        YUNHE.passTime(Duration.ofHours(1));
        var late = YUNHE.json("POST", path(id), Bodies.signUp("/person/email", "\"late@example.com\""));
        var repeated = YUNHE.json("POST", path(id), Bodies.signUp(), "Idempotency-Key", "k");

        assertEquals(423, early.status());
        assertTrue(early.text("opensAt").endsWith("+08:00"), early.body());
        assertEquals(201, inTime.status());
        assertEquals(410, late.status());
        assertEquals("registration.closed", late.code());
        assertEquals(inTime.text("id"), repeated.text("id"));
    }

    @Test
    void a_program_that_fills_the_hidden_field_is_thanked_and_forgotten() {
        var id = YUNHE.published();
        var answer = YUNHE.json("POST", path(id), Bodies.signUp("/leave_this_empty", "\"x\""));
        var afterwards = YUNHE.json("POST", path(id), Bodies.signUp());

        assertEquals(201, answer.status());
        assertEquals("confirmed", answer.text("status"));
        assertEquals(201, afterwards.status());
        assertNotEquals(answer.text("id"), afterwards.text("id"));
        assertEquals(
                404,
                YUNHE.get(path(id) + "/" + answer.text("id") + "?token=" + answer.text("token"))
                        .status());
    }

    private static String path(String id) {
        return "/gatherings/" + id + "/registrations";
    }
}
