package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a graduate does with a phone in their hand. Leaves pictures in {@code target/screenshots}. */
class StayBrowserTest {

    private static final Pattern OWN_STAY = Pattern.compile(".*/m/stay_.*");

    /** What a thumb needs, in CSS pixels. */
    private static final int THUMB = 44;

    private static Browser browser;

    private final Service service = Service.shared();

    @BeforeAll
    static void open() {
        if (!Browser.isInstalled()) {
            System.err.println("SKIPPED: no chromium at /usr/bin/chromium, stays are not tried in a browser");
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
    void a_graduate_finds_a_station_taps_two_days_books_and_changes_it() {
        walk(browser.phone("zh-CN"));
    }

    @Test
    void the_same_works_without_javascript() {
        walk(browser.phoneWithoutJavaScript());
    }

    private void walk(Page page) {
        House house = House.open(service, station -> House.policy(station).put("graduatedWithinYears", 2));
        LocalDate arrive = house.today().plusDays(3);
        String email = Applicant.freshEmail();

        page.navigate(service.url() + "/");
        page.locator("a[href*='/s/" + house.id() + "']").first().click();
        tap(page, "arrive", arrive);
        tap(page, "depart", arrive.plusDays(2));
        page.getByText("这 2 晚都有空房").waitFor();
        assertThumbs(page);
        fillIn(page, email);
        submit(page).dblclick();
        page.waitForURL(OWN_STAY);
        page.getByText("预订成功").waitFor();
        assertEquals(1, page.locator(".qr").count());
        assertFits(page);
        assertEquals(1, house.free(arrive), "a double click is one stay");
        assertEquals(2, house.free(arrive.plusDays(2)));

        page.getByText("更改退房日").click();
        page.locator("#depart").selectOption(arrive.plusDays(3).toString());
        page.getByText("保存退房日").click();
        page.locator(".facts").getByText("3 晚").waitFor();
        assertEquals(1, house.free(arrive.plusDays(2)));

        page.getByText("取消住宿").first().click();
        assertEquals(1, house.free(arrive), "it asks once more");
        page.getByText("确认取消住宿").click();
        page.getByText("已取消").waitFor();
        assertEquals(2, house.free(arrive));
    }

    @Test
    void whoever_changes_their_mind_begins_anew_or_changes_one_of_the_days() {
        House house = House.open(service);
        LocalDate day = house.today().plusDays(4);
        Page page = browser.phoneWithoutJavaScript();
        page.navigate(service.url() + "/s/" + house.id());

        tap(page, "arrive", day);
        tap(page, "arrive", day.minusDays(1));
        tap(page, "depart", day.plusDays(1));
        assertChosen(page, day.minusDays(1), day.plusDays(1));
        page.locator(".steps a").nth(1).click();
        tap(page, "depart", day);
        assertChosen(page, day.minusDays(1), day);
        page.locator(".steps a").first().click();
        tap(page, "arrive", day);
        tap(page, "depart", day.plusDays(2));
        assertChosen(page, day, day.plusDays(2));
        page.getByText("女生床位").first().click();
        assertEquals("bed-women", page.locator("[name='roomType']:checked").inputValue());
        assertChosen(page, day, day.plusDays(2));
        page.locator(".languages a").click();
        assertChosen(page, day, day.plusDays(2));
    }

    @Test
    void days_can_be_typed_into_the_form_as_well() {
        House house = House.open(service);
        LocalDate day = house.today().plusDays(4);
        Page page = browser.phoneWithoutJavaScript();
        page.navigate(service.url() + "/s/" + house.id());

        page.locator("[name='arrive']").fill(day.toString());
        page.locator("[name='depart']").fill(day.plusDays(1).toString());
        fillIn(page, Applicant.freshEmail());
        submit(page).click();

        page.waitForURL(OWN_STAY);
        assertEquals(1, house.free(day));
    }

    @Test
    void when_it_is_full_others_nights_are_one_tap_away_before_and_after_typing() {
        House house = House.withOneRoom(service, station -> {});
        LocalDate day = house.today().plusDays(2);
        house.book(Applicant.freshEmail()).nights(day, day.plusDays(1)).confirmed();
        Page page = browser.phoneWithoutJavaScript();
        page.navigate(service.url() + "/s/" + house.id() + "?arrive=" + day + "&depart=" + day.plusDays(3));
        page.getByText("没有空房").first().waitFor();
        Browser.screenshot(page, "stay-full");
        page.locator(".others a[href*='arrive=" + day.plusDays(1) + "']")
                .first()
                .click();
        assertChosen(page, day.plusDays(1), day.plusDays(3));

        String email = Applicant.freshEmail();
        fillIn(page, email);
        house.book(Applicant.freshEmail())
                .nights(day.plusDays(1), day.plusDays(2))
                .confirmed();
        submit(page).click();
        page.getByText("没能完成预订").waitFor();
        Browser.screenshot(page, "stay-too-late");
        assertEquals(email, page.locator("#apply [name='person.email']").inputValue());
        page.locator(".errors form:has([name='arrive'][value='" + day.plusDays(2) + "']) button")
                .first()
                .click();

        page.waitForURL(OWN_STAY);
        page.getByText("预订成功").waitFor();
        assertEquals(0, house.free(day.plusDays(2)));
    }

    @Test
    void whoever_waits_sees_their_place_and_accepts_what_is_offered() {
        House house = House.withOneRoom(
                service, station -> House.policy(station).putObject("waitlist").put("promotion", "offer"));
        LocalDate day = house.today().plusDays(2);
        Lodging first =
                house.book(Applicant.freshEmail()).nights(day, day.plusDays(1)).confirmed();
        Page page = browser.phoneWithoutJavaScript();
        page.navigate(service.url() + "/s/" + house.id() + "?arrive=" + day + "&depart=" + day.plusDays(1));
        fillIn(page, Applicant.freshEmail());
        page.locator("[name='joinWaitlist']").check();
        submit(page).click();
        page.getByText("候补中").waitFor();
        assertEquals("1", page.locator(".position-number").innerText());
        Browser.screenshot(page, "stay-waiting");

        first.cancel().expect(200);
        service.local().settle();
        page.reload();
        page.getByText("轮到您了").waitFor();
        Browser.screenshot(page, "stay-offered");
        page.getByText("接受这间房").click();

        page.getByText("预订成功").waitFor();
    }

    @Test
    void every_page_is_pictured_and_breaks_no_rule_of_the_browser() {
        House house = House.open(service, station -> {
            House.policy(station).put("approval", "review").put("requireDocument", true);
            House.policy(station).putArray("proofs").add("graduation").add("interview");
            station.putArray("nights")
                    .addObject()
                    .put("from", service.now().toLocalDate().plusDays(9).toString())
                    .put("until", service.now().toLocalDate().plusDays(11).toString())
                    .put("count", 0)
                    .putObject("reason")
                    .put("zh", "消防设施检修")
                    .put("en", "Repairs");
        });
        Lodging stay = House.open(service).book(Applicant.freshEmail()).confirmed();
        List<String> complaints = new ArrayList<>();
        for (String language : List.of("zh", "en")) {
            pictures(browser.phone(language), "phone-" + language, house, stay, complaints);
            pictures(browser.desktop(language), "desktop-" + language, house, stay, complaints);
        }
        assertEquals(List.of(), complaints);
    }

    private void pictures(Page page, String name, House house, Lodging stay, List<String> complaints) {
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
        LocalDate day = house.today().plusDays(7);
        picture(page, "/s/" + house.id(), "station-" + name);
        picture(page, "/s/" + house.id() + "?arrive=" + day, "station-arriving-" + name);
        picture(page, "/s/" + house.id() + "?arrive=" + day + "&depart=" + day.plusDays(2), "station-free-" + name);
        picture(page, "/s/" + house.id() + "?arrive=" + day + "&depart=" + day.plusDays(4), "station-closed-" + name);
        picture(
                page,
                "/m/" + stay.id() + "?lang=" + name.substring(name.length() - 2) + "&token=" + stay.token(),
                "stay-" + name);
        page.navigate(service.url() + "/s/" + house.id() + "?arrive=" + day + "&depart=" + day.plusDays(2));
        page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
        page.locator("[name='person.email']").fill("not an address");
        submit(page).click();
        page.locator("[aria-invalid='true']").first().waitFor();
        Browser.screenshot(page, "station-errors-" + name);
        assertFits(page);
    }

    private void picture(Page page, String path, String name) {
        page.navigate(service.url() + path);
        Browser.screenshot(page, name);
        assertFits(page);
        assertThumbs(page);
    }

    private static void tap(Page page, String what, LocalDate day) {
        // The day may be chosen already, and then stands in every address of the page.
        String last = what.equals("arrive") ? "arrive=" + day + "&month" : "depart=" + day + "&month";
        page.locator(".days a[href*='" + last + "']").first().click();
    }

    private static void assertChosen(Page page, LocalDate arrive, LocalDate depart) {
        assertEquals(arrive.toString(), page.locator("#apply [name='arrive']").inputValue());
        assertEquals(depart.toString(), page.locator("#apply [name='depart']").inputValue());
    }

    private void fillIn(Page page, String email) {
        page.locator("[name='person.name']").fill("韩梅梅");
        page.locator("[name='person.email']").fill(email);
        Locator graduation = page.locator("[name='person.graduationDate']");
        if (graduation.count() > 0) {
            graduation.fill(service.now().toLocalDate().minusMonths(3).toString());
        }
        page.locator("[name='consent']").check();
    }

    private static Locator submit(Page page) {
        return page.locator("#apply [type=submit]");
    }

    /** Nobody has to scroll sideways. */
    private static void assertFits(Page page) {
        Object width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, ((Number) width).intValue(), () -> "wider than the screen: " + page.url());
    }

    private static void assertThumbs(Page page) {
        Object small = page.evaluate(
                "size => [...document.querySelectorAll("
                        + "'.days a, .tabs a, .steps a, .others a, a.month-way, .button, summary')]"
                        + ".filter(it => it.checkVisibility())"
                        + ".map(it => it.getBoundingClientRect())"
                        + ".filter(it => it.width < size || it.height < size).length",
                THUMB);
        assertEquals(0, ((Number) small).intValue(), () -> "too small for a thumb: " + page.url());
    }
}
