package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person does with a phone in their hand. Leaves pictures in {@code target/screenshots}. */
class BrowserTest {

    private static final Pattern CANCEL = Pattern.compile("取消|Cancel");

    /** Of the form to sign up, whatever else the page lets one send. */
    private static final String SUBMIT = "form:has([name='consent']) [type=submit]";

    private static Browser browser;

    private final Service service = Service.shared();

    @BeforeAll
    static void open() {
        if (!Browser.isInstalled()) {
            System.err.println("SKIPPED: no chromium at /usr/bin/chromium, the pages are not tried in a browser");
        }
        assumeTrue(Browser.isInstalled(), "no chromium");
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void a_visitor_signs_up_opens_the_mail_cancels_and_comes_back() {
        walk(browser.phone("zh-CN"));
    }

    @Test
    void the_same_works_without_javascript() {
        walk(browser.phoneWithoutJavaScript());
    }

    private void walk(Page page) {
        Activity activity = service.draft()
                .startingIn(Duration.ofHours(30))
                .questions(Questions.DIET)
                .publish();
        String email = Applicant.freshEmail();

        page.navigate(service.url() + "/");
        page.locator("a[href*='/g/" + activity.id() + "']").first().click();
        fillIn(page, email);
        page.locator(SUBMIT).dblclick();
        page.waitForURL(Pattern.compile(".*/m/reg_.*"));
        assertTrue(page.content().contains("韩梅梅"));
        assertFits(page);
        assertEquals(1, activity.registrations().size(), "a double click is one sign-up");

        service.local().settle();
        page.navigate(service.url() + "/local");
        assertTrue(page.content().contains(email));
        page.navigate(service.local().mails(email).getFirst().manageLink());
        assertTrue(page.content().contains("韩梅梅"));

        cancel(page);
        assertEquals(
                "cancelled", activity.registrations().getFirst().path("status").asText());

        page.navigate(service.url() + "/g/" + activity.id());
        fillIn(page, email);
        page.locator(SUBMIT).click();
        page.waitForURL(Pattern.compile(".*/m/reg_.*"));
        assertEquals(1, activity.registrations("status=confirmed").size());
        assertEquals(9, activity.free());
    }

    @Test
    void a_refused_form_keeps_what_was_typed() {
        Activity activity = service.draft().questions(Questions.DIET).publish();
        Page page = browser.phoneWithoutJavaScript();
        page.navigate(service.url() + "/g/" + activity.id());
        fillIn(page, "nowhere@nowhere");
        page.locator("[name='person.phone']").fill("12");

        page.locator(SUBMIT).click();

        assertEquals("韩梅梅", page.locator("[name='person.name']").inputValue());
        assertEquals("12", page.locator("[name='person.phone']").inputValue());
        Locator phone = page.locator("[name='person.phone']");
        assertEquals("true", phone.getAttribute("aria-invalid"));
        String description = phone.getAttribute("aria-describedby");
        assertFalse(page.locator("[id='" + description.split(" ", -1)[0] + "']")
                .innerText()
                .isBlank());
        assertEquals(0, activity.registrations().size());
    }

    @Test
    void staff_sign_in_and_admit_people() {
        Registration han =
                service.draft().startingIn(Duration.ofHours(1)).publish().confirmed(Applicant.someone());
        for (Page page : List.of(browser.phone("zh-CN"), browser.phoneWithoutJavaScript())) {
            page.navigate(service.url() + "/door");
            signInAsStaff(page);
            Browser.screenshot(page, "door-signed-in");

            scan(page, han.ticket());

            page.getByText("韩*梅").waitFor();
            assertFits(page);
            Browser.screenshot(page, "door-answer");
            assertFalse(han.read().path("checkedInAt").asText().isEmpty());
        }
    }

    @Test
    void every_page_is_pictured_and_breaks_no_rule_of_the_browser() {
        Activity activity = service.draft().questions(Questions.OF_EVERY_TYPE).publish();
        Registration han = activity.confirmed(Applicant.someone());
        List<String> complaints = new ArrayList<>();
        for (String language : List.of("zh", "en")) {
            pictures(browser.phone(language), "phone-" + language, activity, han, complaints);
            pictures(browser.desktop(language), "desktop-" + language, activity, han, complaints);
        }
        assertEquals(List.of(), complaints);
    }

    private void pictures(Page page, String name, Activity activity, Registration han, List<String> complaints) {
        page.onConsoleMessage(message -> {
            // The answer to a refused form is an error to the console, and meant to be one.
            if (message.type().equals("error") && !message.text().contains("status of 400")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(service.url()) && !request.url().startsWith("data:")) {
                complaints.add("asks elsewhere: " + request.url());
            }
        });
        picture(page, "/", "home-" + name);
        picture(page, "/g/" + activity.id(), "gathering-" + name);
        picture(page, han.page(), "manage-" + name);
        picture(page, "/door", "door-" + name);
        picture(page, "/local", "local-" + name);
        page.navigate(service.url() + "/g/" + activity.id());
        page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
        page.locator("[name='person.email']").fill("not an address");
        page.locator(SUBMIT).click();
        page.locator("[aria-invalid='true']").first().waitFor();
        Browser.screenshot(page, "errors-" + name);
        assertFits(page);
    }

    private void picture(Page page, String path, String name) {
        page.navigate(service.url() + path);
        Browser.screenshot(page, name);
        assertFits(page);
    }

    /** Nobody has to scroll sideways. */
    private static void assertFits(Page page) {
        Object width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, ((Number) width).intValue(), () -> "wider than the screen: " + page.url());
    }

    private static void fillIn(Page page, String email) {
        page.locator("[name='person.name']").fill("韩梅梅");
        page.locator("[name='person.email']").fill(email);
        page.locator("[name='answers.diet'][value='none']").check();
        Locator group = page.locator("[name='group'][type='radio'][value='all']");
        if (group.count() > 0) {
            group.check();
        }
        page.locator("[name='consent']").check();
    }

    private static void cancel(Page page) {
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        // Opens what asks once more, where the page asks once more.
        Locator summary = page.locator("summary").filter(new Locator.FilterOptions().setHasText(CANCEL));
        if (summary.count() > 0) {
            summary.first().click();
        }
        page.locator("button, [type=submit]")
                .filter(new Locator.FilterOptions().setHasText(CANCEL))
                .first()
                .click();
        page.waitForLoadState();
    }

    private static void signInAsStaff(Page page) {
        page.locator("a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("登录|Sign in")))
                .click();
        page.locator("[name='role'][value='staff']").check();
        page.locator("button").click();
        page.waitForURL(Pattern.compile(".*/door.*"));
    }

    private static void scan(Page page, String ticket) {
        page.locator("[name='ticket']").fill(ticket);
        page.locator("#scan [type=submit]").click();
    }
}
