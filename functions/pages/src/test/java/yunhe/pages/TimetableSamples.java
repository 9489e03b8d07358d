package yunhe.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import yunhe.core.shared.Language;
import yunhe.pages.TimetableView.Change;
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

/** A matching session of twenty projects and fifteen investors, at every step of its planning. */
final class TimetableSamples {

    static final Instant START = Instant.parse("2026-12-12T05:30:00Z");
    static final List<Party> PROJECTS =
            parties("p", 20, "示例智造", "Sample Robotics", "示例未来生命健康科技（杭州）", "Sample Low-Altitude Flight Systems");
    static final List<Party> INVESTORS = parties("i", 15, "示例资本", "Sample Ventures", "示例运河产业创业投资基金");

    private static final int SLOTS = 8;
    private static final int TABLES = 12;

    private TimetableSamples() {}

    static Map<String, String> pages(Language language) {
        var pages = new LinkedHashMap<String, String>();
        var empty = SignUpForm.EMPTY;
        pages.put("timetable-new", page(language, new TimetableView.Unplanned(), empty));
        pages.put("timetable-refused", page(language, new TimetableView.Unplanned(), refused(language)));
        pages.put(
                "timetable-nobody",
                TimetablePage.render(new TimetableView(
                        language, show(language), PROJECTS, List.of(), new TimetableView.Unplanned(), empty)));
        pages.put("timetable", page(language, proposal(0, List.of()), empty));
        var short1 = List.of(new Unmet("p3", 0, 1), new Unmet("p15", 1, 2));
        pages.put("timetable-short", page(language, proposal(37, short1), empty));
        pages.put("timetable-unsure", page(language, proposal(0, List.of()), unsure(language)));
        pages.put("timetable-published", page(language, published(changes()), empty));
        pages.put("timetable-published-unchanged", page(language, published(List.of()), empty));
        return pages;
    }

    static ConsoleShow show(Language language) {
        var title = language == Language.ZH
                ? "示例 · 生命健康与新材料融资路演暨产业资本对接会"
                : "Sample · Life health and new materials: pitches and meetings";
        return new ConsoleShow("show_sample", title, START, ZoneId.of("Asia/Shanghai"));
    }

    static String page(Language language, Plan plan, SignUpForm form) {
        return TimetablePage.render(new TimetableView(language, show(language), PROJECTS, INVESTORS, plan, form));
    }

    static Proposal proposal(int gap, List<Unmet> unmet) {
        var meetings = meetings();
        int score = meetings.stream().mapToInt(Meeting::score).sum();
        var first = meetings.getFirst();
        var pairs = new Pairs(
                List.of(new Pair(first.project(), first.investor())),
                List.of(new Pair("p2", "i5"), new Pair("p4", "i9")));
        return new Proposal("plan-1", rules(), new Solution(score, score + gap, meetings, unmet), pairs);
    }

    static Rules rules() {
        var slots = IntStream.range(0, SLOTS)
                .mapToObj(i -> START.plus(Duration.ofMinutes(20L * i)))
                .map(from -> new Slot(from, from.plus(Duration.ofMinutes(15))))
                .toList();
        return new Rules(slots, TABLES, 6, 1);
    }

    private static Published published(List<Change> changes) {
        return new Published(Instant.parse("2026-12-10T08:05:00Z"), rules(), meetings(), changes);
    }

    private static List<Change> changes() {
        return List.of(
                new Change(Change.What.DROPPED, new Meeting(2, 4, "p6", "i99", 80)),
                new Change(Change.What.ADDED, new Meeting(7, 11, "p19", "i3", 64)));
    }

    /** A pair meets once; where that would happen twice, a table stays free. */
    private static List<Meeting> meetings() {
        var met = new HashSet<Pair>();
        var all = new ArrayList<Meeting>();
        for (int slot = 0; slot < SLOTS; slot++) {
            for (int table = 0; table < TABLES; table++) {
                var project = "p" + ((table + 7 * slot) % 20 + 1);
                var investor = "i" + ((table + slot) % 15 + 1);
                boolean last = slot == SLOTS - 1 && table > TABLES - 4;
                if (!last && met.add(new Pair(project, investor))) {
                    all.add(new Meeting(slot, table, project, investor, 60 + (table * 7 + slot * 11) % 41));
                }
            }
        }
        return all;
    }

    private static List<Party> parties(String prefix, int count, String... names) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Party(prefix + i, names[i % names.length] + " %02d".formatted(i)))
                .toList();
    }

    private static SignUpForm refused(Language language) {
        boolean zh = language == Language.ZH;
        var errors = new LinkedHashMap<String, String>();
        errors.put("slots.minutes", zh ? "请填写 5 到 120 之间的数字。" : "Please enter a number from 5 to 120.");
        errors.put("tables", zh ? "请填写桌数。" : "Please fill in the number of tables.");
        errors.put("slots[0].endsAt", zh ? "各轮时间不能重叠。" : "Slots must not overlap.");
        return new SignUpForm(
                Map.of("slots.minutes", List.of("<b>0</b>"), "tables", List.of(""), "slots.count", List.of("12")),
                errors,
                Optional.empty());
    }

    private static SignUpForm unsure(Language language) {
        boolean zh = language == Language.ZH;
        var errors = new LinkedHashMap<String, String>();
        errors.put("sure", zh ? "请先勾选确认。" : "Please tick the box first.");
        errors.put("investor", zh ? "请选择投资人。" : "Please choose an investor.");
        return new SignUpForm(Map.of("project", List.of("p4")), errors, Optional.empty());
    }
}
