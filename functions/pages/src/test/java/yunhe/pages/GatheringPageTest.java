package yunhe.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Kind;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;

class ActivityPageTest {
    private static final Pattern REQUEST_ID = Pattern.compile("name=\"requestId\" value=\"([^\"]+)\"");

    private final ActivityPage page = new ActivityPage(Samples.environment());

    @Test
    void every_rendering_is_a_sign_up_of_its_own() {
        assertNotEquals(requestId(open(SignUpForm.EMPTY)), requestId(open(SignUpForm.EMPTY)));
    }

    @Test
    void a_form_shown_again_is_still_the_same_sign_up() {
        assertEquals("request-1", requestId(open(AllPages.refused(Language.ZH))));
    }

    @Test
    void a_request_id_that_stands_for_another_sign_up_is_not_used_again() {
        var mismatch = new SignUpForm(
                Map.of("requestId", List.of("request-1")),
                Map.of(),
                Optional.of(new SignUpForm.Trouble("idempotency.mismatch", "!")));
        assertNotEquals("request-1", requestId(open(mismatch)));
    }

    @Test
    void what_was_typed_is_kept() {
        var html = open(AllPages.refused(Language.ZH));
        assertTrue(html.contains("value=\"li@example.com\""), html);
        assertTrue(html.contains("value=\"1980-01-01\""));
        assertTrue(Pattern.compile("name=\"answers.topics\" value=\"ai\" checked")
                .matcher(html)
                .find());
        assertTrue(Pattern.compile("name=\"answers.topics\" value=\"run\" checked")
                .matcher(html)
                .find());
        assertFalse(Pattern.compile("name=\"answers.topics\" value=\"film\" checked")
                .matcher(html)
                .find());
    }

    @Test
    void what_was_typed_stays_text() {
        var html = open(AllPages.refused(Language.ZH));
        assertFalse(html.contains("<b>李雷"));
        assertFalse(html.contains("<script>alert"));
        assertFalse(html.contains("\" onfocus="));
        assertTrue(html.contains("&lt;/textarea&gt;&lt;script&gt;"));
    }

    @Test
    void a_hostile_title_stays_text() {
        var hostile = Samples.activity(
                5,
                Kind.SALON,
                Bilingual.same("<img src=x onerror=alert(1)>\"'"),
                "2026-12-05T06:00:00Z",
                java.time.Duration.ofHours(1));
        var html = page.render(hostile, Samples.seats(1, 1, 0), Language.EN, SignUpForm.EMPTY);
        assertFalse(html.contains("<img src=x"));
        assertTrue(html.contains("&lt;img src=x"));
    }

    @Test
    void an_error_is_tied_to_its_field_and_named_at_the_top() {
        var html = open(AllPages.refused(Language.ZH));
        var name = Pattern.compile("<input id=\"person.name\"(?:\"[^\"]*\"|[^>\"])*")
                .matcher(html);
        assertTrue(name.find());
        assertTrue(name.group().contains("aria-invalid=\"true\""));
        assertTrue(name.group().contains("aria-describedby=\"person.name-error\""));
        assertTrue(html.contains("<p class=\"error\" id=\"person.name-error\">姓名的格式不正确，请检查。"));
        assertTrue(html.contains("<a href=\"#person.name\">姓名的格式不正确，请检查。</a>"));
        assertTrue(html.indexOf("id=\"errors\"") < html.indexOf("<article"));
    }

    @Test
    void a_field_without_an_error_says_nothing_about_one() {
        var email = Pattern.compile("<input id=\"person.email\"[^>]*").matcher(open(AllPages.refused(Language.ZH)));
        assertTrue(email.find());
        assertFalse(email.group().contains("aria-invalid"));
    }

    @Test
    void who_is_registered_already_is_offered_the_link_under_the_contact_that_was_typed() {
        var html = AllPages.in(Language.ZH).get("gathering-already");
        assertTrue(html.contains("/registrations/resend?lang=zh\""));
        assertTrue(html.contains("<input type=\"hidden\" name=\"email\" value=\"han@example.com\">"));
    }

    @Test
    void the_trap_is_hidden_by_the_style_sheet_and_from_readers() {
        var html = open(SignUpForm.EMPTY);
        assertTrue(html.contains("<div class=\"trap\" aria-hidden=\"true\">"));
        assertTrue(html.contains("name=\"leave_this_empty\" value=\"\" tabindex=\"-1\" autocomplete=\"off\""));
    }

    @Test
    void without_a_way_to_reach_phones_an_e_mail_is_required() {
        var mailOnly = new ActivityPage(Samples.environment(Map.of("SMS_CHANNEL", "none")));
        var html = mailOnly.render(Samples.mixer(), Samples.seats(1, 1, 0), Language.ZH, SignUpForm.EMPTY);
        assertTrue(emailInput(html).contains(" required"), emailInput(html));
        assertFalse(emailInput(open(SignUpForm.EMPTY)).contains(" required"));
    }

    @Test
    void a_group_whose_line_is_full_cannot_be_chosen() {
        var html = page.render(Samples.mixer(), Samples.seats(0, 1, 50), Language.ZH, SignUpForm.EMPTY);
        assertTrue(
                Pattern.compile("value=\"women\"[^>]* disabled").matcher(html).find());
        assertFalse(Pattern.compile("value=\"men\"[^>]* disabled").matcher(html).find());
    }

    @Test
    void there_is_a_form_only_while_it_can_help() {
        var pages = AllPages.in(Language.EN);
        for (var state : List.of("waitlist-full", "not-open", "closed", "cancelled", "over")) {
            assertFalse(pages.get("gathering-" + state).contains("name=\"requestId\""), state);
        }
        assertTrue(pages.get("gathering-full").contains("Join the waiting list"));
        assertTrue(pages.get("gathering-not-open").contains("It opens Thursday, 26 November, 10:00."));
        assertTrue(pages.get("gathering-cancelled").contains("A typhoon is on its way."));
    }

    @Test
    void a_registration_for_what_was_called_off_holds_no_ticket() {
        var html = AllPages.in(Language.EN).get("manage-activity-cancelled");
        assertTrue(html.contains("This activity is cancelled"));
        assertFalse(html.contains("<path fill=\"#fff\""));
        assertFalse(html.contains("/cancel?token="));
    }

    @Test
    void the_consent_says_what_for_and_for_how_long() {
        assertTrue(open(SignUpForm.EMPTY).contains("活动结束 180 天后自动删除"));
    }

    private String open(SignUpForm form) {
        return page.render(Samples.mixer(), Samples.seats(4, 12, 0), Language.ZH, form);
    }

    private static String emailInput(String html) {
        var input = Pattern.compile("<input id=\"person.email\"[^>]*").matcher(html);
        assertTrue(input.find());
        return input.group();
    }

    private static String requestId(String html) {
        var matcher = REQUEST_ID.matcher(html);
        assertTrue(matcher.find());
        return matcher.group(1);
    }
}
