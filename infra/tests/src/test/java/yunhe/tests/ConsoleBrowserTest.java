package yunhe.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Organisers sign in at the console with the issuer, and only they do. */
class ConsoleBrowserTest {

    private static Browser browser;

    private final Service service = Service.shared();

    @BeforeAll
    static void open() {
        if (!Browser.isInstalled()) {
            System.err.println("SKIPPED: no chromium at /usr/bin/chromium, the console is not tried in a browser");
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
    void an_organiser_signs_in_and_out_without_javascript() {
        Page page = browser.phoneWithoutJavaScript();
        signIn(page, "organiser");
        assertThat(page.locator(".desk-head")).containsText("当前登录：李雷");
        List<Cookie> cookies = page.context().cookies();
        assertEquals(List.of("/console"), cookies.stream().map(it -> it.path).toList());

        page.locator("form[action*='sign-out'] [type=submit]").click();
        page.locator("a[href*='sign-in']").waitFor();
        assertEquals(List.of(), page.context().cookies());
    }

    @Test
    void staff_at_the_door_are_told_that_this_is_for_organisers() {
        Page page = browser.phone("zh-CN");
        signIn(page, "staff");
        assertThat(page.locator("[role=alert]")).containsText("您的账号没有主办方权限");
        page.navigate(service.url() + "/console");
        assertEquals(0, page.locator(".desk-head").count());
    }

    private void signIn(Page page, String role) {
        page.navigate(service.url() + "/console");
        page.locator("a[href*='sign-in']").click();
        page.locator("[name='role'][value='" + role + "']").check();
        page.locator("button").click();
        page.waitForURL(Pattern.compile(".*/console.*"));
    }
}
