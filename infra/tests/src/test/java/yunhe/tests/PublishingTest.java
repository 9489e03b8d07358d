package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishingTest {

    private final Service service = Service.shared();

    @Test
    void a_draft_gets_the_defaults_of_the_contract() {
        JsonNode draft = service.draft().post().expect(201).json();

        assertTrue(draft.path("id").asText().startsWith("gath_"));
        assertEquals("Asia/Shanghai", draft.path("timeZone").asText());
        assertEquals("automatic", draft.path("approval").asText());
        assertEquals(50, draft.path("waitlist").path("capacity").asInt());
        assertEquals("automatic", draft.path("waitlist").path("promotion").asText());
        assertEquals(Json.of("['P1D','PT2H']"), draft.path("reminders"));
        assertSameInstant(draft.path("startsAt"), draft.path("registrationClosesAt"));
        assertSameInstant(draft.path("startsAt"), draft.path("cancelUntil"));
    }

    @Test
    void nobody_sees_a_draft() {
        Activity draft = service.draft().create();

        service.get(draft.path()).refused(404, "not_found");
        draft.signUp(Applicant.someone()).refused(404, "not_found");
        service.get("/g/" + draft.id()).expect(404);
        assertFalse(Json.texts(list(), "id").contains(draft.id()));
    }

    @Test
    void a_published_gathering_is_listed_and_read() {
        Activity activity = service.draft().groups("women", "30", "men", "20").publish();

        JsonNode read = activity.read();

        assertEquals("open", read.path("state").asText());
        assertEquals("运河边的产业沙龙", read.path("title").path("zh").asText());
        assertEquals(30, activity.group("women").path("free").asInt());
        assertEquals(20, activity.group("men").path("capacity").asInt());
        assertEquals(0, activity.group("men").path("waiting").asInt());
        assertTrue(Json.texts(list(), "id").contains(activity.id()));
    }

    @Test
    void a_missing_language_falls_back_to_the_other() {
        Activity activity =
                service.draft().with("title", Json.of("{'zh':'只有中文'}")).publish();

        String page =
                service.get("/g/" + activity.id() + "?lang=en").expect(200).text();

        assertTrue(page.contains("只有中文"));
    }

    @Test
    void the_list_is_in_the_order_of_startsAt() {
        service.draft().startingIn(Duration.ofDays(9)).publish();
        service.draft().startingIn(Duration.ofDays(3)).publish();
        service.draft().startingIn(Duration.ofDays(6)).publish();

        List<OffsetDateTime> starts = list().stream()
                .map(item -> OffsetDateTime.parse(item.path("startsAt").asText()))
                .toList();

        assertEquals(starts.stream().sorted().toList(), starts);
    }

    @Test
    void the_list_comes_in_pages() {
        service.draft().publish();
        service.draft().publish();
        service.draft().publish();

        List<JsonNode> byTwo = pages("/gatherings", 2);

        assertEquals(Json.texts(list(), "id"), Json.texts(byTwo, "id"));
        assertEquals(byTwo.size(), new HashSet<>(Json.texts(byTwo, "id")).size());
    }

    @Test
    void limits_are_from_one_to_two_hundred() {
        service.get("/gatherings?limit=1").expect(200);
        service.get("/gatherings?limit=200").expect(200);
        for (String limit : List.of("0", "201", "-1", "ten", "99999999999")) {
            service.get("/gatherings?limit=" + limit).refusedField("limit");
        }
    }

    @Test
    void a_cursor_that_was_made_up_does_no_harm() {
        for (String cursor : List.of("x", "eyJhIjoxfQ", "AAAA", "%F0%9F%98%80", "..%2F..")) {
            int status = service.get("/gatherings?cursor=" + cursor).send().status();
            assertTrue(status == 200 || status == 400, () -> cursor + " got " + status);
        }
    }

    @Test
    void the_etag_answers_304_until_something_changes() {
        Activity activity = service.draft().publish();
        String etag = service.get(activity.path()).expect(200).header("ETag");

        Reply unchanged =
                service.get(activity.path()).header("If-None-Match", etag).expect(304);
        assertEquals(0, unchanged.bytes().length);
        service.get(activity.path()).header("If-None-Match", "\"another\"").expect(200);
        service.get(activity.path())
                .header("If-None-Match", "\"another\", " + etag)
                .expect(304);

        activity.register(Applicant.someone());
        Reply changed =
                service.get(activity.path()).header("If-None-Match", etag).expect(200);
        assertNotEquals(etag, changed.header("ETag"));
    }

    @Test
    void publishing_again_answers_as_the_first_time() {
        Activity activity = service.draft().create();

        JsonNode first = activity.publish().json();
        JsonNode second = activity.publish().json();

        assertEquals(first, second);
    }

    @Test
    void a_cancelled_gathering_can_be_read_and_not_joined() {
        Activity activity = service.draft().publish();
        activity.register(Applicant.someone());

        activity.cancel();
        activity.cancel();

        assertEquals("cancelled", activity.state());
        assertFalse(Json.texts(list(), "id").contains(activity.id()));
        activity.signUp(Applicant.someone()).refused(410, "activity.cancelled");
        service.post(activity.adminPath() + "/publish").as("organiser").refused(409, "registration.state");
    }

    @Test
    void a_gathering_is_not_open_before_its_time() {
        Draft draft = service.draft();
        OffsetDateTime opens = draft.startsAt().minusDays(2);
        Activity activity = draft.with("registrationOpensAt", opens).publish();

        assertEquals("not_open", activity.state());
        JsonNode problem = activity.signUp(Applicant.someone())
                .refused(423, "registration.not_open")
                .json();
        assertEquals(
                opens.toInstant(),
                OffsetDateTime.parse(problem.path("opensAt").asText()).toInstant());
    }

    @Test
    void the_state_says_when_places_and_line_are_full() {
        Activity activity = service.draft().places(1).waitlist(1).publish();
        assertEquals("open", activity.state());

        activity.confirmed(Applicant.someone());
        assertEquals("full", activity.state());

        activity.waitlisted(Applicant.someone());
        assertEquals("waitlist_full", activity.state());
        assertEquals(0, activity.free());
        assertEquals(1, activity.waiting());
    }

    @Test
    void organisers_see_drafts_with_their_version() {
        Activity draft = service.draft().create();

        assertTrue(Json.texts(adminList(), "id").contains(draft.id()));
        JsonNode read =
                service.get(draft.adminPath()).as("organiser").expect(200).json();
        assertTrue(read.path("version").asInt() >= 1);
        service.get("/admin/gatherings/gath_none").as("organiser").refused(404, "not_found");
    }

    private List<JsonNode> list() {
        return pages("/gatherings", 200);
    }

    private List<JsonNode> adminList() {
        return pages("/admin/gatherings", 200);
    }

    private List<JsonNode> pages(String path, int limit) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Call call = service.get(path + "?limit=" + limit + cursor);
            JsonNode page = (path.startsWith("/admin") ? call.as("organiser") : call)
                    .expect(200)
                    .json();
            assertTrue(page.path("items").size() <= limit);
            items.addAll(Json.list(page.path("items")));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        return items;
    }

    private static void assertSameInstant(JsonNode expected, JsonNode actual) {
        assertEquals(
                OffsetDateTime.parse(expected.asText()).toInstant(),
                OffsetDateTime.parse(actual.asText()).toInstant());
    }
}
