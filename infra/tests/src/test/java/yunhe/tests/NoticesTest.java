package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was told and what was not, as an organiser reads it. */
class NoticesTest {

    /** The gateway of the local runner knows nobody under this number. */
    private static final String NOBODYS = "+8619900000410";

    private static final String STAY = "stay_AAAAAAAAAAEAAFE0ASNFZ4mrze8AAAAq";

    private final Service service = Service.shared();

    @Test
    void an_organiser_sees_what_was_told_about_a_registration() {
        Registration han = service.draft().publish().confirmed(Applicant.someone());
        service.local().settle();
        han.cancel();
        service.local().settle();

        List<JsonNode> notices = notices("about=" + han.id());
        assertEquals(
                List.of("registration.cancelled", "registration.confirmed"),
                notices.stream().map(it -> it.path("kind").asText()).sorted().toList());
        for (JsonNode notice : notices) {
            assertEquals("sent", notice.path("status").asText());
            assertEquals("mail", notice.path("channel").asText());
            assertEquals(han.id(), notice.path("about").asText());
        }
        assertEquals(List.of(), notices("about=" + han.id() + "&status=failed"));
        JsonNode first = list("about=" + han.id() + "&limit=1");
        JsonNode second = list(
                "about=" + han.id() + "&limit=1&cursor=" + first.path("next").asText());
        assertEquals(List.of(notices.get(0)), Json.list(first.path("items")));
        assertEquals(List.of(notices.get(1)), Json.list(second.path("items")));
    }

    @Test
    void whom_nothing_reaches_is_listed_and_marked_and_can_be_tried_again() {
        Activity activity = service.draft().publish();
        Registration nobody = activity.confirmed(Applicant.withPhoneOnly().with("person.phone", NOBODYS));
        Registration han = activity.confirmed(Applicant.someone());
        service.local().settle();

        JsonNode failed = notices("about=" + nobody.id()).getFirst();
        assertEquals("failed", failed.path("status").asText());
        assertEquals("http 410", failed.path("reason").asText());
        assertEquals("sms", failed.path("channel").asText());
        assertTrue(notices("status=failed&limit=200").contains(failed));
        assertEquals("http 410", mark(activity, nobody).path("reason").asText());
        assertTrue(mark(activity, han).isMissingNode());
        for (JsonNode seen : Json.list(service.get(activity.adminPath() + "/registrations")
                .as("staff")
                .expect(200)
                .json()
                .path("items"))) {
            assertTrue(seen.path("unreachable").isMissingNode(), "staff see no more than they need");
        }

        String retry = "/admin/notices/" + failed.path("id").asText() + "/retry";
        service.post(retry).as("staff").refused(403, "forbidden");
        assertEquals(
                nobody.id(), service.post(retry).as("organiser").expect(200).get("about"));
        service.local().settle();
        JsonNode again = notices("about=" + nobody.id()).getFirst();
        assertEquals("failed", again.path("status").asText());
        assertTrue(again.path("at").asText().compareTo(failed.path("at").asText()) > 0, "it was tried again");
        assertEquals("http 410", mark(activity, nobody).path("reason").asText());
        assertTrue(Json.texts(
                        service.get("/admin/audit?subject=" + nobody.id())
                                .as("organiser")
                                .expect(200)
                                .json()
                                .path("items"),
                        "action")
                .contains("notice.retried"));
    }

    @Test
    void what_never_failed_or_never_was_cannot_be_tried_again() {
        Registration han = service.draft().publish().confirmed(Applicant.someone());
        service.local().settle();
        String id = notices("about=" + han.id()).getFirst().path("id").asText();
        assertTrue(id.matches("[A-Za-z0-9_-]{1,40}"), id);
        service.post("/admin/notices/" + id + "/retry").as("organiser").refused(409, "registration.state");
        service.post("/admin/notices/nothing/retry").as("organiser").refused(404, "not_found");
    }

    @Test
    void a_status_or_registration_that_cannot_be_is_refused() {
        service.get("/admin/notices?status=lost").as("organiser").refusedField("status", "unknown_option");
        service.get("/admin/notices?about=somebody").as("organiser").refusedField("about", "format");
        service.get("/admin/notices?about=" + STAY + "A").as("organiser").refusedField("about", "format");
        service.get("/admin/notices?limit=0").as("organiser").refusedField("limit");
        service.get("/admin/notices").as("staff").refused(403, "forbidden");
        assertEquals(401, service.get("/admin/notices").send().status());
    }

    @Test
    void a_stay_of_which_nothing_was_told_has_an_empty_list() {
        assertEquals(List.of(), notices("about=" + STAY));
        assertEquals(List.of(), notices("about=" + STAY + "&status=failed"));
        service.post("/admin/notices/nAAAAAAAAAAEAAFE0ASNFZ4mrze8AAAAqFQAAAAI/retry")
                .as("organiser")
                .refused(404, "not_found");
    }

    @Test
    void everything_of_everybody_is_found_page_by_page() {
        Registration han = service.draft().publish().confirmed(Applicant.someone());
        service.local().settle();
        String wanted = notices("about=" + han.id()).getFirst().path("id").asText();
        String cursor = "";
        boolean found = false;
        do {
            JsonNode page = list("status=sent&limit=200" + cursor);
            found |= Json.texts(page.path("items"), "id").contains(wanted);
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        assertTrue(found);
    }

    private JsonNode mark(Activity activity, Registration registration) {
        return activity.registrations().stream()
                .filter(each -> each.path("id").asText().equals(registration.id()))
                .findFirst()
                .orElseThrow()
                .path("unreachable");
    }

    private List<JsonNode> notices(String query) {
        return Json.list(list(query).path("items"));
    }

    private JsonNode list(String query) {
        return service.get("/admin/notices?" + query)
                .as("organiser")
                .expect(200)
                .json();
    }
}
