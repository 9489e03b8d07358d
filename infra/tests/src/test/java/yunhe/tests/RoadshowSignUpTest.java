package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a project and an investor say about themselves when they sign up. */
class RoadshowSignUpTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Service service = Service.shared();
    private final Activity show = service.roadshow().publish();

    @Test
    void a_profile_is_kept_as_it_was_given() {
        Applicant project = Applicant.project();
        Applicant investor = Applicant.investor();

        assertEquals(project.json().path("profile"), profile(show.confirmed(project)));
        assertEquals(investor.json().path("profile"), profile(show.confirmed(investor)));
        assertFalse(show.confirmed(Applicant.listener()).read().has("profile"));

        JsonNode seen = show.registrations("q=" + project.email()).getFirst();
        assertEquals(project.json().path("profile"), seen.path("profile"), "organisers see it");
        JsonNode masked = service.get(show.adminPath() + "/registrations?q=" + project.email())
                .as("staff")
                .expect(200)
                .json()
                .path("items");
        assertFalse(masked.toString().contains("8000000"), masked::toString);
    }

    @Test
    void sectors_alone_are_enough() {
        Registration project = show.confirmed(Applicant.project().with("profile", Json.of("{'sectors':['ai']}")));
        Registration investor = show.confirmed(Applicant.investor().with("profile", Json.of("{'sectors':['ai']}")));

        assertEquals(Json.of("{'sectors':['ai']}"), profile(project));
        assertEquals(Json.of("{'sectors':['ai'],'stages':[],'maxMeetings':20}"), profile(investor));
    }

    @Test
    void whoever_only_listens_needs_no_profile_and_gets_none() {
        Registration listener =
                show.confirmed(Applicant.listener().with("profile", Json.of("{'sectors':['ai'],'stage':'seed'}")));

        assertFalse(listener.read().has("profile"));
    }

    @Test
    void what_is_missing_is_named() {
        for (Applicant applicant : List.of(Applicant.project(), Applicant.investor())) {
            refused(applicant.without("profile"), "profile", "required");
        }
        for (Applicant applicant : List.of(Applicant.project(), Applicant.investor())) {
            refused(applicant.without("person.organisation"), "person.organisation", "required");
        }
        for (Applicant applicant : List.of(Applicant.project(), Applicant.investor())) {
            refused(applicant.without("profile.sectors"), "profile.sectors", "required");
            refused(applicant.with("profile.sectors", List.of()), "profile.sectors", "required");
        }
        refused(Applicant.project().in("women"), "group", "unknown_group");
    }

    @Test
    void what_is_unknown_is_named() {
        refused(Applicant.project().with("profile.sectors", List.of("ai", "tea")), "profile.sectors", "unknown_option");
        refused(Applicant.project().with("profile.stage", "d"), "profile.stage", "unknown_option");
        refused(Applicant.investor().with("profile.sectors", List.of("AI")), "profile.sectors", "unknown_option");
        refused(Applicant.investor().with("profile.stages", List.of("seed", "d")), "profile.stages", "unknown_option");
    }

    @Test
    void what_has_another_type_is_named() {
        refused(Applicant.project().with("profile", "ai"), "profile", "format");
        refused(Applicant.project().with("profile.sectors", "ai"), "profile.sectors", "format");
        refused(Applicant.project().with("profile.sectors", List.of(7)), "profile.sectors", "format");
        refused(Applicant.project().with("profile.stage", List.of("seed")), "profile.stage", "format");
        refused(Applicant.project().with("profile.pitch", "in a word"), "profile.pitch", "format");
        refused(Applicant.project().with("profile.pitch.zh", "长".repeat(501)), "profile.pitch.zh", "too_long");
        refused(Applicant.investor().with("profile.maxMeetings", "many"), "profile.maxMeetings", "format");
    }

    @Test
    void money_is_in_whole_yuan_and_the_most_is_not_below_the_least() {
        refused(Applicant.project().with("profile.seeking", -1), "profile.seeking", "out_of_range");
        refused(Applicant.project().with("profile.seeking", 0.5), "profile.seeking", "format");
        refused(Applicant.project().with("profile.seeking", 1_000_000_000_001L), "profile.seeking", "out_of_range");
        refused(Applicant.investor().with("profile.ticketMax", 999_999), "profile.ticketMax", "out_of_range");
        refused(Applicant.investor().with("profile.maxMeetings", 0), "profile.maxMeetings", "out_of_range");
        show.confirmed(Applicant.investor().with("profile.ticketMax", 1_000_000));
        show.confirmed(Applicant.project().with("profile.seeking", 0));
    }

    @Test
    void slides_are_behind_a_web_address() {
        for (String url :
                List.of("javascript:alert(1)", "data:text/html,x", "ftp://example.com/x", "//x", "slides", "https:")) {
            refused(Applicant.project().with("profile.deckUrl", url), "profile.deckUrl", "format");
        }
        refused(
                Applicant.project().with("profile.deckUrl", "https://example.com/" + "x".repeat(500)),
                "profile.deckUrl",
                "too_long");
    }

    @Test
    void a_profile_does_not_change() {
        Registration project = show.confirmed(Applicant.project());

        project.patch(Json.of("{'profile':{'sectors':['ai']}}")).refusedField("profile", "read_only");
        project.patch(Json.of("{'person':{'organisation':''}}")).refusedField("person.organisation", "required");
        assertEquals(
                "示例改名",
                project.patch(Json.of("{'person':{'organisation':'示例改名'}}"))
                        .expect(200)
                        .json()
                        .path("person")
                        .path("organisation")
                        .asText());
    }

    @Test
    void the_same_key_with_another_profile_is_another_request() {
        Applicant project = Applicant.project();
        Reply first = show.signUp(project).key("k").expect(201);

        assertEquals(first.get("id"), show.signUp(project).key("k").expect(201).get("id"));
        show.signUp(project.with("profile.seeking", 9_000_000)).key("k").refused(422, "idempotency.mismatch");
    }

    @Test
    void a_form_means_the_same_and_counts_money_in_wan() {
        Form project = Applicant.project()
                .without("profile")
                .form()
                .and("profile.sectors", "ai")
                .and("profile.sectors", "life-health")
                .and("profile.stage", "pre-a")
                .and("profile.seekingWan", "800")
                .and("profile.pitch.zh", "一句话介绍")
                .and("profile.deckUrl", "");
        Form investor = Applicant.investor()
                .without("profile")
                .form()
                .and("profile.sectors", "ai")
                .and("profile.stages", "seed")
                .and("profile.ticketMinWan", "0.5")
                .and("profile.ticketMaxWan", "1200");

        assertEquals(
                Json.of("{'sectors':['ai','life-health'],'stage':'pre-a','seeking':8000000,"
                        + "'pitch':{'zh':'一句话介绍','en':'一句话介绍'}}"),
                submit(project).expect(201).json().path("profile"));
        assertEquals(
                Json.of("{'sectors':['ai'],'stages':['seed'],'ticketMin':5000,'ticketMax':12000000,'maxMeetings':20}"),
                submit(investor).expect(201).json().path("profile"));
    }

    @Test
    void a_browser_is_sent_to_the_manage_page() {
        Applicant applicant = Applicant.project();

        Reply reply = submit(applicant.form()).header("Accept", BROWSER).expect(303);

        Reply page = service.get(reply.header("Location")).expect(200);
        assertTrue(page.text().contains(applicant.organisation()), page::toString);
    }

    @Test
    void a_refused_form_comes_back_with_what_was_typed() {
        Applicant applicant = Applicant.project();
        Form form = applicant
                .without("profile")
                .form()
                .and("profile.sectors", "ai")
                .and("profile.seekingWan", "viel")
                .and("profile.pitch.zh", "一句 <话>");

        Reply page = submit(form).header("Accept", BROWSER).expect(400);

        assertTrue(page.isHtml(), page::toString);
        assertTrue(page.text().contains("value=\"viel\""), page.text());
        assertTrue(page.text().contains("一句 &lt;话"), page.text());
        assertTrue(page.text().contains("value=\"" + applicant.organisation() + "\""), page.text());
        assertEquals(0, show.registrations("q=" + applicant.email()).size());
    }

    private Call submit(Form form) {
        return service.post(show.signUpPath()).form(form);
    }

    private void refused(Applicant applicant, String field, String code) {
        show.signUp(applicant).refusedField(field, code);
    }

    private static JsonNode profile(Registration registration) {
        return registration.read().path("profile");
    }
}
