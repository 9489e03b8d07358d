package yunhe.gatherings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yunhe.gatherings.Deployment.Answer;

class ReviewTest {

    @RegisterExtension
    static final Deployment YUNHE = new Deployment();

    @Test
    void an_application_is_pending_until_somebody_decides_and_the_same_again_is_answered_the_same() {
        var id = reviewed();
        var mine = signUp(id, "han@example.com");
        var approved = decide(mine, "{\"decision\":\"approve\"}");

        assertEquals("pending", mine.text("status"));
        assertFalse(mine.json().has("ticket"));
        assertEquals(200, approved.status(), approved.body());
        assertEquals("confirmed", approved.text("status"));
        assertEquals("approve", approved.text("decision"));
        assertEquals("mei", approved.text("decidedBy"));
        assertFalse(approved.json().has("token"));
        assertEquals(approved, decide(mine, "{\"decision\":\"approve\"}"));
        assertTrue(own(mine).json().has("ticket"));
        assertEquals(List.of("mei registration.approved", "mei registration.read"), audit(mine));
    }

    @Test
    void a_rejected_one_gives_its_place_back_keeps_the_reason_and_can_be_reopened() {
        var id = reviewed();
        var mine = signUp(id, "han@example.com");
        var waiter = signUp(id, "li@example.com");
        var rejected = decide(mine, "{\"decision\":\"reject\",\"reason\":{\"zh\":\"名额有限\"}}");
        YUNHE.promote(id, "women");

        assertEquals("waitlisted", waiter.text("status"));
        assertEquals("rejected", rejected.text("status"));
        assertEquals("名额有限", rejected.json().at("/reason/en").asText());
        assertEquals("pending", own(waiter).text("status"), "whoever moves up is reviewed too");
        assertEquals(
                "registration.state", decide(mine, "{\"decision\":\"approve\"}").code());
        var staff = YUNHE.as("staff", "GET", "/admin/gatherings/" + id + "/registrations", "");
        assertFalse(staff.body().contains("名额有限"), staff.body());

        var reopened = decide(mine, "{\"decision\":\"reopen\"}");
        assertEquals("waitlisted", reopened.text("status"), "its place is another's now");
        assertEquals(1, own(mine).json().path("waitlistPosition").asInt());
        assertEquals(reopened, decide(mine, "{\"decision\":\"reopen\"}"));
    }

    @Test
    void a_reviewer_who_has_seen_an_older_version_decides_nothing() {
        var mine = signUp(reviewed(), "han@example.com");
        var byHeader = YUNHE.organiser("POST", path(mine), "{\"decision\":\"approve\"}", "If-Match", "\"9\"");
        var byBody = decide(mine, "{\"decision\":\"reject\",\"version\":9}");
        var fresh = decide(mine, "{\"decision\":\"approve\",\"version\":1}");
        var late = decide(mine, "{\"decision\":\"reject\",\"version\":1}");

        assertEquals("version.stale", byHeader.code());
        assertEquals("version.stale", byBody.code());
        assertEquals("confirmed", fresh.text("status"));
        assertEquals(409, late.status());
        assertEquals("version.stale", late.code());
        assertEquals(fresh, decide(mine, "{\"decision\":\"approve\",\"version\":1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"decision\":\"maybe\"}", "{\"decision\":\"approve\",\"version\":\"x\"}", "[]"})
    void what_is_no_decision_is_refused(String body) {
        var mine = signUp(reviewed(), "han@example.com");

        assertEquals(400, decide(mine, body).status());
        assertEquals(403, YUNHE.as("staff", "POST", path(mine), body).status());
        assertEquals("pending", own(mine).text("status"));
    }

    @Test
    void many_are_decided_at_once_and_one_that_is_wrong_spoils_no_other() {
        var id = reviewed("/groups/0/capacity", "9");
        var a = signUp(id, "a@example.com").text("id");
        var b = signUp(id, "b@example.com").text("id");
        var c = signUp(id, "c@example.com").text("id");
        var elsewhere = signUp(reviewed(), "a@example.com").text("id");
        var answer = many(id, """
            {"id":"%s","decision":"approve","version":1},
            {"id":"%s","decision":"approve","version":7},
            {"id":"%s","decision":"approve"},
            {"id":"reg_nobody","decision":"approve"},
            {"id":"%s","decision":"perhaps"},
            {"decision":"approve"},
            "nonsense",
            {"id":"%s","decision":"approve","version":1},
            {"id":"%s","decision":"reject"},
            {"id":"%s","decision":"reject","reason":{"zh":"重复"}},
            {"id":"%s","decision":"reopen"}\
            """.formatted(a, b, elsewhere, c, a, a, c, b));

        assertEquals(200, answer.status(), answer.body());
        var results = new ArrayList<String>();
        answer.json()
                .path("results")
                .forEach(it ->
                        results.add(it.path("status").asText() + it.path("code").asText()));
        assertEquals(
                List.of(
                        "confirmed",
                        "version.stale",
                        "not_found",
                        "not_found",
                        "body.invalid",
                        "body.invalid",
                        "body.invalid",
                        "confirmed",
                        "version.stale",
                        "rejected",
                        "registration.state"),
                results);
        assertEquals(a, answer.json().at("/results/0/id").asText());
    }

    @Test
    void a_hundred_decisions_fit_into_one_call_and_no_more() {
        var id = reviewed();
        var one = "{\"id\":\"reg_x\",\"decision\":\"approve\"}";

        assertEquals(
                100,
                many(id, String.join(",", Collections.nCopies(100, one)))
                        .json()
                        .path("results")
                        .size());
        assertEquals(
                "items out_of_range",
                many(id, String.join(",", Collections.nCopies(101, one))).errors());
        assertEquals("items out_of_range", many(id, "").errors());
        var path = "/admin/gatherings/" + id + "/registrations/decisions";
        assertEquals("items required", YUNHE.organiser("POST", path, "{}").errors());
        assertEquals(
                "items format", YUNHE.organiser("POST", path, "{\"items\":{}}").errors());
        assertEquals(
                403,
                YUNHE.as("staff", "POST", path, "{\"items\":[" + one + "]}").status());
    }

    @Test
    void an_edit_of_an_approved_one_is_reviewed_again_and_keeps_its_place() {
        var id = reviewed("/groups/0/capacity", "1");
        var mine = signUp(id, "han@example.com");
        decide(mine, "{\"decision\":\"approve\"}");

        var language = patch(mine, "{\"locale\":\"en\"}");
        var nothing = patch(mine, "{\"person\":{\"name\":\"韩梅梅\"},\"answers\":{\"diet\":\"none\"}}");
        var edited = patch(mine, "{\"answers\":{\"diet\":\"vegetarian\",\"years\":3}}");

        assertEquals("confirmed", language.text("status"));
        assertEquals(3, language.json().path("version").asInt());
        assertEquals(language, nothing, "nothing is written where nothing differs");
        assertEquals("pending", edited.text("status"));
        assertEquals(0, free(id));
        assertEquals("confirmed", decide(mine, "{\"decision\":\"approve\"}").text("status"));
        assertEquals("confirmed", patch(mine, "{\"answers\":{\"years\":3.0}}").text("status"));
        assertEquals(
                "pending",
                patch(mine, "{\"person\":{\"organisation\":\"Canal Labs\"}}").text("status"));
        assertEquals(0, free(id));
    }

    @Test
    void the_name_can_be_changed_when_everything_is_taken_and_the_place_stays() {
        var id = YUNHE.published();
        var mine = signUp(id, "han@example.com");
        signUp(id, "li@example.com");
        var changed = patch(mine, "{\"person\":{\"name\":\"Li Lei\"}}");

        assertEquals("confirmed", changed.text("status"), "nobody reviews this one");
        assertEquals("Li Lei", changed.json().at("/person/name").asText());
        assertEquals(0, free(id));
    }

    @Test
    void the_reason_for_which_an_organiser_cancels_is_kept() {
        var id = reviewed();
        var mine = signUp(id, "han@example.com");
        var path = "/admin/gatherings/" + id + "/registrations/" + mine.text("id") + "/cancel";
        var cancelled = YUNHE.organiser("POST", path, "{\"reason\":{\"zh\":\"场地变小\",\"en\":\"A smaller room\"}}");

        assertEquals("cancelled", cancelled.text("status"), cancelled.body());
        assertEquals("A smaller room", cancelled.json().at("/reason/en").asText());
        assertEquals(cancelled, YUNHE.organiser("POST", path, "{\"reason\":{\"zh\":\"别的\"}}"));
        assertEquals(List.of("mei registration.cancelled", "mei registration.read"), audit(mine));
        var rejected = signUp(id, "li@example.com");
        decide(rejected, "{\"decision\":\"reject\"}");
        assertEquals(
                "registration.state",
                YUNHE.organiser(
                                "POST",
                                "/admin/gatherings/" + id + "/registrations/" + rejected.text("id") + "/cancel",
                                "")
                        .code());
    }

    private static String reviewed(String... changes) {
        var all = new ArrayList<>(List.of("/approval", "\"review\""));
        all.addAll(List.of(changes));
        return YUNHE.published(all.toArray(String[]::new));
    }

    private static Answer signUp(String id, String email) {
        return YUNHE.json(
                "POST", "/gatherings/" + id + "/registrations", Bodies.signUp("/person/email", '"' + email + '"'));
    }

    private static String path(Answer mine) {
        return "/admin/gatherings/" + mine.text("activityId") + "/registrations/" + mine.text("id") + "/decision";
    }

    private static Answer decide(Answer mine, String body) {
        return YUNHE.organiser("POST", path(mine), body);
    }

    private static Answer many(String id, String items) {
        return YUNHE.organiser(
                "POST", "/admin/gatherings/" + id + "/registrations/decisions", "{\"items\":[" + items + "]}");
    }

    private static Answer own(Answer mine) {
        return YUNHE.get(url(mine));
    }

    private static Answer patch(Answer mine, String body) {
        return YUNHE.json("PATCH", url(mine), body);
    }

    private static String url(Answer mine) {
        return "/gatherings/" + mine.text("activityId") + "/registrations/" + mine.text("id") + "?token="
                + mine.text("token");
    }

    private static int free(String id) {
        return YUNHE.get("/gatherings/" + id).json().at("/groups/0/free").asInt();
    }

    private static List<String> audit(Answer mine) {
        var entries = new ArrayList<String>();
        YUNHE.organiser("GET", "/admin/audit?subject=" + mine.text("id"), "")
                .json()
                .path("items")
                .forEach(it -> entries.add(
                        it.path("actor").asText() + " " + it.path("action").asText()));
        // Those of one moment stand in no order.
        entries.sort(null);
        return entries;
    }
}
