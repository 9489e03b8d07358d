package yunhe.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Seats;
import yunhe.core.shared.Language;

/** How one signs up for a roadshow. */
class RoadshowPageTest {
    private static final Activity ROADSHOW = RoadshowSamples.roadshow();

    private final ActivityPage page = new ActivityPage(Samples.environment());

    @Test
    void a_visitor_first_says_as_what() {
        var html = open(Optional.empty());
        for (var group : List.of("project", "investor", "audience")) {
            assertTrue(html.contains("/r/" + ROADSHOW.id() + "?group=" + group + "&amp;lang=zh#signup"), html);
        }
        assertTrue(html.contains("带项目参加"));
        assertTrue(html.contains("余 8 位"));
        assertTrue(html.contains("候补 · 3 人排队"));
        assertFalse(html.contains("name=\"requestId\""));
    }

    @Test
    void only_groups_that_the_roadshow_has_are_offered() {
        var html = page.open(
                RoadshowSamples.roadshow(List.of("project", "audience")),
                RoadshowSamples.seats(),
                Optional.of("investor"),
                Language.ZH);
        assertTrue(html.contains("?group=audience"));
        assertFalse(html.contains("?group=investor"));
        assertFalse(html.contains("name=\"requestId\""));
    }

    @Test
    void whoever_has_chosen_gets_the_form_of_that_group() {
        var html = open("project");
        assertTrue(html.contains("<input type=\"hidden\" name=\"group\" value=\"project\">"), html);
        assertEquals(8, count(html, "type=\"checkbox\" name=\"profile.sectors\""));
        assertEquals(8, count(html, "type=\"radio\" name=\"profile.stage\""));
        for (var name : List.of("profile.seekingWan", "profile.pitch.zh", "profile.deckUrl", "person.name")) {
            assertTrue(html.contains("id=\"" + name + "\""), name);
        }
        assertFalse(html.contains("profile.ticketMinWan"));
        assertTrue(page.open(ROADSHOW, RoadshowSamples.seats(), Optional.of("project"), Language.EN)
                .contains("name=\"profile.pitch.en\""));
    }

    @Test
    void an_investor_says_what_it_looks_for() {
        var html = open("investor");
        assertEquals(7, count(html, "type=\"checkbox\" name=\"profile.stages\""));
        for (var name : List.of("profile.ticketMinWan", "profile.ticketMaxWan", "profile.maxMeetings")) {
            assertTrue(html.contains("id=\"" + name + "\""), name);
        }
        assertFalse(html.contains("profile.pitch"));
        assertFalse(html.contains("profile.seekingWan"));
        // There is no place for an investor, though there is one for others.
        assertTrue(html.contains("加入候补"));
    }

    @Test
    void one_may_choose_again_and_keeps_the_choice_in_the_other_language() {
        var html = open("investor");
        assertTrue(html.contains("<a href=\"/r/" + ROADSHOW.id() + "?lang=zh#signup\">换一种方式</a>"), html);
        assertTrue(html.contains("/r/" + ROADSHOW.id() + "?group=investor&amp;lang=en"));
    }

    @Test
    void where_there_is_one_group_nobody_chooses() {
        var html = page.open(
                RoadshowSamples.roadshow(List.of("investor")), RoadshowSamples.seats(), Optional.empty(), Language.ZH);
        assertTrue(html.contains("<input type=\"hidden\" name=\"group\" value=\"investor\">"));
        assertFalse(html.contains("换一种方式"));
        assertFalse(html.contains("?group="));
    }

    @Test
    void a_group_without_any_place_cannot_be_chosen() {
        var seats = List.of(
                new Seats("project", 20, 20, 0, 0),
                new Seats("investor", 20, 0, 50, 0),
                new Seats("audience", 20, 0, 50, 0));
        var choice = page.open(ROADSHOW, seats, Optional.empty(), Language.ZH);
        assertFalse(choice.contains("?group=project"));
        assertTrue(choice.contains("带项目参加"));
        var chosen = page.open(ROADSHOW, seats, Optional.of("project"), Language.ZH);
        assertTrue(chosen.contains("名额与候补均已满"));
        assertTrue(chosen.contains("换一种方式"));
        assertFalse(chosen.contains("name=\"requestId\""));
    }

    @Test
    void before_it_opens_there_is_nothing_to_choose() {
        var later = Samples.NOW.plusSeconds(60);
        var soon = Samples.opening(ROADSHOW, later, later.plusSeconds(60));
        for (var group : List.of(Optional.<String>empty(), Optional.of("project"))) {
            var html = page.open(soon, RoadshowSamples.seats(), group, Language.ZH);
            assertTrue(html.contains("报名尚未开放"));
            assertFalse(html.contains("name=\"requestId\""));
            assertFalse(html.contains("#signup"));
        }
    }

    @Test
    void money_is_asked_for_in_ten_thousands_of_yuan() {
        assertTrue(open("project").contains("拟融资金额（万元）"));
        assertTrue(page.open(ROADSHOW, RoadshowSamples.seats(), Optional.of("investor"), Language.EN)
                .contains("In ten thousands of yuan: 800 means 8,000,000 yuan."));
    }

    @Test
    void whoever_meets_others_names_an_organisation() {
        assertTrue(organisation(open("project")).contains(" required"));
        assertTrue(organisation(open("investor")).contains(" required"));
        assertFalse(organisation(open("audience")).contains(" required"));
    }

    @Test
    void one_is_told_what_others_will_see_before_agreeing() {
        var html = open("project");
        int shared = html.indexOf("其他已确认的参会者会看到：公司或团队名称、领域、阶段和项目简介。");
        assertTrue(shared > 0 && shared < html.indexOf("id=\"consent\""), html);
        assertTrue(html.contains("除上面列出的内容外，只有主办方工作人员可见"));
        assertTrue(open("investor").contains("其他已确认的参会者会看到：机构名称、关注的领域和阶段。"));
        assertFalse(open("audience").contains("其他已确认的参会者会看到"));
    }

    @Test
    void what_was_typed_is_kept_and_stays_text() {
        var html = again(RoadshowPages.refusedProject(Language.ZH));
        assertTrue(html.contains("<input type=\"hidden\" name=\"group\" value=\"project\">"));
        assertTrue(isChecked(html, "profile.stage", "angel"));
        assertFalse(isChecked(html, "profile.stage", "seed"));
        assertTrue(html.contains("value=\"800.123456\""));
        assertTrue(html.contains("&lt;/textarea&gt;&lt;script&gt;"));
        assertFalse(html.contains("<script>alert"));
        assertTrue(html.contains("name=\"requestId\" value=\"request-1\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"person.organisation", "profile.sectors", "profile.seekingWan", "profile.deckUrl"})
    void an_error_stands_at_its_field_and_at_the_top(String field) {
        var html = again(RoadshowPages.refusedProject(Language.ZH));
        assertTrue(html.contains("<p class=\"error\" id=\"" + field + "-error\">"), html);
        assertTrue(html.contains("<li><a href=\"#" + field + "\">"));
    }

    @Test
    void a_profile_that_is_missing_altogether_is_asked_for_where_it_begins() {
        var html = again(
                new SignUpForm(Map.of("group", List.of("project")), Map.of("profile", "请填写资料。"), Optional.empty()));
        assertTrue(html.contains("<p class=\"error\" id=\"profile.sectors-error\">请填写资料。</p>"), html);
        assertEquals(1, count(html, "<li><a href=\"#profile.sectors\">"));
        assertFalse(html.contains("<li>请填写资料。"));
    }

    @Test
    void what_another_form_named_otherwise_is_kept_too() {
        var html = again(new SignUpForm(
                Map.of(
                        "group", List.of("project"),
                        "profile.seeking", List.of("8005000"),
                        "profile.pitch.en", List.of("A sample pitch")),
                Map.of("profile.seeking", "金额不对。", "profile.pitch.en", "简介不对。"),
                Optional.empty()));
        assertTrue(html.contains("name=\"profile.seekingWan\" type=\"number\" value=\"800.5\""), html);
        assertTrue(html.contains("id=\"profile.seekingWan-error\">金额不对。"));
        assertTrue(html.contains("name=\"profile.pitch.zh\""));
        assertTrue(html.contains(">A sample pitch</textarea>"));
        assertTrue(html.contains("id=\"profile.pitch.zh-error\">简介不对。"));
    }

    @Test
    void money_that_is_no_number_is_left_alone() {
        for (var odd : List.of("1e999999999", "-5", "8,000,000", " ")) {
            var shown = ProfileTyped.of(
                    new SignUpForm(Map.of("profile.seeking", List.of(odd)), Map.of(), Optional.empty()), Language.ZH);
            assertEquals("", shown.value("profile.seekingWan"), odd);
        }
    }

    @Test
    void a_form_that_named_no_group_loses_nothing_while_it_is_asked_for_one() {
        var html = again(RoadshowPages.refusedWithoutGroup(Language.ZH));
        assertEquals(3, count(html, "type=\"radio\" name=\"group\""));
        assertTrue(html.contains("<input type=\"hidden\" name=\"profile.sectors\" value=\"ai\">"), html);
        assertTrue(html.contains("<input type=\"hidden\" name=\"profile.sectors\" value=\"life-health\">"));
        assertTrue(html.contains("<input type=\"hidden\" name=\"profile.seeking\" value=\"8000000\">"));
    }

    @Test
    void the_list_says_that_it_is_a_roadshow() {
        var summary = Summary.of(ROADSHOW, RoadshowSamples.seats(), Samples.NOW, Language.ZH);
        var html = HomePage.render(List.of(summary), List.of(), Optional.empty(), Language.ZH);
        assertTrue(html.contains("<span class=\"kind\">融资路演</span>"), html);
    }

    private String open(String group) {
        return open(Optional.of(group));
    }

    private String open(Optional<String> group) {
        return page.open(ROADSHOW, RoadshowSamples.seats(), group, Language.ZH);
    }

    private String again(SignUpForm form) {
        return page.render(ROADSHOW, RoadshowSamples.seats(), Language.ZH, form);
    }

    private static boolean isChecked(String html, String name, String value) {
        return Pattern.compile("name=\"" + Pattern.quote(name) + "\" value=\"" + value + "\" checked")
                .matcher(html)
                .find();
    }

    private static String organisation(String html) {
        var input = Pattern.compile("<input id=\"person.organisation\"[^>]*").matcher(html);
        assertTrue(input.find());
        return input.group();
    }

    private static int count(String html, String text) {
        return html.split(Pattern.quote(text), -1).length - 1;
    }
}
