package yunhe.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import yunhe.core.shared.Language;
import yunhe.pages.ConsoleShow;
import yunhe.pages.PitchesPage;
import yunhe.pages.PitchesView;
import yunhe.pages.SignUpForm;

/** The running order under an organiser's hands: dragged, moved with keys, typed. The page itself is handed in. */
class PitchesBrowserTest {

    private static Browser browser;

    private final Service service = Service.shared();
    private final List<String> sent = new ArrayList<>();

    @BeforeAll
    static void open() {
        if (!Browser.isInstalled()) {
            System.err.println("SKIPPED: no chromium at /usr/bin/chromium, the running order is not tried");
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
    void a_project_is_dragged_to_its_place_and_the_numbers_follow() {
        Page page = show(browser.desktop("en-GB"));
        var from = page.locator(".handle").nth(0).boundingBox();
        var to = page.locator(".handle").nth(2).boundingBox();
        page.mouse().move(from.x + 20, from.y + 20);
        page.mouse().down();
        page.mouse().move(from.x + 20, from.y + 50);
        page.mouse().move(to.x + 20, to.y + to.height);
        page.mouse().up();

        assertEquals(List.of("Sample 2=1", "Sample 3=2", "Sample 1=3", "Sample 4="), order(page));
        assertThat(page.locator("#order-said")).hasText("Sample 1: number 3");
        assertEquals("position.p2=1&position.p3=2&position.p1=3&position.p4=", save(page));
    }

    @Test
    void arrow_keys_move_a_project_and_say_where_it_is() {
        Page page = show(browser.desktop("en-GB"));
        Locator handle = page.getByLabel("Move Sample 4 ");
        handle.focus();
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#order-said")).hasText("Sample 4: number 4");
        page.keyboard().press("Home");
        assertEquals(List.of("Sample 4=1", "Sample 1=2", "Sample 2=3", "Sample 3=4"), order(page));
        assertThat(handle).isFocused();

        page.keyboard().press("End");
        assertThat(page.locator("#order-said")).hasText("Sample 4: does not pitch");
        assertEquals(List.of("Sample 1=1", "Sample 2=2", "Sample 3=3", "Sample 4="), order(page));
    }

    @Test
    void a_number_that_is_typed_moves_its_project_and_a_blank_one_takes_it_out() {
        Page page = show(browser.phone("en-GB"));
        page.locator("[name='position.p3']").fill("1");
        page.keyboard().press("Tab");
        assertEquals(List.of("Sample 3=1", "Sample 1=2", "Sample 2=3", "Sample 4="), order(page));

        page.locator("[name='position.p1']").fill("");
        page.keyboard().press("Tab");
        assertEquals(List.of("Sample 3=1", "Sample 2=2", "Sample 1=", "Sample 4="), order(page));
    }

    @Test
    void without_javascript_the_numbers_are_typed_and_sent() {
        Page page = show(browser.phoneWithoutJavaScript());
        assertEquals(0, page.locator(".handle").count());
        page.locator("[name='position.p1']").fill("2");
        page.locator("[name='position.p2']").fill("1");

        assertEquals("position.p1=2&position.p2=1&position.p3=3&position.p4=", save(page));
    }

    /** At its own address, so that it finds its script; what it sends goes nowhere. */
    private Page show(Page page) {
        page.route("**/console/**", this::answer);
        page.navigate(service.url() + "/console/roadshows/show_1/pitches");
        return page;
    }

    private void answer(Route route) {
        if (route.request().method().equals("POST")) {
            sent.add(route.request().postData());
        }
        route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html; charset=utf-8")
                .setBody(PitchesPage.render(view())));
    }

    private String save(Page page) {
        page.locator("#pitches [type=submit]").click();
        page.waitForLoadState();
        assertEquals(1, sent.size());
        String form = URLDecoder.decode(sent.getFirst(), StandardCharsets.UTF_8);
        assertTrue(form.startsWith("minutes=8&"), form);
        return form.substring("minutes=8&".length());
    }

    private static List<String> order(Page page) {
        List<String> all = new ArrayList<>();
        for (Locator row : page.locator(".pitch").all()) {
            all.add(row.locator(".pitch-name").innerText() + "="
                    + row.locator("input").inputValue());
        }
        return all;
    }

    /** Four projects, of which three pitch. */
    private static PitchesView view() {
        Instant start = Instant.parse("2026-12-12T05:30:00Z");
        var pitches = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> new PitchesView.Pitch(
                        "p" + i,
                        "Sample " + i,
                        i < 4 ? OptionalInt.of(i) : OptionalInt.empty(),
                        i < 4 ? Optional.of(start.plusSeconds(480L * (i - 1))) : Optional.empty()))
                .toList();
        return new PitchesView(
                Language.EN,
                new ConsoleShow("show_1", "Sample", start, ZoneId.of("Asia/Shanghai")),
                pitches,
                8,
                new PitchesView.Ways("/zh", "/en", "/hall"),
                false,
                SignUpForm.EMPTY);
    }
}
