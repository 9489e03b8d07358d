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
import org.junit.jupiter.params.provider.EnumSource;
import yunhe.core.activity.Status;
import yunhe.core.profile.Profile.Side;
import yunhe.core.shared.Language;

class DirectoryPageTest {
    private static final DirectoryView.State OPEN = DirectoryView.State.OPEN;
    private static final DirectoryView.Filter AI = new DirectoryView.Filter(Optional.of("ai"), Optional.empty());
    private static final Pattern RANK_SHOWN = Pattern.compile("<input id=\"rank\\.");
    private static final Pattern RANK_HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"rank\\.");

    @ParameterizedTest
    @EnumSource(Language.class)
    void nobodys_name_contact_money_or_slides_are_in_it(Language language) {
        var pages = RoadshowPages.in(language);
        var ofProjects = RoadshowSamples.participant(RoadshowSamples.roadshow(), Side.PROJECT, 1, Status.CONFIRMED);
        // Its own person sees all of that: were it not there, nothing were proven.
        var own = RoadshowPages.own(
                RoadshowSamples.roadshow(), ofProjects, language, new OwnMeetings.Published(List.of()));
        assertTrue(own.contains(RoadshowSamples.DECK) && own.contains(RoadshowSamples.NAME));
        for (var name : pages.keySet()) {
            if (name.startsWith("directory")) {
                assertTellsNothing(pages.get(name), name);
            }
        }
        assertTrue(pages.get("directory").contains(language == Language.ZH ? "示例简介 1：" : "Sample pitch 1:"));
        assertTrue(pages.get("directory-investors").contains("样例天使基金 Example Angels 01"));
    }

    private static void assertTellsNothing(String html, String name) {
        for (var secret : List.of(
                RoadshowSamples.NAME,
                "@example.com",
                "8613800",
                RoadshowSamples.DECK,
                Long.toString(RoadshowSamples.SEEKING),
                Long.toString(RoadshowSamples.TICKET_MIN),
                Long.toString(RoadshowSamples.TICKET_MAX),
                "万元",
                "yuan")) {
            assertFalse(html.contains(secret), name + " tells " + secret);
        }
    }

    @Test
    void an_entry_says_what_it_is_about() {
        var html = page("directory-investors", Language.EN);
        assertTrue(html.contains("<span class=\"tag\">Artificial intelligence</span>"), html);
        assertTrue(html.contains("<span class=\"tag stage\">Seed</span>"));
    }

    @Test
    void ranks_are_those_of_the_wishes() {
        var html = page("directory", Language.ZH);
        assertEquals(15, count(RANK_SHOWN, html));
        assertEquals("1", rank(html, 3));
        assertEquals("2", rank(html, 0));
        assertEquals("3", rank(html, 7));
        assertEquals("", rank(html, 1));
    }

    @Test
    void one_form_sends_all_ranks() {
        var view = view(List.of(), DirectoryView.Filter.NONE, SignUpForm.EMPTY);
        var html = render(view);
        assertTrue(
                html.contains("<form method=\"post\" action=\"/roadshows/"
                        + view.activity().id() + "/registrations/" + view.self() + "/wishes?token="),
                html);
        assertEquals(1, html.split("<form method=\"post\"", -1).length - 1);
        assertTrue(html.contains("<input type=\"hidden\" name=\"locale\" value=\"zh\">"));
    }

    @Test
    void wishes_for_those_whom_the_filter_hides_go_along() {
        var html = page("directory-filtered", Language.ZH);
        int shown = count(RANK_SHOWN, html);
        assertTrue(shown > 0 && shown < 15, html);
        assertEquals(
                3,
                count(RANK_HIDDEN, html)
                        + Pattern.compile("<input id=\"rank[^>]* value=\"[1-9]")
                                .matcher(html)
                                .results()
                                .count());
        assertTrue(count(RANK_HIDDEN, html) > 0);
        assertTrue(html.contains("<input type=\"hidden\" name=\"" + RoadshowPages.rank(3) + "\" value=\"1\">"));
        assertTrue(html.contains("显示 " + shown + " 家，共 15 家"));
    }

    @Test
    void the_filter_needs_no_script_and_keeps_who_one_is() {
        var html = page("directory-filtered", Language.ZH);
        var view = view(List.of(), AI, SignUpForm.EMPTY);
        assertTrue(html.contains("method=\"get\" action=\"/r/" + view.activity().id() + "/directory\""), html);
        assertTrue(html.contains("<input type=\"hidden\" name=\"registration\" value=\"" + view.self() + "\">"));
        assertTrue(html.contains("<input type=\"hidden\" name=\"lang\" value=\"zh\">"));
        assertTrue(html.contains("<option value=\"ai\" selected>"));
        // The same people in the other language.
        assertTrue(html.contains("&amp;sector=ai&amp;lang=en"));
    }

    @Test
    void whoever_is_gone_leaves_no_gap_among_the_ranks() {
        var all = view(List.of(4, 2, 6), DirectoryView.Filter.NONE, SignUpForm.EMPTY);
        var gone = all.wishes().getFirst();
        var html = render(new DirectoryView(
                all.language(),
                all.activity(),
                all.self(),
                all.side(),
                all.entries().stream().filter(entry -> !entry.id().equals(gone)).toList(),
                all.wishes(),
                all.filter(),
                all.state(),
                all.form()));
        assertEquals("1", rank(html, 2));
        assertEquals("2", rank(html, 6));
        assertFalse(html.contains(gone.value()));
    }

    @Test
    void what_was_refused_is_kept_and_named() {
        var html = page("directory-refused", Language.EN);
        assertEquals("99", rank(html, 2));
        assertEquals("1", rank(html, 5));
        assertTrue(
                html.contains(
                        "id=\"" + RoadshowPages.rank(2) + "-error\">Please give a whole number from 1 to 20.</p>"),
                html);
        assertTrue(html.contains("<li><a href=\"#" + RoadshowPages.rank(2) + "\">"));
        assertTrue(html.contains("Your wishes are not saved"));
    }

    @Test
    void a_refusal_of_the_whole_is_said_in_its_words() {
        var trouble = new SignUpForm(
                Map.of("locale", List.of("zh")),
                Map.of("rank", "意向过多。"),
                Optional.of(new SignUpForm.Trouble("body.invalid", "请检查。")));
        var html = render(view(List.of(), DirectoryView.Filter.NONE, trouble));
        assertTrue(html.contains("<p>请检查。</p>"), html);
        assertTrue(html.contains("<li>意向过多。</li>"));
    }

    @Test
    void after_saving_one_is_told_so() {
        assertTrue(page("directory-saved", Language.ZH).contains("意向已保存"));
        assertFalse(page("directory", Language.ZH).contains("意向已保存"));
    }

    @Test
    void once_the_timetable_is_published_there_is_nothing_to_change() {
        var html = page("directory-published", Language.ZH);
        assertTrue(html.contains("对接日程已公布，意向不能再修改。"));
        assertTrue(html.contains("我的第 1 意向"));
        assertEquals(0, count(RANK_SHOWN, html));
        assertFalse(html.contains("method=\"post\""));
        assertTrue(html.contains("method=\"get\""));
    }

    @Test
    void a_form_never_has_more_fields_than_a_request_may() {
        var shown = new RoadshowPages(Map.of(), Language.ZH)
                .view(
                        Side.INVESTOR,
                        DirectoryModel.SHOWN_MAX + 1,
                        List.of(),
                        DirectoryView.Filter.NONE,
                        OPEN,
                        SignUpForm.EMPTY);
        var html = render(shown);
        assertEquals(DirectoryModel.SHOWN_MAX, count(RANK_SHOWN, html));
        assertTrue(html.contains("还有 1 家没有显示"));
    }

    private static DirectoryView view(List<Integer> wished, DirectoryView.Filter filter, SignUpForm form) {
        return new RoadshowPages(Map.of(), Language.ZH).view(Side.INVESTOR, 15, wished, filter, OPEN, form);
    }

    private static String render(DirectoryView view) {
        return new DirectoryPage(Samples.environment()).render(view);
    }

    private static String page(String name, Language language) {
        return Optional.ofNullable(RoadshowPages.in(language).get(name)).orElseThrow();
    }

    private static String rank(String html, int number) {
        var input = Pattern.compile("<input id=\"" + RoadshowPages.rank(number) + "\"[^>]* value=\"([^\"]*)\"")
                .matcher(html);
        assertTrue(input.find(), html);
        return input.group(1);
    }

    private static int count(Pattern pattern, String html) {
        return Math.toIntExact(pattern.matcher(html).results().count());
    }
}
