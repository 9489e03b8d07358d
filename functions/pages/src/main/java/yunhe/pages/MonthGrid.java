package yunhe.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import yunhe.core.lodging.Availability;
import yunhe.core.shared.Bilingual;

/**
 * A month of nights as a calendar that is tapped: first the day of arrival, then that of departure. Weeks are shown
 * whole, without those that are over.
 *
 * @param earlier the page with the month before, if anything can be had there
 * @param later the page with the next one
 * @param closures which of the nights are closed, and why
 */
record MonthGrid(
        String title,
        Optional<String> earlier,
        Optional<String> later,
        List<Weekday> weekdays,
        List<List<DayCell>> weeks,
        List<String> closures) {

    private static final int WEEKS_MIN = 4;

    static MonthGrid of(Choice choice, Availability availability, Bookable bookable, PageTexts texts, When when) {
        var month = month(choice, bookable);
        var weeks = weeks(month, bookable);
        var cells = new DayCells(choice, availability, bookable, month, texts, when);
        return new MonthGrid(
                title(month, weeks.getLast(), when),
                other(month.minusMonths(1), choice, bookable),
                other(month.plusMonths(1), choice, bookable),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Weekday(when.weekdayInShort(day), when.weekday(day)))
                        .toList(),
                weeks.stream()
                        .map(week -> week.stream().map(cells::of).toList())
                        .toList(),
                closures(weeks, cells).stream().map(it -> it.words(texts, when)).toList());
    }

    private static YearMonth month(Choice choice, Bookable bookable) {
        var shown = choice.month().or(() -> choice.arrive().map(YearMonth::from));
        var first = YearMonth.from(bookable.window().arrive());
        return shown.filter(it -> isBookable(it, bookable)).orElse(first);
    }

    private static Optional<String> other(YearMonth month, Choice choice, Bookable bookable) {
        return Optional.of(month)
                .filter(it -> isBookable(it, bookable))
                .map(it -> choice.at(it).path());
    }

    private static boolean isBookable(YearMonth month, Bookable bookable) {
        var window = bookable.window();
        return !month.isBefore(YearMonth.from(window.arrive())) && !month.isAfter(YearMonth.from(window.depart()));
    }

    /** Of two months when the second has a whole week in sight. */
    private static String title(YearMonth month, List<LocalDate> lastWeek, When when) {
        var end = YearMonth.from(lastWeek.getFirst());
        return end.equals(month) ? when.month(month) : when.months(month, end);
    }

    private static List<List<LocalDate>> weeks(YearMonth month, Bookable bookable) {
        var weeks = new ArrayList<List<LocalDate>>();
        var monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; goesOn(monday, month, weeks.size(), bookable); monday = monday.plusWeeks(1)) {
            if (monday.plusWeeks(1).isAfter(bookable.first())) {
                weeks.add(monday.datesUntil(monday.plusWeeks(1)).toList());
            }
        }
        return weeks;
    }

    /** At the end of a month the next one is what people look for. */
    private static boolean goesOn(LocalDate monday, YearMonth month, int weeks, Bookable bookable) {
        return !monday.isAfter(month.atEndOfMonth())
                || weeks < WEEKS_MIN && !monday.isAfter(bookable.window().depart());
    }

    private static List<Closure> closures(List<List<LocalDate>> weeks, DayCells cells) {
        var runs = new ArrayList<Closure>();
        weeks.stream().flatMap(List::stream).filter(cells::isClosed).forEach(night -> {
            var reason = cells.reason(night);
            boolean goesOn = !runs.isEmpty() && runs.getLast().isFollowedBy(night, reason);
            runs.add(new Closure(goesOn ? runs.removeLast().from() : night, night, reason));
        });
        return runs;
    }

    /** @param full how it is read out */
    record Weekday(String text, String full) {}

    /** A run of closed nights. */
    private record Closure(LocalDate from, LocalDate last, Optional<Bilingual> reason) {
        boolean isFollowedBy(LocalDate night, Optional<Bilingual> why) {
            return last.plusDays(1).equals(night) && reason.equals(why);
        }

        String words(PageTexts texts, When when) {
            var nights = from.equals(last)
                    ? texts.get("calendar.closure.one", when.day(from))
                    : texts.get("calendar.closure.other", when.day(from), when.day(last));
            return reason.map(why -> texts.get("calendar.closure.why", nights, why.in(texts.language())))
                    .orElse(nights);
        }
    }
}
