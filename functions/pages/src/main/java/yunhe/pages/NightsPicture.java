package yunhe.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import yunhe.core.lodging.NightRule;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.StationDetails;

/**
 * A month's nights, each room type as a calendar in which every night fills like a basin. The numbers say what the
 * picture shows.
 *
 * @param earlier the day in the month before
 */
record NightsPicture(String title, List<Weekday> weekdays, LocalDate earlier, LocalDate later, List<Calendar> rooms) {

    private static final int LEVELS = 10;

    static NightsPicture of(KeeperView view, String path, PageTexts texts) {
        var day = view.day().day();
        var month = YearMonth.from(day);
        var when = new When(view.language(), view.station().details().zone());
        return new NightsPicture(
                when.month(month),
                Arrays.stream(DayOfWeek.values())
                        .map(weekday -> new Weekday(when.weekdayInShort(weekday), when.weekday(weekday)))
                        .toList(),
                day.minusMonths(1),
                day.plusMonths(1),
                view.station().details().rooms().stream()
                        .map(room ->
                                new Calendar(room.title().in(texts.language()), weeks(room, month, view, path, when)))
                        .toList());
    }

    private static List<List<Optional<Night>>> weeks(
            RoomType room, YearMonth month, KeeperView view, String path, When when) {
        var weeks = new ArrayList<List<Optional<Night>>>();
        var monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            weeks.add(monday.datesUntil(monday.plusWeeks(1))
                    .map(day -> Optional.of(day)
                            .filter(it -> YearMonth.from(it).equals(month))
                            .map(it -> Night.of(room, it, view, path, when)))
                    .toList());
        }
        return List.copyOf(weeks);
    }

    /** Which rooms are out of use in a night, and why. */
    static List<String> outOfUse(StationDetails details, LocalDate night, PageTexts texts, When when) {
        return details.nightRules().stream()
                .filter(rule -> rule.blocked() > 0 || rule.count().isPresent())
                .filter(rule -> !night.isBefore(rule.from()) && night.isBefore(rule.until()))
                .map(rule -> sentence(rule, details, texts, when))
                .toList();
    }

    private static String sentence(NightRule rule, StationDetails details, PageTexts texts, When when) {
        var room = rule.roomType()
                .map(code -> details.room(code)
                        .map(it -> it.title().in(texts.language()))
                        .orElse(code))
                .orElseGet(() -> texts.get("keeper.rule.all"));
        var what = rule.count()
                .map(count -> texts.get(count == 0 ? "keeper.rule.closed" : "keeper.rule.count", room, count))
                .orElseGet(() -> texts.get("keeper.rule.blocked", room, rule.blocked()));
        var until = texts.get("keeper.rule.until", what, when.dayAndMonth(rule.until()));
        return rule.reason()
                .map(reason -> texts.get("keeper.rule.why", until, reason.in(texts.language())))
                .orElse(until);
    }

    /** @param full how it is read out */
    record Weekday(String text, String full) {}

    /** One room type's month; days of other months are left out. */
    record Calendar(String title, List<List<Optional<Night>>> weeks) {}

    /**
     * One night.
     *
     * @param css how full it is, and whether it is the one that is shown
     * @param label how it is read out
     */
    record Night(String day, String taken, String places, String css, String label, String path, boolean isShown) {

        static Night of(RoomType room, LocalDate day, KeeperView view, String path, When when) {
            var texts = PageTexts.in(view.language());
            int places = view.station().details().places(room.code(), day);
            int taken = view.month().taken(room.code(), day);
            boolean shown = day.equals(view.day().day());
            boolean today = day.equals(view.station().today(view.now()));
            boolean closed = places == 0 && taken == 0;
            var title = when.day(day);
            return new Night(
                    Integer.toString(day.getDayOfMonth()),
                    closed ? texts.get("keeper.closed") : Integer.toString(taken),
                    closed ? "" : "/" + places,
                    css(taken, places) + (shown ? " shown" : "") + (today ? " today" : ""),
                    closed ? texts.get("keeper.night.closed", title) : texts.get("keeper.night", title, taken, places),
                    path + "?day=" + day,
                    shown);
        }

        /** What is nearly full is not yet full, and one guest is more than none. */
        private static String css(int taken, int places) {
            if (places == 0 && taken == 0) {
                return "closed";
            }
            if (taken > places) {
                return "over";
            }
            if (taken == places) {
                return "full";
            }
            return "level-" + (taken == 0 ? 0 : Math.clamp((long) taken * LEVELS / places, 1, LEVELS - 1));
        }
    }
}
