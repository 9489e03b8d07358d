package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages as a browser without JavaScript gets them. */
class PagesTest {

    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)\\b[^>]*>");
    private static final Pattern LOADED =
            Pattern.compile("<(?:script|link|img|iframe|source|form)\\b[^>]*?\\b(?:src|href|action)=\"([^\"]+)\"");

    private final Service service = Service.shared();

    @Test
    void the_first_page_leads_to_the_gatherings() {
        // Soon enough to stand on the first page, however many gatherings other tests made.
        Activity activity = service.draft().startingIn(Duration.ofMinutes(5)).publish();

        Reply page = service.get("/").expect(200);

        assertTrue(page.text().contains("/g/" + activity.id()), page::toString);
        assertPlain(page);
    }

    @Test
    void the_gatherings_page_carries_the_form() {
        Activity activity = service.draft().questions(Questions.OF_EVERY_TYPE).publish();

        Reply page = service.get("/g/" + activity.id()).expect(200);

        assertPlain(page);
        String form = between(page.text(), "<form", "</form>", "name=\"requestId\"");
        assertTrue(form.matches("(?s).*action=\"" + activity.signUpPath() + "(\\?[^\"]*)?\".*"), form);
        assertTrue(form.toLowerCase(Locale.ROOT).contains("method=\"post\""), form);
        for (String name : List.of(
                "person.name",
                "person.email",
                "person.phone",
                "consent",
                "requestId",
                "leave_this_empty",
                "answers.diet",
                "answers.note",
                "answers.topics")) {
            assertTrue(form.contains("name=\"" + name + "\""), name + " in " + form);
        }
    }

    @Test
    void every_form_has_its_own_request_id() {
        Activity activity = service.draft().publish();

        assertNotEquals(requestId(activity), requestId(activity));
    }

    @Test
    void every_field_has_a_label() {
        Activity activity = service.draft().questions(Questions.OF_EVERY_TYPE).publish();
        String html = service.get("/g/" + activity.id()).expect(200).text();

        Matcher fields = FIELD.matcher(html);
        List<String> unlabelled = new ArrayList<>();
        while (fields.find()) {
            String field = fields.group();
            if (field.contains("type=\"hidden\"") || field.contains("type=\"submit\"")) {
                continue;
            }
            String id = attribute(field, "id");
            boolean labelled = field.contains("aria-label") || !id.isEmpty() && html.contains("for=\"" + id + "\"");
            if (!labelled && !isWrapped(html, fields.start())) {
                unlabelled.add(field);
            }
        }
        assertEquals(List.of(), unlabelled);
    }

    @Test
    void a_page_fits_a_phone() {
        String html = service.get("/").expect(200).text();

        assertTrue(html.contains("name=\"viewport\""), html);
        assertTrue(html.contains("width=device-width"), html);
    }

    @Test
    void the_manage_page_shows_ticket_and_calendar_without_javascript() {
        Registration han = service.draft().publish().confirmed(Applicant.someone());

        Reply page = service.get(han.page()).expect(200);

        assertPlain(page);
        assertTrue(page.text().contains("韩梅梅"), page::toString);
        assertTrue(page.text().contains("/tickets/" + han.ticket()), page::toString);
        assertTrue(page.text().contains("calendar.ics"), page::toString);
        assertTrue(page.text().contains("<form"), "cancelling needs no JavaScript");
        assertTrue(page.header("Cache-Control").contains("no-store"));
    }

    @Test
    void the_manage_page_needs_the_token() {
        Activity activity = service.draft().publish();
        Registration han = activity.confirmed(Applicant.someone());
        Registration other = activity.confirmed(Applicant.named("李雷"));

        Reply absent = page("/m/" + han.id() + "x?token=" + han.token()).expect(404);
        for (String path : List.of(
                "/m/" + han.id(), "/m/" + han.id() + "?token=x", "/m/" + han.id() + "?token=" + other.token())) {
            Reply reply = page(path).expect(404);
            assertTrue(reply.isHtml(), reply::toString);
            assertFalse(reply.text().contains("韩梅梅"), reply::toString);
            assertEquals(absent.text().length() / 100, reply.text().length() / 100, "the same page");
        }
    }

    @Test
    void the_door_asks_who_is_there() {
        Reply door = service.get("/door").send();

        assertTrue(List.of(200, 302, 303).contains(door.status()), door::toString);
        assertFalse(door.text().contains("<video"), "nobody scans without signing in");
    }

    @Test
    void a_cancelled_gathering_says_so() {
        Activity activity = service.draft().publish();
        activity.cancel();

        Reply page = service.get("/g/" + activity.id()).expect(200);

        assertTrue(page.text().contains("取消"), page::toString);
        assertFalse(page.text().contains("name=\"person.name\""), "nothing to fill in");
    }

    @Test
    void titles_are_text_and_not_markup() {
        Activity activity = service.draft()
                .with("title", Json.of("{'zh':'<script>alert(1)</script>','en':'x'}"))
                .publish();

        assertFalse(service.get("/g/" + activity.id()).expect(200).text().contains("<script>alert(1)"));
        assertFalse(service.get("/").expect(200).text().contains("<script>alert(1)"));
    }

    /** No script in the page, nothing from another host. */
    private static void assertPlain(Reply page) {
        String html = page.text();
        assertFalse(
                Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>").matcher(html).find(), "an inline script");
        assertFalse(Pattern.compile("\\son[a-z]+=\"").matcher(html).find(), "an inline handler");
        Matcher loaded = LOADED.matcher(html);
        while (loaded.find()) {
            assertFalse(loaded.group(1).matches("(https?:)?//.*"), loaded.group());
        }
    }

    private Call page(String path) {
        return service.get(path).header("Accept", "text/html");
    }

    private String requestId(Activity activity) {
        String html = service.get("/g/" + activity.id()).expect(200).text();
        Matcher field = FIELD.matcher(html);
        while (field.find()) {
            if (field.group().contains("name=\"requestId\"")) {
                return attribute(field.group(), "value");
            }
        }
        throw new AssertionError("no requestId in " + html);
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static boolean isWrapped(String html, int at) {
        return html.lastIndexOf("<label", at) > html.lastIndexOf("</label>", at);
    }

    private static String between(String html, String start, String end, String containing) {
        int from = html.indexOf(start);
        while (from >= 0) {
            String part = html.substring(from, html.indexOf(end, from));
            if (part.contains(containing)) {
                return part;
            }
            from = html.indexOf(start, from + 1);
        }
        throw new AssertionError("no " + start + " with " + containing + " in " + html);
    }
}
