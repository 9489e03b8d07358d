package yunhe.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A keeper's day, on a phone and on the desk's screen. Leaves pictures in {@code target/screenshots}. */
class KeeperBrowserTest {

    private static Browser browser;

    private final Service service = Service.shared();

    @BeforeAll
    static void open() {
        if (!Browser.isInstalled()) {
            System.err.println("SKIPPED: no chromium at /usr/bin/chromium, the keeper's pages are not tried");
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
    void a_keeper_checks_in_and_out_without_javascript() {
        House house = house();
        Lodging stay = house.book(someone()).days(0, 2).confirmed();
        Page page = browser.phoneWithoutJavaScript();
        signIn(page, "staff");
        page.locator("a[href*='/door/stations']").click();
        page.locator("a[href*='" + house.id() + "']").click();

        assertTrue(page.locator("#arrivals").innerText().contains("韩*梅"));
        page.locator("#arrivals button").click();
        assertThat(page.locator("[role=status]")).containsText("已办理入住");
        assertEquals("checked_in", stay.status());
        page.reload();
        assertEquals("checked_in", stay.status());

        page.locator("#in-house summary").click();
        page.locator("#in-house form[action*='check-out'] button").click();
        assertThat(page.locator("[role=status]")).containsText("已退房");
        assertEquals("checked_out", stay.status());
        assertEquals(2, house.free(house.today()));
        assertFalse(page.content().contains("韩梅梅"));
    }

    @Test
    void a_ticket_that_is_scanned_shows_room_and_nights() {
        House house = house();
        Lodging stay = house.book(someone()).days(0, 2).confirmed();
        Page page = browser.phone("en-GB");
        signIn(page, "staff");
        page.locator("[name='activityId']").selectOption(house.id());
        page.locator("[name='ticket']").fill(stay.read().path("ticket").asText());
        page.locator("#scan [type=submit]").click();

        Locator answer = page.locator("#answer");
        assertThat(answer).hasClass(Pattern.compile("answer good"));
        assertThat(answer).containsText("Checked in");
        assertThat(answer).containsText("Lotus Station");
        assertThat(answer).containsText("Single");
        assertThat(answer).containsText("2 nights");
        Browser.screenshot(page, "door-stay-answer");
    }

    @Test
    void the_keepers_pages_are_pictured_and_break_no_rule_of_the_browser() {
        House house = house();
        house.book(someone()).days(0, 2).confirmed();
        house.book(someone())
                .with("person.gender", "female")
                .with("roomType", "bed-women")
                .days(0, 1)
                .confirmed();
        List<String> complaints = new ArrayList<>();
        for (String language : List.of("zh", "en")) {
            pictures(browser.phone(language), "phone-" + language, house, complaints);
            pictures(browser.desktop(language), "desktop-" + language, house, complaints);
        }
        assertEquals(List.of(), complaints);
    }

    private void pictures(Page page, String name, House house, List<String> complaints) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        signIn(page, "organiser");
        for (String path : List.of("/door/stations", "/door/stations/" + house.id())) {
            page.navigate(service.url() + path);
            Browser.screenshot(page, (path.endsWith("stations") ? "keeper-list-" : "keeper-") + name);
            Object width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertEquals(0, ((Number) width).intValue(), () -> "wider than the screen: " + page.url());
        }
        assertTrue(page.content().contains("韩梅梅"));
    }

    private void signIn(Page page, String role) {
        page.navigate(service.url() + "/door");
        page.locator("a[href*='sign-in']").click();
        page.locator("[name='role'][value='" + role + "']").check();
        page.locator("button").click();
        page.waitForURL(Pattern.compile(".*/door.*"));
    }

    /** Where one may check in all day. */
    private House house() {
        return House.open(
                service, station -> station.put("checkInFrom", "00:00").put("noShowAt", "23:59"));
    }

    private static String someone() {
        return Applicant.freshEmail();
    }
}
