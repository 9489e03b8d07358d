package yunhe.pages;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import yunhe.core.activity.Times;
import yunhe.core.lodging.Nights;
import yunhe.core.shared.Language;

/** Dates and times as people read them, in the venue's zone. */
final class When {
    private static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

    private final Language language;
    private final ZoneId zone;

    When(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    /** {@code 12月5日 星期六 14:00}. */
    String moment(Instant at) {
        return format(at.atZone(zone), "M月d日 EEEE HH:mm", "EEEE, d MMMM, HH:mm");
    }

    /** {@code 12月5日 周六}. */
    String day(LocalDate day) {
        return format(day, "M月d日 EEE", "EEE d MMM");
    }

    /** {@code 12月5日}. */
    String dayAndMonth(LocalDate day) {
        return format(day, "M月d日", "d MMM");
    }

    /** {@code 12月1日 – 12月4日 · 3 晚}: the day of arrival, that of departure, and how often one sleeps. */
    String nights(Nights nights) {
        return dayAndMonth(nights.arrive()) + " – " + dayAndMonth(nights.depart()) + " · "
                + PageTexts.in(language).count("length.nights", nights.count());
    }

    /** {@code 2026年12月}. */
    String month(YearMonth month) {
        return format(month, "yyyy年M月", "MMMM yyyy");
    }

    /** {@code 2026年11月–12月}. */
    String months(YearMonth first, YearMonth last) {
        boolean oneYear = first.getYear() == last.getYear();
        return language == Language.ZH
                ? month(first) + "–" + format(last, oneYear ? "M月" : "yyyy年M月", "")
                : format(first, "", oneYear ? "MMMM" : "MMMM yyyy") + " – " + month(last);
    }

    /** {@code 1/1}: a day among those of another month. */
    String dayOfOtherMonth(LocalDate day) {
        return format(day, "M/d", "d MMM");
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language.locale());
    }

    /** As the head of a narrow column has it. */
    String weekdayInShort(DayOfWeek day) {
        return day.getDisplayName(language == Language.ZH ? TextStyle.NARROW : TextStyle.SHORT, language.locale());
    }

    /** {@code 2026年12月5日 星期六}, and the last day too when it is another. */
    String days(Times times) {
        var first = day(times.startsInZone());
        return isOneDay(times) ? first : first + " – " + day(lastDay(times));
    }

    /** {@code 14:00–17:00}, or with its days when it ends on another. */
    String hours(Times times) {
        return isOneDay(times)
                ? time(times.startsInZone()) + "–" + time(times.endsInZone())
                : dayAndTime(times.startsInZone()) + " – " + dayAndTime(times.endsInZone());
    }

    private String dayAndTime(ZonedDateTime at) {
        return format(at, "M月d日 HH:mm", "d MMM HH:mm");
    }

    String time(Instant at) {
        return time(at.atZone(zone));
    }

    String time(ZonedDateTime at) {
        return format(at, "HH:mm", "HH:mm");
    }

    LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** {@code 14:00–14:15}. */
    String span(Instant from, Instant until) {
        return time(from.atZone(zone)) + "–" + time(until.atZone(zone));
    }

    String dayOfMonth(Times times) {
        return format(times.startsInZone(), "d", "d");
    }

    String month(Times times) {
        return format(times.startsInZone(), "M月", "MMM");
    }

    String weekday(Times times) {
        return format(times.startsInZone(), "EEE", "EEE");
    }

    /** Said where a reader may take it for another: to readers of English, and when the venue is not in China. */
    Optional<String> zoneNote(Times times) {
        return zoneNote(times.startsAt());
    }

    Optional<String> zoneNote(Instant at) {
        if (language == Language.ZH && zone.equals(HOME)) {
            return Optional.empty();
        }
        var name = zone.getDisplayName(TextStyle.FULL, language.locale());
        return Optional.of(name + " (" + format(at.atZone(zone), "O", "O") + ")");
    }

    private String day(ZonedDateTime at) {
        return format(at, "yyyy年M月d日 EEEE", "EEEE, d MMMM yyyy");
    }

    private boolean isOneDay(Times times) {
        return times.startsInZone().toLocalDate().equals(lastDay(times).toLocalDate());
    }

    /** What ends at midnight ends on the day before. */
    private static ZonedDateTime lastDay(Times times) {
        return times.endsInZone().minusNanos(1);
    }

    private String format(TemporalAccessor at, String zh, String en) {
        var pattern = language == Language.ZH ? zh : en;
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(at);
    }
}
