package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class SignUpFormTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Service service = Service.shared();

    @Test
    void a_form_means_the_same_as_json() {
        Activity activity = service.draft().questions(Questions.OF_EVERY_TYPE).publish();
        Form form = Applicant.named("李雷")
                .with("person.organisation", "运河科技")
                .with("answers", Json.of("{'years':'3','diet':'none','topics':['ai','city']}"))
                .form();

        JsonNode reply = submit(activity, form).expect(201).json();

        assertEquals("confirmed", reply.path("status").asText());
        assertEquals("李雷", reply.path("person").path("name").asText());
        assertEquals(Json.of("{'years':3,'diet':'none','topics':['ai','city']}"), reply.path("answers"));
    }

    @Test
    void a_single_choice_of_several_is_a_list_of_one() {
        Activity activity = service.draft().questions(Questions.OF_EVERY_TYPE).publish();

        JsonNode reply = submit(activity, Applicant.someone().form().and("answers.topics", "ai"))
                .expect(201)
                .json();

        assertEquals(Json.of("['ai']"), reply.path("answers").path("topics"));
    }

    @Test
    void an_empty_field_is_an_absent_one() {
        Activity activity = service.draft().questions(Questions.OF_EVERY_TYPE).publish();

        JsonNode reply = submit(
                        activity,
                        Applicant.someone()
                                .form()
                                .and("person.phone", "")
                                .and("person.birthDate", "")
                                .and("answers.years", "")
                                .and("answers.work", ""))
                .expect(201)
                .json();

        assertFalse(reply.path("person").has("phone"));
        assertEquals(Json.of("{}"), reply.path("answers"));
    }

    @Test
    void an_empty_field_is_missing_where_one_is_due() {
        Activity activity = service.draft().publish();

        submit(activity, Applicant.someone().without("person.name").form().and("person.name", ""))
                .refusedField("person.name", "required");
    }

    @Test
    void a_name_that_comes_twice_is_an_error_where_one_is_due() {
        Activity activity = service.draft().questions(Questions.DIET).publish();

        submit(activity, Applicant.someone().with("answers.diet", "none").form().and("person.name", "李雷"))
                .refusedField("person.name");
        submit(activity, Applicant.someone().form().and("answers.diet", "none").and("answers.diet", "vegetarian"))
                .refusedField("answers.diet");
    }

    @Test
    void a_browser_is_sent_to_the_manage_page() {
        Activity activity = service.draft().publish();

        Reply reply = submit(activity, Applicant.named("Anna Schmidt").form())
                .header("Accept", BROWSER)
                .expect(303);

        String location = reply.header("Location");
        assertTrue(location.matches("(https?://[^/]+)?/m/reg_[\\w-]+\\?token=[\\w%.-]+"), location);
        Reply page = service.get(location).expect(200);
        assertTrue(page.isHtml());
        assertTrue(page.text().contains("Anna Schmidt"));
        assertEquals("no-store", page.header("Cache-Control"));
    }

    @Test
    void whoever_prefers_json_gets_json() {
        Activity activity = service.draft().publish();

        submit(activity, Applicant.someone().form())
                .header("Accept", "application/json, text/html;q=0.5")
                .expect(201);
        submit(activity, Applicant.someone().form()).header("Accept", "*/*").expect(201);
    }

    @Test
    void a_refused_form_comes_back_with_what_was_typed() {
        Activity activity = service.draft().questions(Questions.DIET).publish();
        Form form = Form.of(
                        "group", "all", "person.name", "Anna <Schmidt> & \"Söhne\"", "person.email", "not an address")
                .and("person.organisation", "运河科技")
                .and("answers.diet", "vegetarian")
                .and("consent", "true")
                .and("requestId", "form-" + Applicant.freshEmail());

        Reply page = submit(activity, form)
                .header("Accept", BROWSER)
                .header("Accept-Language", "en")
                .expect(400);

        assertTrue(page.isHtml(), page::toString);
        String html = page.text();
        assertTrue(html.contains("value=\"not an address\""), html);
        assertTrue(html.contains("value=\"运河科技\""), html);
        assertFalse(html.contains("Anna <Schmidt>"), "what was typed is text, not markup");
        assertTrue(html.matches("(?s).*Anna &lt;Schmidt(&gt;|>) &amp; (&quot;|&#34;)Söhne(&quot;|&#34;).*"), html);
        assertTrue(html.contains("aria-invalid=\"true\""), html);
        assertTrue(html.contains("aria-describedby"), html);
        assertEquals(0, activity.registrations().size());
    }

    @Test
    void a_form_that_comes_too_late_says_so_on_a_page() {
        Activity activity = service.draft().places(0).waitlist(0).publish();

        Reply page = submit(activity, Applicant.named("李雷").form())
                .header("Accept", BROWSER)
                .expect(409);

        assertTrue(page.isHtml(), page::toString);
        assertTrue(page.text().contains("李雷"), page::toString);
    }

    @Test
    void a_robots_form_is_thanked_and_forgotten() {
        Activity activity = service.draft().publish();

        submit(activity, Applicant.someone().form().and("leave_this_empty", "x"))
                .expect(201);

        assertEquals(10, activity.free());
    }

    @Test
    void the_field_requestId_is_the_key() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone();
        String key = "double-click-" + han.email();

        Reply first = submit(activity, han.form().and("requestId", key)).expect(201);
        Reply second = submit(activity, han.form().and("requestId", key)).expect(201);
        Reply asHeader = activity.signUp(han).key(key).expect(201);

        assertEquals(first.get("id"), second.get("id"));
        assertEquals(first.get("token"), second.get("token"));
        assertEquals(first.get("id"), asHeader.get("id"));
        assertEquals(9, activity.free());
    }

    private Call submit(Activity activity, Form form) {
        return service.post(activity.signUpPath()).form(form);
    }
}
