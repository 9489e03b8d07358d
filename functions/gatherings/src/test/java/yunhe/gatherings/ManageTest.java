package yunhe.gatherings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import yunhe.gatherings.Deployment.Answer;

class ManageTest {

    @RegisterExtension
    static final Deployment YUNHE = new Deployment();

    @Test
    void only_the_token_opens_a_registration() {
        var id = YUNHE.published();
        var other = YUNHE.published();
        var mine = signUp(id);
        var rid = mine.text("id");
        var token = mine.text("token");

        assertEquals(200, YUNHE.get(path(id, rid) + "?token=" + token).status());
        assertEquals(
                200,
                YUNHE.get(path(id, rid), "Authorization", "Bearer " + token).status());
        assertEquals(404, YUNHE.get(path(id, rid)).status());
        assertEquals(404, YUNHE.get(path(id, rid) + "?token=" + token + "x").status());
        assertEquals(404, YUNHE.get(path(other, rid) + "?token=" + token).status());
        assertEquals(404, YUNHE.visitor("DELETE", path(id, rid), "").status());
    }

    @Test
    void a_person_changes_what_is_theirs_to_change() {
        var mine = signUp(YUNHE.published());
        var changed = patch(
                mine,
                "{\"person\":{\"name\":\"Han Meimei\",\"organisation\":\"Canal"
                        + " Labs\"},\"locale\":\"en\",\"answers\":{\"years\":3,\"note\":\"hi\"}}");
        var taken = patch(mine, "{\"person\":{\"organisation\":null},\"answers\":{\"note\":null}}");
        var open = patch(mine, "{\"answers\":{\"diet\":null}}");
        var fixed =
                patch(mine, "{\"group\":\"men\",\"person\":{\"email\":\"new@example.com\"},\"status\":\"confirmed\"}");

        assertEquals(200, changed.status(), changed.body());
        assertEquals("Han Meimei", changed.json().at("/person/name").asText());
        assertEquals("none", changed.json().at("/answers/diet").asText());
        assertEquals(3, changed.json().at("/answers/years").asInt());
        assertEquals(2, changed.json().path("version").asInt());
        assertFalse(taken.json().path("person").has("organisation"));
        assertFalse(taken.json().path("answers").has("note"));
        assertEquals("answers.diet required", open.errors());
        assertEquals("group read_only, person.email read_only, status read_only", fixed.errors());
    }

    @Test
    void a_change_can_ask_for_the_version_it_has_seen() {
        var mine = signUp(YUNHE.published());
        var stale = YUNHE.json("PATCH", url(mine), "{\"locale\":\"en\"}", "If-Match", "\"7\"");
        var fresh = YUNHE.json("PATCH", url(mine), "{\"locale\":\"en\"}", "If-Match", "\"1\"");

        assertEquals("version.stale", stale.code());
        assertEquals(200, fresh.status());
    }

    @Test
    void cancelling_twice_is_cancelling_once_and_the_person_may_come_back() {
        var id = YUNHE.published();
        var mine = signUp(id);
        var cancelled = YUNHE.visitor("DELETE", url(mine), "");
        var again = YUNHE.visitor("DELETE", url(mine), "");
        var change = patch(mine, "{\"locale\":\"en\"}");
        var back = signUp(id);

        assertEquals("cancelled", cancelled.text("status"));
        assertFalse(cancelled.json().has("ticket"));
        assertEquals(cancelled.body(), again.body());
        assertEquals("registration.state", change.code());
        assertEquals("confirmed", back.text("status"));
        assertEquals("cancelled", YUNHE.get(url(mine)).text("status"));
    }

    @Test
    void from_the_last_moment_on_it_is_too_late_to_cancel() {
        var until = YUNHE.now().plus(Duration.ofHours(1));
        var mine = signUp(YUNHE.published("/cancelUntil", '"' + until.toString() + '"'));
        YUNHE.passTime(Duration.ofHours(1));
        var late = YUNHE.visitor("DELETE", url(mine), "");

        assertEquals(409, late.status());
        assertEquals("cancel.too_late", late.code());
    }

    @Test
    void the_buttons_of_the_manage_page_work_without_javascript() {
        var id = YUNHE.published();
        var mine = signUp(id);
        var rid = mine.text("id");
        var token = "?token=" + mine.text("token");
        var accept = new String[] {"Accept", "text/html"};
        var wrong = YUNHE.form(path(id, rid) + "/change" + token, "person.name=&answers.diet=vegetarian", accept);
        var changed =
                YUNHE.form(path(id, rid) + "/change" + token, "person.name=Li+Lei&answers.diet=vegetarian", accept);
        var cancelled = YUNHE.form(path(id, rid) + "/cancel" + token, "", accept);

        assertEquals(400, wrong.status());
        assertTrue(wrong.headers().get("content-type").startsWith("text/html"));
        assertEquals(303, changed.status(), changed.body());
        assertEquals(303, cancelled.status());
        assertEquals("/m/" + rid + token, cancelled.headers().get("location"));
        assertEquals("Li Lei", YUNHE.get(url(mine)).json().at("/person/name").asText());
    }

    @Test
    void the_calendar_entry_is_there_while_there_is_a_place() {
        var mine = signUp(YUNHE.published());
        var path = url(mine).replace("?", "/calendar.ics?");
        var file = YUNHE.get(path);
        YUNHE.visitor("DELETE", url(mine), "");

        assertEquals(200, file.status());
        assertTrue(file.headers().get("content-type").startsWith("text/calendar"));
        assertTrue(file.body().contains("METHOD:PUBLISH"));
        assertEquals(409, YUNHE.get(path).status());
    }

    @Test
    void asking_for_the_link_tells_nothing() {
        var id = YUNHE.published();
        signUp(id);
        var known = YUNHE.json("POST", path(id, "resend"), "{\"email\":\"HAN@example.com\"}");
        var unknown = YUNHE.json("POST", path(id, "resend"), "{\"email\":\"nobody@example.com\"}");
        var wrong = YUNHE.json("POST", path(id, "resend"), "{\"phone\":7}");
        var nowhere = YUNHE.json("POST", path("gath_AAAAAAAAAAA", "resend"), "{\"phone\":\"+8613800000001\"}");

        assertEquals(202, known.status());
        assertEquals(known, unknown);
        assertEquals(known, wrong);
        assertEquals(known, nowhere);
    }

    private static Answer signUp(String id) {
        return YUNHE.json("POST", "/gatherings/" + id + "/registrations", Bodies.signUp());
    }

    private static Answer patch(Answer mine, String body) {
        return YUNHE.json("PATCH", url(mine), body);
    }

    private static String url(Answer mine) {
        return path(mine.text("activityId"), mine.text("id")) + "?token=" + mine.text("token");
    }

    private static String path(String id, String rid) {
        return "/gatherings/" + id + "/registrations/" + rid;
    }
}
