package yunhe.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Status;
import yunhe.core.profile.Profile.Side;
import yunhe.core.shared.Language;

/** What a participant of a roadshow sees on its own page. */
class RoadshowManageTest {
    private static final Activity ROADSHOW = RoadshowSamples.roadshow();

    @Test
    void before_the_timetable_one_is_led_to_the_others() {
        var html = page("roadshow-manage", Language.ZH);
        var self = RoadshowSamples.participant(ROADSHOW, Side.PROJECT, 0, Status.CONFIRMED);
        assertTrue(html.contains("/r/" + ROADSHOW.id() + "/directory?registration=" + self.id() + "&amp;token="), html);
        assertTrue(html.contains("寻找投资人，排出意向"));
        assertTrue(html.contains("已填写 3 家意向。"));
        assertFalse(html.contains("meetings.ics"));
        var investor = page("roadshow-manage-investor", Language.EN);
        assertTrue(investor.contains("Find projects and rank your wishes"));
        assertTrue(investor.contains("No wishes yet."));
    }

    @Test
    void after_that_one_reads_whom_one_meets_when_and_where() {
        var html = page("roadshow-manage-meetings", Language.EN);
        assertEquals(6, html.split("class=\"meeting-with\"", -1).length - 1);
        assertTrue(html.contains("<strong>13:30–13:45</strong>"), html);
        assertTrue(html.contains("样例天使基金 Example Angels 01"));
        assertTrue(html.contains("/meetings.ics?token="));
        assertFalse(html.contains("/directory?"));
        // Only what is on another day than the rest names it.
        assertEquals(1, html.split("Fri 11 Dec", -1).length - 1);
    }

    @Test
    void tables_count_from_one() {
        var html = page("roadshow-manage-meetings", Language.EN);
        assertTrue(html.contains(">Table 1<"), html);
        assertFalse(html.contains("Table 0"));
    }

    @Test
    void whoever_meets_nobody_is_told_so_kindly() {
        var html = page("roadshow-manage-no-meetings", Language.ZH);
        assertTrue(html.contains("这次没有为您安排一对一洽谈。"));
        assertFalse(html.contains("meetings.ics"));
    }

    @Test
    void while_a_change_is_reviewed_the_meetings_stay() {
        var html = page("roadshow-manage-pending-again", Language.ZH);
        assertTrue(html.contains("待审核"));
        assertTrue(html.contains("/meetings.ics?token="));
    }

    @Test
    void an_audience_has_no_meetings_and_no_profile() {
        var html = page("roadshow-manage-audience", Language.ZH);
        assertTrue(html.contains("观众"));
        assertFalse(html.contains("我的洽谈"));
        assertFalse(html.contains("我填写的资料"));
        assertFalse(organisation(html).contains(" required"));
    }

    @Test
    void one_reads_what_one_entered() {
        var project = page("roadshow-manage", Language.ZH);
        for (var text : List.of("项目方", "人工智能", "创意期", "8765 万元", "示例简介 0：", RoadshowSamples.DECK)) {
            assertTrue(project.contains(text), text);
        }
        var investor = page("roadshow-manage-investor", Language.EN);
        for (var text : List.of("Smart manufacturing, New materials", "1,230,000 yuan", "98,760,000 yuan")) {
            assertTrue(investor.contains(text), text);
        }
        // Whoever enters a link has nobody follow it.
        assertFalse(project.contains("href=\"" + RoadshowSamples.DECK));
    }

    @Test
    void whoever_meets_others_keeps_an_organisation() {
        assertTrue(organisation(page("roadshow-manage", Language.ZH)).contains(" required"));
    }

    @Test
    void a_roadshow_that_is_called_off_has_no_meetings() {
        var cancelled = Samples.with(ROADSHOW, Activity.Phase.CANCELLED, Optional.empty());
        var html = RoadshowPages.own(
                cancelled,
                RoadshowSamples.participant(ROADSHOW, Side.PROJECT, 0, Status.CONFIRMED),
                Language.ZH,
                RoadshowSamples.sixMeetings());
        assertFalse(html.contains("我的洽谈"));
    }

    private static String page(String name, Language language) {
        return Optional.ofNullable(RoadshowPages.in(language).get(name)).orElseThrow();
    }

    private static String organisation(String html) {
        var input = Pattern.compile("<input id=\"person.organisation\"[^>]*").matcher(html);
        assertTrue(input.find());
        return input.group();
    }
}
