package yunhe.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import yunhe.core.roadshow.Pitch;
import yunhe.core.roadshow.Programme;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;
import yunhe.testkit.Programmes;

class HallPageTest {

    private static final Pattern REFRESH = Pattern.compile("<meta http-equiv=\"refresh\" content=\"([0-9]+)\">");
    private static final Instant START = Programmes.START;
    private static final Programme TWENTY = Programmes.of(20);

    @Test
    void before_the_first_it_says_when_that_is() {
        var html = zh(TWENTY, START.minus(Duration.ofMinutes(20)));
        assertTrue(stage(html).contains("09:00 开始"), html);
        assertFalse(stage(html).contains("12月5日"), html);
        assertTrue(queue(html).contains("示例智航科技 1"), html);
        assertTrue(stage(zh(TWENTY, START.minus(Duration.ofDays(1)))).contains("12月5日"));
    }

    @Test
    void who_is_on_is_there_with_everything_one_may_know() {
        var html = zh(TWENTY, START.plus(Duration.ofMinutes(3)));
        for (var words : List.of("09:00–09:08", "示例智航科技 1", "人工智能 · 创意期", "给老旧小区的电梯装上", "max=\"480\" value=\"180\"")) {
            assertTrue(stage(html).contains(words), () -> words + " in " + html);
        }
        assertFalse(queue(html).contains("示例智航科技 1<"), html);
        assertTrue(queue(html).contains("Sample Robotics 2"), html);
        var en = HallPage.render(TWENTY, START.plus(Duration.ofMinutes(3)), Language.EN);
        assertTrue(stage(en).contains("Artificial intelligence · Idea"), en);
        assertTrue(stage(en).contains("Eyes for old lifts"), en);
    }

    @Test
    void the_stage_changes_in_the_moment_in_which_the_next_begins() {
        var change = START.plus(Programmes.LENGTH);
        assertTrue(stage(zh(TWENTY, change.minusNanos(1))).contains("示例智航科技 1"));
        assertTrue(stage(zh(TWENTY, change)).contains("Sample Robotics 2"));
    }

    @Test
    void in_a_break_it_says_when_it_goes_on_and_with_whom() {
        var pause = START.plus(Programmes.LENGTH.multipliedBy(Programmes.BREAK_AFTER));
        var html = zh(TWENTY, pause);
        assertTrue(stage(html).contains("10:46 继续"), html);
        assertTrue(queue(html).contains("示例智航科技 13"), html);
    }

    @Test
    void after_the_last_it_thanks_and_shows_who_was_there() {
        var last = zh(TWENTY, TWENTY.endsAt().minusSeconds(1));
        assertTrue(stage(last).contains("Mẫu Thử Nghiệm 20"), last);
        assertFalse(last.contains("class=\"queue\""), last);
        var html = zh(TWENTY, TWENTY.endsAt());
        assertTrue(stage(html).contains("谢谢各位"), html);
        assertTrue(queue(html).contains("示例智航科技 1<"), html);
        assertFalse(html.contains("class=\"next\""), html);
    }

    @Test
    void without_an_order_it_says_so() {
        var html = zh(Programmes.of(0), START);
        assertTrue(stage(html).contains("顺序即将公布"), html);
        assertFalse(html.contains("class=\"queue\""), html);
    }

    @Test
    void a_screen_counts_those_for_whom_it_has_no_room() {
        var html = zh(TWENTY, START);
        assertEquals(HallModel.QUEUE_SHOWN, html.split("<li class=\"(next|later)\"", -1).length - 1);
        assertEquals(19 - HallModel.QUEUE_SHOWN, html.split("<li class=\"later beyond\"", -1).length - 1);
        assertTrue(html.contains("另有 12 个项目"), html);
        assertFalse(zh(Programmes.of(HallModel.QUEUE_SHOWN + 1), START).contains("另有"));
    }

    @Test
    void it_asks_for_itself_again_when_something_changes() {
        assertEquals(15, refresh(START));
        assertEquals(10, refresh(START.plusSeconds(50)));
        assertEquals(1, refresh(START.plusMillis(59_001)));
        assertEquals(1, refresh(START.plusNanos(59_999_999_999L)));
        assertEquals(60, refresh(TWENTY.endsAt()));
        var odd = new Programme(
                TWENTY.title(), TWENTY.venue(), TWENTY.zone(), START, List.of(pitch(Duration.ofSeconds(95))));
        var wait = REFRESH.matcher(zh(odd, START.plusSeconds(90)));
        assertTrue(wait.find());
        assertEquals("5", wait.group(1));
    }

    @Test
    void other_pages_do_not_ask_for_themselves_again() {
        for (var page : AllPages.in(Language.EN).entrySet()) {
            assertEquals(
                    page.getKey().startsWith("hall-"),
                    REFRESH.matcher(page.getValue()).find(),
                    page.getKey());
        }
    }

    @Test
    void times_are_those_of_the_venue() {
        var there = new Programme(
                TWENTY.title(), TWENTY.venue(), ZoneId.of("Europe/Berlin"), TWENTY.startsAt(), TWENTY.pitches());
        var html = zh(there, START);
        assertTrue(stage(html).contains("02:00–02:08"), html);
        assertTrue(html.contains("中欧时间 (GMT+1)"), html);
        assertTrue(html.contains("<p class=\"hall-clock\">02:00</p>"), html);
    }

    @Test
    void a_long_name_is_smaller() {
        assertTrue(zh(TWENTY, START).contains("stage-title huge"));
        assertTrue(zh(TWENTY, START.plus(Programmes.LENGTH.multipliedBy(2))).contains("stage-title large"));
        assertTrue(zh(TWENTY, START.plus(Programmes.LENGTH.multipliedBy(5))).contains("stage-title long"));
    }

    @Test
    void what_people_typed_is_text() {
        var mean = new Programme(
                Bilingual.same("<b>路演</b>"),
                Optional.empty(),
                TWENTY.zone(),
                START,
                List.of(new Pitch(
                        1,
                        Programmes.pitch(1).id(),
                        "<script>alert(1)</script>",
                        List.of("<i>"),
                        Optional.of("\" onload=\""),
                        Optional.of(Bilingual.same("<style>")),
                        START,
                        Programmes.LENGTH)));
        var html = zh(mean, START);
        for (var tag : List.of("<b>", "<script>", "<i>", "<style>")) {
            assertFalse(html.contains(tag), tag);
        }
    }

    private static Pitch pitch(Duration length) {
        var pitch = Programmes.pitch(1);
        return new Pitch(
                1, pitch.id(), pitch.organisation(), pitch.sectors(), pitch.stage(), pitch.pitch(), START, length);
    }

    private static int refresh(Instant now) {
        var found = REFRESH.matcher(zh(TWENTY, now));
        assertTrue(found.find());
        return Integer.parseInt(found.group(1));
    }

    private static String zh(Programme programme, Instant now) {
        return HallPage.render(programme, now, Language.ZH);
    }

    private static String stage(String html) {
        return between(html, "<section class=\"stage\"");
    }

    private static String queue(String html) {
        return between(html, "<section class=\"queue\"");
    }

    private static String between(String html, String start) {
        return html.substring(html.indexOf(start), html.indexOf("</section>", html.indexOf(start)));
    }
}
