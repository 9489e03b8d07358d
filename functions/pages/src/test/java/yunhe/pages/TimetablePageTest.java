package yunhe.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yunhe.core.shared.Language;
import yunhe.pages.TimetableView.Meeting;
import yunhe.pages.TimetableView.Pair;
import yunhe.pages.TimetableView.Pairs;
import yunhe.pages.TimetableView.Party;
import yunhe.pages.TimetableView.Plan;
import yunhe.pages.TimetableView.Proposal;
import yunhe.pages.TimetableView.Published;
import yunhe.pages.TimetableView.Rules;
import yunhe.pages.TimetableView.Slot;
import yunhe.pages.TimetableView.Solution;
import yunhe.pages.TimetableView.Unmet;

class TimetablePageTest {

    private static final Slot FIRST = slot(0, 20);
    private static final Slot SECOND = slot(30, 50);
    private static final Meeting MEETING = new Meeting(1, 0, "p1", "i2", 87);

    @Test
    void a_session_is_proposed_from_the_start_of_the_roadshow_on() {
        var page = page(new TimetableView.Unplanned());
        assertEquals("2026-12-12T13:30", value(page, "slots.first"));
        assertEquals("15", value(page, "slots.minutes"));
        assertTrue(page.contains("action=\"/console/roadshows/show_sample/timetable?lang=en\""), page);
        assertFalse(page.contains("/publish"), page);
    }

    @Test
    void solving_again_starts_from_what_was_asked_before() {
        var page = page(proposal(87, 87));
        assertEquals("2026-12-12T13:30", value(page, "slots.first"));
        assertEquals("20", value(page, "slots.minutes"));
        assertEquals("10", value(page, "slots.pause"));
        assertEquals("2", value(page, "slots.count"));
        assertEquals("2", value(page, "tables"));
        assertEquals("4", value(page, "maxMeetingsPerProject"));
        assertTrue(page.contains("name=\"from\" value=\"plan-9\""), page);
    }

    @Test
    void what_was_typed_and_refused_is_kept_beside_what_is_wrong_with_it() {
        var form = new SignUpForm(
                Map.of("tables", List.of("0"), "slots.count", List.of("12")),
                Map.of("tables", "From 1 to 40, please.", "slots[1].endsAt", "They overlap."),
                Optional.empty());
        var page = TimetablePage.render(view(new TimetableView.Unplanned(), form));

        assertEquals("0", value(page, "tables"));
        assertEquals("12", value(page, "slots.count"));
        assertTrue(page.contains("<p class=\"error\" id=\"tables-error\">From 1 to 40, please.</p>"), page);
        assertTrue(page.contains("<a href=\"#tables\">From 1 to 40, please.</a>"), page);
        assertTrue(page.contains("<li>They overlap.</li>"), page);
    }

    @Test
    void a_score_at_its_bound_is_said_to_be_the_best_and_any_other_how_far_it_is() {
        assertTrue(page(proposal(87, 87)).contains("Provably the best"));
        var other = page(proposal(87, 100));
        assertFalse(other.contains("Provably the best"));
        assertTrue(other.contains("more than 13 above"), other);
    }

    @Test
    void a_meeting_stands_in_its_slot_at_its_table_and_its_pair_can_be_pinned_or_forbidden() {
        var page = page(proposal(87, 87));
        var cell = cell(page, "slot-2", "Table 1");

        assertTrue(cell.contains("Sample One") && cell.contains("Sample Two Capital") && cell.contains("87"), cell);
        assertTrue(cell.contains("name=\"project\" value=\"p1\"") && cell.contains("value=\"i2\""), cell);
        assertTrue(cell.contains("action=\"/console/roadshows/show_sample/timetable/plan-9/pin?lang=en\""), cell);
        assertTrue(
                cell.contains("formaction=\"/console/roadshows/show_sample/timetable/plan-9/forbid?lang=en\""), cell);
        assertTrue(cell(page, "slot-1", "Table 1").contains("free"), page);
        assertTrue(cell(page, "slot-2", "Table 2").contains("free"), page);
    }

    @Test
    void a_pinned_pair_can_be_released_and_a_forbidden_one_too() {
        var pairs = new Pairs(List.of(new Pair("p1", "i2")), List.of(new Pair("p2", "i1")));
        var page = page(new Proposal("plan-9", rules(), solution(87, 87), pairs));
        var cell = cell(page, "slot-2", "Table 1");

        assertTrue(cell.contains("plan-9/release"), cell);
        assertFalse(cell.contains("plan-9/forbid"), cell);
        assertTrue(page.contains("<span>Sample One × Sample Two Capital</span>"), page);
        assertTrue(page.contains("<span>&lt;b&gt;示例二&lt;/b&gt; × 示例资本一</span>"), page);
    }

    @Test
    void any_pair_can_be_chosen_and_a_choice_that_was_refused_stays() {
        var form = new SignUpForm(
                Map.of("project", List.of("p2")), Map.of("investor", "Choose an investor."), Optional.empty());
        var page = TimetablePage.render(view(proposal(87, 87), form));

        assertTrue(page.contains("<option value=\"p2\" selected>"), page);
        assertTrue(page.contains("<option value=\"i1\">示例资本一</option>"), page);
        assertTrue(page.contains("<p class=\"error\" id=\"investor-error\">Choose an investor.</p>"), page);
        assertEquals("2", value(page, "tables"), "the other form is as it was");
    }

    @Test
    void who_is_left_short_is_listed() {
        var solution = new Solution(87, 87, List.of(MEETING), List.of(new Unmet("p2", 0, 1)));
        var page = page(new Proposal("plan-9", rules(), solution, none()));
        assertTrue(page.contains("<li>&lt;b&gt;示例二&lt;/b&gt;: 0 of at least 1</li>"), page);
        assertFalse(page.contains("Every project has"), page);
    }

    @Test
    void publishing_has_to_be_confirmed() {
        var page = page(proposal(87, 87));
        assertTrue(page.contains("action=\"/console/roadshows/show_sample/timetable/plan-9/publish?lang=en\""), page);
        assertTrue(page.contains("name=\"sure\" value=\"true\" required"), page);
    }

    @Test
    void what_is_published_is_only_shown_with_what_has_changed_since() {
        var change = new TimetableView.Change(TimetableView.Change.What.DROPPED, new Meeting(0, 1, "p1", "gone", 50));
        var at = TimetableSamples.START.minus(Duration.ofDays(2));
        var page = page(new Published(at, rules(), List.of(MEETING), List.of(change)));

        assertTrue(page.contains("Published on Thursday, 10 December, 13:30"), page);
        assertTrue(page.contains("<strong>Dropped</strong> Sample One × no longer there · 13:30 · table 2"), page);
        assertTrue(cell(page, "slot-2", "Table 1").contains("Sample Two Capital"), page);
        assertFalse(page.contains("<form"), page);
        assertFalse(page.contains("87"), "scores are the organiser's to plan with");
    }

    @Test
    void without_anybody_to_meet_there_is_nothing_to_solve() {
        var page = TimetablePage.render(new TimetableView(
                Language.EN,
                TimetableSamples.show(Language.EN),
                List.of(),
                investors(),
                new TimetableView.Unplanned(),
                SignUpForm.EMPTY));
        assertTrue(page.contains("There is nothing to plan yet"), page);
        assertFalse(page.contains("<form"), page);
    }

    private static String page(Plan plan) {
        return TimetablePage.render(view(plan, SignUpForm.EMPTY));
    }

    private static TimetableView view(Plan plan, SignUpForm form) {
        var projects = List.of(new Party("p1", "Sample One"), new Party("p2", "<b>示例二</b>"));
        return new TimetableView(Language.EN, TimetableSamples.show(Language.EN), projects, investors(), plan, form);
    }

    private static List<Party> investors() {
        return List.of(new Party("i1", "示例资本一"), new Party("i2", "Sample Two Capital"));
    }

    private static Proposal proposal(int score, int bound) {
        return new Proposal("plan-9", rules(), solution(score, bound), none());
    }

    private static Solution solution(int score, int bound) {
        return new Solution(score, bound, List.of(MEETING), List.of());
    }

    private static Rules rules() {
        return new Rules(List.of(FIRST, SECOND), 2, 4, 1);
    }

    private static Pairs none() {
        return new Pairs(List.of(), List.of());
    }

    private static Slot slot(int from, int until) {
        return new Slot(
                TimetableSamples.START.plus(Duration.ofMinutes(from)),
                TimetableSamples.START.plus(Duration.ofMinutes(until)));
    }

    /** What stands in a field. */
    private static String value(String page, String field) {
        var input = page.substring(page.indexOf("<input id=\"" + field + "\""));
        var from = input.indexOf(" value=\"") + 8;
        return input.substring(from, input.indexOf('"', from));
    }

    /** What stands at a table in a slot. */
    private static String cell(String page, String slot, String table) {
        var column = page.substring(page.indexOf("id=\"" + slot + "\""));
        var cell = column.substring(column.indexOf(table));
        return cell.substring(0, cell.indexOf("</li>"));
    }
}
