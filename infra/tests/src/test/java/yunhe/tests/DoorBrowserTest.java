package yunhe.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What staff do at the door: sign in with the issuer, type tickets in, sign out. */
class DoorBrowserTest {

    private static final Pattern ANSWERED = Pattern.compile("(result|answer) (good|wait|bad)");

    private static Browser browser;

    private final Service service = Service.shared();

    @BeforeAll
    static void open() {
        if (!Browser.isInstalled()) {
            System.err.println("SKIPPED: no chromium at /usr/bin/chromium, the door is not tried in a browser");
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
    void a_second_scan_says_when_where_and_with_whom_the_first_was() {
        aSecondScan(browser.phone("zh-CN"), "#answer");
    }

    @Test
    void a_second_scan_says_so_without_javascript_too() {
        aSecondScan(browser.phoneWithoutJavaScript(), ".result");
    }

    private void aSecondScan(Page page, String answer) {
        Registration han =
                service.draft().startingIn(Duration.ofHours(1)).publish().confirmed(Applicant.someone());
        signIn(page, "staff");
        page.locator("[name='device']").fill("一号门");

        assertTrue(scan(page, answer, han.ticket()).contains("请入场"));
        String second = scan(page, answer, service.url() + "/t/" + han.ticket());
        assertTrue(second.contains("已签到"), second);
        assertTrue(second.contains("韩*梅"), second);
        assertTrue(second.contains("一号门"), second);
        assertTrue(second.contains("李雷"), second);
        assertTrue(scan(page, answer, "no ticket at all").contains("无效票"));
    }

    @Test
    void who_signs_out_is_signed_out() {
        Page page = browser.phone("zh-CN");
        signIn(page, "organiser");
        List<Cookie> cookies = page.context().cookies();
        assertEquals(1, cookies.size(), "the attempt's cookie is gone");
        assertTrue(cookies.getFirst().httpOnly);

        page.locator("form[action*='sign-out'] [type=submit]").click();

        page.locator("a[href*='sign-in']").waitFor();
        assertEquals(List.of(), page.context().cookies());
        page.navigate(service.url() + "/door");
        assertEquals(0, page.locator("[name='ticket']").count());
    }

    @Test
    void an_account_without_the_role_is_told_so() {
        Page page = browser.phone("zh-CN");
        signIn(page, "visitor");
        assertTrue(page.locator("main").innerText().contains("没有签到权限"));
        page.navigate(service.url() + "/door");
        assertEquals(0, page.locator("[name='ticket']").count());
    }

    private void signIn(Page page, String role) {
        page.navigate(service.url() + "/door");
        page.locator("a[href*='sign-in']").click();
        page.locator("[name='role'][value='" + role + "']").check();
        page.locator("button").click();
        page.waitForURL(Pattern.compile(".*/door.*"));
    }

    /** What the page says, after the answer before this one has gone. */
    private static String scan(Page page, String answer, String ticket) {
        if (answer.equals("#answer") && page.locator("#answer[open]").count() > 0) {
            page.locator("#answer-next").click();
        }
        page.locator("[name='ticket']").fill(ticket);
        page.locator("#scan [type=submit]").click();
        Locator shown = page.locator(answer);
        assertThat(shown).hasClass(ANSWERED);
        return shown.innerText();
    }
}
