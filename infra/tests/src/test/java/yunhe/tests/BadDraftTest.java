package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an organiser may get wrong. */
class BadDraftTest {

    private final Service service = Service.shared();

    @Test
    void required_fields_are_named() {
        for (String field : List.of("kind", "title", "startsAt", "endsAt", "groups")) {
            service.draft().without(field).post().refusedField(field, "required");
        }
        service.draft().with("title", Json.of("{}")).post().refusedField("title");
        service.draft().with("title", Json.of("{'zh':' '}")).post().expect(400);
    }

    @Test
    void times_that_do_not_exist_are_refused() {
        for (String time : List.of(
                "2027-02-30T14:00:00+08:00",
                "2027-13-01T14:00:00+08:00",
                "2027-01-01T25:00:00+08:00",
                "2027-01-01",
                "2027-01-01T14:00:00",
                "tomorrow",
                "1798783200")) {
            service.draft().with("startsAt", time).post().refusedField("startsAt", "format");
        }
        service.draft().with("startsAt", 1798783200L).post().refusedField("startsAt");
    }

    @Test
    void times_out_of_order_are_refused() {
        Draft draft = service.draft();
        draft.with("endsAt", draft.startsAt().minusHours(1));
        names(draft.post(), "endsAt", "startsAt");

        Draft noTime = service.draft();
        noTime.with("endsAt", noTime.startsAt());
        names(noTime.post(), "endsAt", "startsAt");

        Draft neverOpen = service.draft();
        neverOpen
                .with("registrationOpensAt", neverOpen.startsAt().minusDays(1))
                .with("registrationClosesAt", neverOpen.startsAt().minusDays(2));
        names(neverOpen.post(), "registrationClosesAt", "registrationOpensAt");
    }

    @Test
    void groups_are_between_one_and_twenty() {
        service.draft().groups().post().refusedField("groups");
        String[] tooMany = new String[42];
        for (int i = 0; i < 21; i++) {
            tooMany[2 * i] = "g" + i;
            tooMany[2 * i + 1] = "5";
        }
        service.draft().groups(tooMany).post().refusedField("groups");
        service.draft().groups("same", "1", "same", "1").post().expect(400);
    }

    @Test
    void capacities_are_between_nobody_and_a_hundred_thousand() {
        service.draft().places(0).post().expect(201);
        service.draft().places(100_000).post().expect(201);
        for (int capacity : List.of(-1, 100_001, Integer.MAX_VALUE)) {
            Reply reply = service.draft().places(capacity).post().refused(400, "body.invalid");
            assertEquals(
                    "out_of_range",
                    reply.json().path("errors").get(0).path("code").asText());
            assertTrue(reply.json().path("errors").get(0).path("field").asText().contains("capacity"), reply::toString);
        }
    }

    @Test
    void wrong_types_are_named() {
        service.draft().with("kind", "party").post().refusedField("kind");
        service.draft().with("kind", 7).post().refusedField("kind");
        service.draft().with("title", "Salon").post().refusedField("title");
        service.draft().with("groups", "all").post().refusedField("groups");
        service.draft().with("groups", Json.of("[7]")).post().expect(400);
        service.draft()
                .with("groups", Json.of("[{'id':'a','title':{'zh':'a'},'capacity':'ten'}]"))
                .post()
                .expect(400);
        service.draft()
                .with("groups", Json.of("[{'id':'a','title':{'zh':'a'},'capacity':1.5}]"))
                .post()
                .expect(400);
        service.draft().with("waitlist", 50).post().refusedField("waitlist");
        service.draft().with("approval", "perhaps").post().refusedField("approval");
        service.draft().with("timeZone", "Asia/Atlantis").post().refusedField("timeZone");
        service.draft().with("questions", Json.of("{}")).post().refusedField("questions");
        service.draft().with("reminders", Json.of("['soon']")).post().expect(400);
    }

    @Test
    void questions_that_cannot_be_asked_are_refused() {
        service.draft()
                .questions("{'id':'a','type':'riddle','label':{'zh':'甲'}}")
                .post()
                .expect(400);
        service.draft()
                .questions("{'id':'a','type':'choice','label':{'zh':'甲'}}")
                .post()
                .expect(400);
        service.draft().questions("{'type':'text','label':{'zh':'甲'}}").post().expect(400);
        service.draft().questions("{'id':'a','type':'text'}").post().expect(400);
        service.draft().questions(Questions.DIET, Questions.DIET).post().expect(400);
    }

    @Test
    void ages_out_of_order_are_refused() {
        service.draft()
                .with("eligibility.minAge", 36)
                .with("eligibility.maxAge", 35)
                .post()
                .expect(400);
        service.draft().with("eligibility.maxAge", -1).post().expect(400);
        service.draft().with("eligibility.maxAge", "old").post().expect(400);
    }

    @Test
    void a_draft_that_is_not_json_is_refused() {
        service.post("/admin/gatherings")
                .as("organiser")
                .body("{", "application/json")
                .refused(400, "body.malformed");
        service.post("/admin/gatherings").as("organiser").json(Json.of("[]")).expect(400);
        service.post("/admin/gatherings")
                .as("organiser")
                .form(Form.of("kind", "salon"))
                .refused(415, "body.unsupported");
    }

    private static void names(Call call, String either, String or) {
        Reply reply = call.refused(400, "body.invalid");
        List<String> fields = Json.texts(reply.json().path("errors"), "field");
        assertTrue(fields.contains(either) || fields.contains(or), reply::toString);
    }
}
