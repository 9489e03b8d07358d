package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sign-ups that somebody decides about. */
class ReviewTest {

    private final Service service = Service.shared();

    @Test
    void an_application_is_held_decided_edited_and_decided_again() {
        Activity activity = reviewed(1);
        Applicant han = Applicant.someone();
        Registration mine = pending(activity, han);
        service.local().settle();
        assertEquals(0, activity.free());
        assertFalse(mine.read().has("ticket"));

        assertEquals(
                "confirmed", decide(mine, "{'decision':'approve'}").expect(200).get("status"));
        assertTrue(mine.read().has("ticket"));
        service.local().settle();

        assertEquals(
                "pending",
                mine.patch(Json.of("{'person':{'organisation':'运河实验室'}}"))
                        .expect(200)
                        .get("status"));
        assertEquals(0, activity.free());
        service.local().settle();
        assertEquals(
                "confirmed", decide(mine, "{'decision':'approve'}").expect(200).get("status"));

        List<String> kinds = service.local().kindsTo(han.email());
        assertEquals(
                List.of(
                        "registration.confirmed",
                        "registration.confirmed",
                        "registration.pending",
                        "registration.pending"),
                kinds);
    }

    @Test
    void of_two_who_apply_for_one_place_only_one_can_be_approved() {
        Activity activity = reviewed(1);
        Registration first = pending(activity, Applicant.someone());
        Registration second = activity.waitlisted(Applicant.someone());

        decide(second, "{'decision':'approve'}").refused(409, "registration.state");
        decide(first, "{'decision':'approve'}").expect(200);
        service.local().settle();

        assertEquals("waitlisted", second.status());
        assertEquals(0, activity.free());
    }

    @Test
    void a_rejected_one_makes_way_and_reads_the_reason_on_its_page() {
        Activity activity = reviewed(1);
        Applicant han = Applicant.someone();
        Registration first = pending(activity, han);
        Registration second = activity.waitlisted(Applicant.someone());

        decide(first, "{'decision':'reject','reason':{'zh':'面向 <AI> 从业者','en':'For people in <AI>'}}")
                .expect(200);
        service.local().settle();

        assertEquals("rejected", first.status());
        assertEquals("pending", second.status(), "whoever moves up is reviewed too");
        String page = service.get(first.page() + "&lang=en").expect(200).text();
        assertTrue(page.contains("For people in &lt;AI&gt;"), page);
        assertTrue(service.local().kindsTo(han.email()).contains("registration.rejected"));

        JsonNode again = decide(first, "{'decision':'reopen'}").expect(200).json();
        assertEquals("waitlisted", again.path("status").asText());
        assertEquals(1, first.position());
    }

    @Test
    void of_two_reviewers_at_once_one_decides_and_the_other_is_stale() {
        Activity activity = reviewed(5);
        for (int round = 0; round < 5; round++) {
            Registration mine = pending(activity, Applicant.someone());
            List<Reply> replies = Together.all(
                    2,
                    i -> service.post(path(mine))
                            .as("organiser", i == 0 ? "mei" : "lei")
                            .header("If-Match", "1")
                            .json(Json.of(i == 0 ? "{'decision':'approve'}" : "{'decision':'reject'}"))
                            .send());

            assertEquals(
                    List.of(200, 409),
                    replies.stream().map(Reply::status).sorted().toList());
            Reply loser = replies.stream()
                    .filter(it -> it.status() == 409)
                    .findFirst()
                    .orElseThrow();
            assertEquals("version.stale", loser.get("code"));
        }
    }

    @Test
    void a_hundred_are_decided_in_one_call() {
        Activity activity =
                service.draft().places(100).with("approval", "review").publish();
        List<Registration> people = Together.all(100, i -> pending(activity, Applicant.someone()));
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("items");
        for (int i = 0; i < people.size(); i++) {
            items.addObject()
                    .put("id", people.get(i).id())
                    .put("decision", i % 10 == 0 ? "reject" : "approve")
                    .put("version", i == 55 ? 9 : 1);
        }

        List<JsonNode> results =
                Json.list(many(activity, body).expect(200).json().path("results"));

        assertEquals(100, results.size());
        for (int i = 0; i < results.size(); i++) {
            assertEquals(people.get(i).id(), results.get(i).path("id").asText());
            String expected = i == 55 ? "" : i % 10 == 0 ? "rejected" : "confirmed";
            assertEquals(expected, results.get(i).path("status").asText());
        }
        assertEquals("version.stale", results.get(55).path("code").asText());
        assertEquals(89, activity.registrations("status=confirmed&limit=200").size());
        assertEquals(10, activity.free());
        items.addObject().put("id", "reg_one_too_many").put("decision", "approve");
        many(activity, body).refusedField("items", "out_of_range");
    }

    @Test
    void one_wrong_item_spoils_no_other() {
        Activity activity = reviewed(5);
        Registration mine = pending(activity, Applicant.someone());
        JsonNode body = Json.of("{'items':[7,{'id':'reg_x','decision':'approve'},{'id':'" + mine.id()
                + "','decision':'shrug'},{'id':'" + mine.id() + "','decision':'approve'},{'id':'" + mine.id()
                + "','decision':'approve'}]}");

        List<JsonNode> results =
                Json.list(many(activity, body).expect(200).json().path("results"));

        assertEquals(
                List.of("body.invalid", "not_found", "body.invalid", "", ""),
                results.stream().map(it -> it.path("code").asText()).toList());
        assertEquals("confirmed", mine.status());
        assertEquals(2, mine.read().path("version").asInt(), "named twice, decided once");
    }

    @Test
    void a_group_of_its_own_mind_is_reviewed_where_others_are_not() {
        Activity activity = service.draft()
                .groups("women", "2", "men", "2")
                .reviewed("women")
                .publish();

        assertEquals(
                "pending", activity.register(Applicant.someone().in("women")).status());
        assertEquals(
                "confirmed", activity.register(Applicant.someone().in("men")).status());
        assertTrue(service.get("/g/" + activity.id() + "?lang=en")
                .expect(200)
                .text()
                .contains("reviews sign-ups in: Group women."));
    }

    @Test
    void the_holder_can_be_changed_when_everything_is_sold_out() {
        Activity activity = service.draft().places(1).publish();
        Registration mine = activity.confirmed(Applicant.someone());
        activity.waitlisted(Applicant.someone());

        JsonNode changed =
                mine.patch(Json.of("{'person':{'name':'李雷'}}")).expect(200).json();
        service.local().settle();

        assertEquals("confirmed", changed.path("status").asText());
        assertEquals("李雷", mine.read().path("person").path("name").asText());
        assertEquals("confirmed", mine.status());
        assertEquals(0, activity.free());
    }

    @Test
    void joining_the_line_is_confirmed_at_the_address_that_was_typed() {
        Activity activity = service.draft().places(1).publish();
        activity.confirmed(Applicant.someone());
        Applicant han = Applicant.someone();
        activity.waitlisted(han);

        Mail mail = service.local().mails(han.email()).getFirst();
        assertEquals("registration.waitlisted", mail.kind());
        assertTrue(mail.text().contains(han.name()), mail::text);
        service.get(mail.manageLink()).expect(200);
    }

    private Activity reviewed(int places) {
        return service.draft().places(places).with("approval", "review").publish();
    }

    private static Registration pending(Activity activity, Applicant applicant) {
        Registration registration = activity.register(applicant);
        assertEquals("pending", registration.first().path("status").asText());
        return registration;
    }

    private static String path(Registration registration) {
        return registration.activity().adminPath() + "/registrations/" + registration.id() + "/decision";
    }

    private Call decide(Registration registration, String json) {
        return service.post(path(registration)).as("organiser").json(Json.of(json));
    }

    private Call many(Activity activity, JsonNode body) {
        return service.post(activity.adminPath() + "/registrations/decisions")
                .as("organiser")
                .json(body);
    }
}
