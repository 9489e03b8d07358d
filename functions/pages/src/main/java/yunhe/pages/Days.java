package yunhe.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import yunhe.core.lodging.Nights;
import yunhe.core.shared.Language;

/** Days and nights as people read them. A day has no zone. */
record Days(PageTexts texts) {

    /** {@code 12月1日 – 12月4日 · 3 晚}: the day of arrival, the day of departure, and how often one sleeps. */
    String nights(Nights nights) {
        return dayAndMonth(nights.arrive()) + " – " + dayAndMonth(nights.depart()) + " · "
                + texts.count("nights", nights.count());
    }

    String dayAndMonth(LocalDate day) {
        return format(day, "M月d日", "d MMM");
    }

    /** {@code 12月1日 星期二}. */
    String full(LocalDate day) {
        return format(day, "M月d日 EEEE", "EEE, d MMMM");
    }

    String month(YearMonth month) {
        return format(month, "yyyy年M月", "MMMM yyyy");
    }

    NightsPicture.Weekday weekday(DayOfWeek day) {
        var locale = texts.language().locale();
        var style = texts.language() == Language.ZH ? TextStyle.NARROW : TextStyle.SHORT;
        return new NightsPicture.Weekday(day.getDisplayName(style, locale), day.getDisplayName(TextStyle.FULL, locale));
    }

    private String format(TemporalAccessor day, String zh, String en) {
        var language = texts.language();
        return DateTimeFormatter.ofPattern(language == Language.ZH ? zh : en, language.locale())
                .format(day);
    }
}
