package yunhe.gatherings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganiserTest {

    @RegisterExtension
    static final Deployment YUNHE = new Deployment();

    private static final String ALL = "/admin/gatherings";

    @Test
    void a_draft_has_every_default_and_can_be_sent_back_as_it_came() {
        var draft = YUNHE.organiser("POST", ALL, """
            {"kind":"city-walk","title":{"en":"A walk"},"startsAt":"2026-12-05T06:00:00Z",
             "endsAt":"2026-12-05T17:00:00+08:00","groups":[{"id":"all","capacity":10}]}\
            """);
        var json = draft.json();

        assertEquals(201, draft.status(), draft.body());
        assertEquals("city-walk", json.path("kind").asText());
        assertEquals("A walk", json.at("/title/zh").asText());
        assertEquals("Asia/Shanghai", json.path("timeZone").asText());
        assertEquals("2026-12-05T14:00:00+08:00", json.path("startsAt").asText());
        assertEquals(
                "2026-12-05T14:00:00+08:00", json.path("registrationClosesAt").asText());
        assertEquals("2026-12-05T14:00:00+08:00", json.path("cancelUntil").asText());
        assertEquals("automatic", json.path("approval").asText());
        assertEquals(50, json.at("/waitlist/capacity").asInt());
        assertEquals("[\"P1D\",\"PT2H\"]", json.path("reminders").toString());
        assertEquals("draft", json.path("state").asText());
        assertEquals(404, YUNHE.get("/gatherings/" + json.path("id").asText()).status());

        var put = YUNHE.organiser("PUT", ALL + "/" + json.path("id").asText(), draft.body(), "If-Match", "1");
        assertEquals(200, put.status(), put.body());
        var expected = draft.object().put("version", 2);
        assertEquals(expected, put.json());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /kind                  |                              | kind required
        /kind                  | "party"                      | kind unknown_option
        /title                 |                              | title required
        /title                 | "text"                       | title format
        /groups                |                              | groups required
        /groups                | []                           | groups out_of_range
        /groups                | [{"id":"a b","capacity":1}]  | groups[0].id format
        /groups                | [{"id":"a","capacity":1},{"id":"a","capacity":1}] | groups[1].id format
        /groups                | [{"id":"a","capacity":100001}] | groups[0].capacity out_of_range
        /groups                | [{"id":"a","capacity":"3"}]  | groups[0].capacity format
        /groups                | [{"id":"a"}]                 | groups[0].capacity required
        /timeZone              | "Mars/Phobos"                | timeZone unknown_option
        /startsAt              | "2026-12-05T14:00:00"        | startsAt format
        /startsAt              | "2026-02-30T14:00:00+08:00"  | startsAt format
        /endsAt                | "2026-12-05T14:00:00+08:00"  | endsAt out_of_range
        /registrationOpensAt   | "2026-12-05T14:00:00+08:00"  | registrationOpensAt out_of_range
        /registrationClosesAt  | "2026-12-06T14:00:00+08:00"  | registrationClosesAt out_of_range
        /cancelUntil           | "2026-12-06T14:00:00+08:00"  | cancelUntil out_of_range
        /approval              | "never"                      | approval unknown_option
        /waitlist              | {"promotion":"auction"}      | waitlist.promotion unknown_option
        /waitlist              | {"capacity":-1}              | waitlist.capacity out_of_range
        /eligibility           | {"minAge":40,"maxAge":30}    | eligibility.maxAge out_of_range
        /reminders             | ["tomorrow"]                 | reminders[0] format
        /reminders             | ["P1D","P-1D"]               | reminders[1] format
        /questions             | [{"id":"a","type":"choice","label":{"zh":"a"}}] | questions[0].options required
        /questions             | [{"id":"a","type":"colour","label":{"zh":"a"}}] | questions[0].type unknown_option
        """)
    void a_wrong_field_of_an_activity_is_named(String pointer, String value, String errors) {
        var answer = YUNHE.organiser("POST", ALL, Bodies.gathering(pointer, value == null ? "" : value));
        assertEquals(400, answer.status(), answer.body());
        assertEquals(errors, answer.errors());
    }

    @Test
    void roles_are_asked_for() {
        assertEquals(401, YUNHE.nobody("GET", ALL).status());
        assertEquals(403, YUNHE.as("[staff]", "POST", ALL, Bodies.gathering()).status());
        assertEquals(403, YUNHE.as("[guest]", "GET", ALL, "").status());
        assertEquals(
                201, YUNHE.as("staff admin", "POST", ALL, Bodies.gathering()).status());
    }

    @Test
    void publishing_and_cancelling_twice_is_doing_it_once() {
        var id = YUNHE.organiser("POST", ALL, Bodies.gathering()).text("id");
        var published = YUNHE.organiser("POST", ALL + "/" + id + "/publish", "");
        assertEquals(
                published.body(),
                YUNHE.organiser("POST", ALL + "/" + id + "/publish", "").body());
        assertEquals("open", published.text("state"));
        assertTrue(YUNHE.get("/gatherings").body().contains(id));

        assertEquals(
                "reason required",
                YUNHE.organiser("POST", ALL + "/" + id + "/cancel", "{}").errors());
        var cancelled = YUNHE.organiser("POST", ALL + "/" + id + "/cancel", "{\"reason\":{\"zh\":\"台风\"}}");
        assertEquals(200, cancelled.status());
        assertEquals(
                cancelled.body(),
                YUNHE.organiser("POST", ALL + "/" + id + "/cancel", "{}").body());
        assertEquals(
                "registration.state",
                YUNHE.organiser("POST", ALL + "/" + id + "/publish", "").code());
        assertEquals("cancelled", YUNHE.get("/gatherings/" + id).text("state"));
        assertFalse(YUNHE.get("/gatherings").body().contains(id));
        var signUp = YUNHE.json("POST", "/gatherings/" + id + "/registrations", Bodies.signUp());
        assertEquals("activity.cancelled", signUp.code());
    }

    @Test
    void once_published_everything_may_change_but_a_group_that_is_there_stays() {
        var id = YUNHE.published();
        var path = ALL + "/" + id;
        var more = YUNHE.organiser(
                "PUT",
                path,
                Bodies.gathering("/groups/0/capacity", "5", "/title/en", "\"New\"", "/waitlist/capacity", "9"),
                "If-Match",
                "\"2\"");
        var later = YUNHE.organiser(
                "PUT",
                path,
                Bodies.gathering(
                        "/endsAt", "\"2026-12-05T18:00:00+08:00\"", "/kind", "\"salon\"", "/groups/0/capacity", "5"),
                "If-Match",
                "3");
        var renamed = YUNHE.organiser("PUT", path, Bodies.gathering("/groups/0/id", "\"others\""), "If-Match", "4");

        assertEquals(200, more.status(), more.body());
        assertEquals(
                5, YUNHE.get("/gatherings/" + id).json().at("/groups/0/free").asInt());
        assertEquals(200, later.status(), later.body());
        assertEquals("groups read_only", renamed.errors());
        assertEquals(428, YUNHE.organiser("PUT", path, Bodies.gathering()).status());
        assertEquals(
                "version.stale",
                YUNHE.organiser("PUT", path, Bodies.gathering(), "If-Match", "2")
                        .code());
    }

    @Test
    void staff_see_masked_people_and_organisers_leave_a_trace() {
        var id = YUNHE.published();
        YUNHE.json(
                "POST", "/gatherings/" + id + "/registrations", Bodies.signUp("/person/phone", "\"+8613800000001\""));
        YUNHE.json(
                "POST",
                "/gatherings/" + id + "/registrations",
                Bodies.signUp(
                        "/group",
                        "\"men\"",
                        "/person/name",
                        "\"Anna Schmidt\"",
                        "/person/email",
                        "\"anna@example.com\""));
        var path = ALL + "/" + id + "/registrations";
        var masked = YUNHE.as("staff", "GET", path + "?group=women", "");
        var full = YUNHE.organiser("GET", path + "?q=ANNA%40", "");
        var audit =
                YUNHE.organiser("GET", "/admin/audit?subject=" + id, "").json().path("items");

        assertEquals("韩*梅", masked.json().at("/items/0/person/name").asText());
        assertEquals("+86138****0001", masked.json().at("/items/0/person/phone").asText());
        assertFalse(masked.body().contains("han@example.com"));
        assertEquals(1, full.json().path("items").size());
        assertEquals("anna@example.com", full.json().at("/items/0/person/email").asText());
        assertFalse(full.json().at("/items/0").has("token"));
        var actions = new ArrayList<String>();
        audit.forEach(entry -> actions.add(
                entry.path("actor").asText() + " " + entry.path("action").asText()));
        assertEquals(List.of("mei activity.created", "mei activity.published", "mei registrations.listed"), actions);
        assertEquals(
                "status unknown_option",
                YUNHE.organiser("GET", path + "?status=odd", "").errors());
        assertEquals(
                "group unknown_group",
                YUNHE.organiser("GET", path + "?group=odd", "").errors());
    }

    @Test
    void a_list_goes_on_where_it_stopped() {
        var id = YUNHE.published();
        for (int i = 0; i < 5; i++) {
            YUNHE.json(
                    "POST",
                    "/gatherings/" + id + "/registrations",
                    Bodies.signUp("/group", "\"men\"", "/person/email", "\"a%d@example.com\"".formatted(i)));
        }
        var path = ALL + "/" + id + "/registrations?limit=2";
        var first = YUNHE.organiser("GET", path, "").json();
        var second = YUNHE.organiser(
                        "GET", path + "&cursor=" + first.path("next").asText(), "")
                .json();
        var third = YUNHE.organiser(
                        "GET", path + "&cursor=" + second.path("next").asText(), "")
                .json();

        assertEquals(2, first.path("items").size());
        assertEquals(2, second.path("items").size());
        assertEquals(1, third.path("items").size());
        assertTrue(third.path("next").isNull());
        assertEquals(
                "limit out_of_range",
                YUNHE.organiser("GET", ALL + "?limit=201", "").errors());
        assertEquals(
                "cursor format", YUNHE.organiser("GET", ALL + "?cursor=%21", "").errors());
    }

    @Test
    void an_organiser_cancels_a_registration_at_any_time() {
        var id = YUNHE.published("/cancelUntil", "\"2026-11-01T00:00:00Z\"");
        var rid = YUNHE.json("POST", "/gatherings/" + id + "/registrations", Bodies.signUp())
                .text("id");
        var path = ALL + "/" + id + "/registrations/" + rid + "/cancel";
        var cancelled = YUNHE.organiser("POST", path, "{\"reason\":{\"zh\":\"重复\"}}");

        assertEquals("cancelled", cancelled.text("status"), cancelled.body());
        assertEquals(cancelled.body(), YUNHE.organiser("POST", path, "").body());
        var audit =
                YUNHE.organiser("GET", "/admin/audit?subject=" + rid, "").json().path("items");
        assertEquals(2, audit.size(), "who asks again reads, and that is written down as well");
    }

    @Test
    void who_has_the_page_already_is_told_so() {
        var id = YUNHE.published();
        var page = YUNHE.get("/gatherings/" + id);
        var tag = page.headers().get("etag");
        var same = YUNHE.get("/gatherings/" + id, "If-None-Match", "\"other\", W/" + tag);
        YUNHE.json("POST", "/gatherings/" + id + "/registrations", Bodies.signUp());
        var changed = YUNHE.get("/gatherings/" + id, "If-None-Match", tag);

        assertEquals(304, same.status());
        assertEquals("", same.body());
        assertEquals(200, changed.status());
    }
}
