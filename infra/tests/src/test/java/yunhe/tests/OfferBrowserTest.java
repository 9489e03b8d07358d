package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person does about an offered place, on a small phone whose browser runs no JavaScript. */
class OfferBrowserTest {

    private static Browser browser;

    private final Service service = Service.shared();

    @BeforeAll
    static void open() {
        if (!Browser.isInstalled()) {
            System.err.println("SKIPPED: no chromium at /usr/bin/chromium, offers are not tried in a browser");
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
    void an_offer_is_accepted_with_one_tap() {
        Registration offered = offered();
        Page page = browser.phoneWithoutJavaScript();
        page.navigate(service.url() + offered.page());
        Browser.screenshot(page, "offered");

        page.getByText("接受这个名额").click();

        page.getByText("报名成功").waitFor();
        assertEquals("confirmed", offered.status());
    }

    @Test
    void declining_asks_once_more() {
        Registration offered = offered();
        Page page = browser.phoneWithoutJavaScript();
        page.navigate(service.url() + offered.page());

        page.getByText("放弃这个名额").click();
        assertEquals("offered", offered.status());
        Browser.screenshot(page, "declining");
        page.getByText("确认放弃").click();

        page.getByText("已取消").waitFor();
        assertEquals("cancelled", offered.status());
    }

    @Test
    void an_edit_of_an_approved_registration_says_before_and_after_that_it_is_reviewed_again() {
        Activity activity = service.draft().places(1).with("approval", "review").publish();
        Registration mine = activity.register(Applicant.someone());
        service.post(activity.adminPath() + "/registrations/" + mine.id() + "/decision")
                .as("organiser")
                .json(Json.of("{'decision':'approve'}"))
                .expect(200);
        Page page = browser.phoneWithoutJavaScript();
        page.navigate(service.url() + mine.page());

        page.getByText("修改信息").click();
        page.getByText("后需重新审核").waitFor();
        page.locator("[name='person.name']").fill("李雷");
        page.getByText("保存修改").click();

        page.getByText("修改后需要重新审核").waitFor();
        assertEquals("pending", mine.status());
    }

    /** One gives up the only place while this person waits. */
    private Registration offered() {
        Activity activity = service.draft()
                .places(1)
                .with("waitlist.capacity", 5)
                .with("waitlist.promotion", "offer")
                .publish();
        Registration inside = activity.confirmed(Applicant.someone());
        Registration waiter = activity.waitlisted(Applicant.someone());
        inside.cancel();
        service.local().settle();
        assertEquals("offered", waiter.status());
        return waiter;
    }
}
