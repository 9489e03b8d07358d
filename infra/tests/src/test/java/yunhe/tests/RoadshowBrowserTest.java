package yunhe.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A roadshow of twenty projects and fifteen investors, from the sign-up to the published timetable, in a browser. */
class RoadshowBrowserTest {

    private static final int PROJECTS = 20;
    private static final int INVESTORS = 15;
    private static final List<String> SECTORS = List.of("ai", "smart-city", "life-health", "new-materials");

    private static Browser browser;

    private final Service service = Service.shared();

    @BeforeAll
    static void open() {
        if (!Browser.isInstalled()) {
            System.err.println("SKIPPED: no chromium at /usr/bin/chromium, a roadshow is not tried in a browser");
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

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void a_roadshow_runs_from_sign_up_to_the_published_timetable(String language) {
        String name = language.substring(0, 2);
        String show = roadshow();
        // The first of each side come by the browser, all others by the API.
        Page project = browser.phone(language);
        signUp(project, show, "project", name);
        Page investor = browser.phone(language);
        signUp(investor, show, "investor", name);
        others(show, "project", PROJECTS - 1);
        others(show, "investor", INVESTORS - 1);
        approveEverybody(show);

        project.reload();
        project.locator("a[href*='/directory']").click();
        assertEquals(INVESTORS, project.locator("[name^='rank.']").count());
        Browser.screenshot(project, "roadshow-directory." + name);
        project.locator("[name^='rank.']").nth(2).evaluate("it => { it.value = '1'; }");
        project.locator("form[action*='/wishes'] [type=submit]").first().click();
        project.waitForURL(Pattern.compile(".*saved=1.*"));

        Page desk = browser.desktop(language);
        signIn(desk);
        desk.navigate(service.url() + "/console/roadshows/" + show + "/timetable?lang=" + name);
        desk.locator("[name='tables']").fill("10");
        desk.locator("form[action*='/timetable'] [name='tables'] >> xpath=ancestor::form >> [type=submit]")
                .click();
        assertThat(desk.locator(".figures")).isVisible();
        Browser.screenshot(desk, "roadshow-draft." + name);
        JsonNode draft = timetables(show).path("draft");
        assertTrue(draft.path("score").asInt() > 0);
        assertEquals(draft.path("upperBound").asInt(), draft.path("score").asInt());

        // A pair that does not meet is pinned, and meets in the next draft.
        String first = draft.path("meetings").path(0).path("project").asText();
        String other = notMetBy(first, draft, show);
        desk.locator("form[action*='/pin'] select[name='project']").selectOption(first);
        desk.locator("form[action*='/pin'] select[name='investor']").selectOption(other);
        desk.locator("form[action*='/pin']:has(select[name='project']) [type=submit]")
                .first()
                .click();
        assertThat(desk.locator(".figures")).isVisible();
        JsonNode pinned = timetables(show).path("draft");
        assertTrue(Json.list(pinned.path("meetings")).stream()
                .anyMatch(it -> it.path("project").asText().equals(first)
                        && it.path("investor").asText().equals(other)));

        desk.locator("[name='sure']").check();
        desk.locator("form[action*='/publish'] [type=submit]").click();
        assertThat(desk.locator("[name='sure']")).hasCount(0);
        Browser.screenshot(desk, "roadshow-published." + name);
        service.local().settle();

        JsonNode published = timetables(show).path("published");
        assertEquals(pinned.path("meetings").size(), published.path("meetings").size());
        project.navigate(service.url() + managePath(project));
        Browser.screenshot(project, "roadshow-meetings." + name);
        assertThat(project.locator("a[href*='meetings.ics']")).isVisible();

        desk.navigate(service.url() + "/console/roadshows/" + show + "/pitches?lang=" + name);
        desk.locator("input.position").nth(1).fill("1");
        desk.locator("input.position").nth(0).fill("2");
        desk.locator("#pitches [type=submit]").click();
        desk.waitForURL(Pattern.compile(".*saved=1.*"));
        Browser.screenshot(desk, "roadshow-pitches." + name);
        desk.navigate(service.url() + "/console/roadshows/" + show + "/hall?lang=" + name);
        Browser.screenshot(desk, "roadshow-hall." + name);
        byte[] programme = desk.context()
                .request()
                .get(service.url() + "/console/roadshows/" + show + "/programme.pdf?lang=" + name)
                .body();
        assertTrue(new String(programme, 0, 5, US_ASCII).startsWith("%PDF-"));
    }

    private String roadshow() {
        ObjectNode draft = Json.object();
        draft.putObject("title").put("zh", "示例融资路演").put("en", "Sample roadshow");
        draft.putObject("venue").put("name", "示例路演厅").put("address", "运河路 1 号");
        var startsAt = service.local().now().plus(Duration.ofDays(20)).atOffset(ZoneOffset.ofHours(8));
        draft.put("startsAt", Times.text(startsAt));
        draft.put("endsAt", Times.text(startsAt.plusHours(5)));
        var groups = draft.putArray("groups");
        groups.addObject().put("id", "project").put("capacity", PROJECTS).put("approval", "review");
        groups.addObject().put("id", "investor").put("capacity", INVESTORS);
        groups.addObject().put("id", "audience").put("capacity", 50);
        String id = service.post("/admin/roadshows")
                .as("organiser")
                .json(draft)
                .expect(201)
                .json()
                .path("id")
                .asText();
        service.post("/admin/roadshows/" + id + "/publish").as("organiser").expect(200);
        return id;
    }

    private void signUp(Page page, String show, String group, String language) {
        page.navigate(service.url() + "/r/" + show + "?lang=" + language);
        page.locator("a[href*='group=" + group + "']").first().click();
        page.locator("[name='person.organisation']").fill(group.equals("project") ? "示例科技 Sample" : "示例资本 Sample");
        page.locator("[name='person.name']").fill("示例");
        page.locator("[name='person.email']").fill(group + "-" + show.toLowerCase(Locale.ROOT) + "@example.com");
        page.locator("[name='profile.sectors'][value='ai']").check();
        page.locator("[name='profile.sectors'][value='smart-city']").check();
        if (group.equals("project")) {
            page.locator("[name='profile.stage'][value='angel']").check();
            page.locator("[name='profile.seekingWan']").fill("800");
        } else {
            page.locator("[name='profile.stages'][value='angel']").check();
            page.locator("[name='profile.ticketMinWan']").fill("100");
            page.locator("[name='profile.ticketMaxWan']").fill("2000");
        }
        Browser.screenshot(page, "roadshow-" + group + "." + language);
        page.locator("[name='consent']").check();
        page.locator("form[action*='/registrations'] [type=submit]").last().click();
        page.waitForURL(Pattern.compile(".*/m/reg_.*"));
    }

    private void others(String show, String group, int count) {
        for (int i = 0; i < count; i++) {
            ObjectNode body = Json.object().put("group", group).put("consent", true);
            body.putObject("person")
                    .put("name", "示例 " + i)
                    .put("email", group + i + "-" + show.toLowerCase(Locale.ROOT) + "@example.com")
                    .put("organisation", (group.equals("project") ? "示例公司 Sample " : "示例资本 Sample ") + (i + 1));
            ObjectNode profile = body.putObject("profile");
            profile.putArray("sectors").add(SECTORS.get(i % 4)).add(SECTORS.get((i + 1) % 4));
            if (group.equals("project")) {
                profile.put("stage", i % 2 == 0 ? "angel" : "seed").put("seeking", 1_000_000 * (i + 1));
            } else {
                profile.putArray("stages").add(i % 3 == 0 ? "seed" : "angel");
                profile.put("ticketMin", 1_000_000).put("ticketMax", 10_000_000).put("maxMeetings", 6);
            }
            service.post("/roadshows/" + show + "/registrations").json(body).expect(201);
        }
    }

    private void approveEverybody(String show) {
        ObjectNode decisions = Json.object();
        var items = decisions.putArray("items");
        for (JsonNode it : people(show, "?status=pending&limit=100")) {
            items.addObject().put("id", it.path("id").asText()).put("decision", "approve");
        }
        assertEquals(PROJECTS, items.size());
        service.post("/admin/roadshows/" + show + "/registrations/decisions")
                .as("organiser")
                .json(decisions)
                .expect(200);
    }

    private List<JsonNode> people(String show, String query) {
        return Json.list(service.get("/admin/roadshows/" + show + "/registrations" + query)
                .as("organiser")
                .expect(200)
                .json()
                .path("items"));
    }

    private JsonNode timetables(String show) {
        return service.get("/admin/roadshows/" + show + "/timetable")
                .as("organiser")
                .expect(200)
                .json();
    }

    /** An investor with whom the project has something in common, and whom it does not meet. */
    private String notMetBy(String project, JsonNode draft, String show) {
        List<String> met = new ArrayList<>();
        for (JsonNode meeting : draft.path("meetings")) {
            if (meeting.path("project").asText().equals(project)) {
                met.add(meeting.path("investor").asText());
            }
        }
        return people(show, "?group=investor&limit=100").stream()
                .map(it -> it.path("id").asText())
                .filter(it -> !met.contains(it))
                .findFirst()
                .orElseThrow();
    }

    private static String managePath(Page page) {
        String url = page.url();
        var id = Pattern.compile("registration=(reg_[A-Za-z0-9_-]+)").matcher(url);
        var token = Pattern.compile("token=([A-Za-z0-9_-]+)").matcher(url);
        assertTrue(id.find() && token.find(), url);
        return "/m/" + id.group(1) + "?token=" + token.group(1);
    }

    private void signIn(Page page) {
        page.navigate(service.url() + "/console");
        page.locator("a[href*='sign-in']").click();
        page.locator("[name='role'][value='organiser']").check();
        page.locator("button").click();
        page.waitForURL(Pattern.compile(".*/console.*"));
    }
}
