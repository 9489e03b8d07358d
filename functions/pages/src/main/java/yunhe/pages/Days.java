package yunhe.pages;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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

    private String format(LocalDate day, String zh, String en) {
        var language = texts.language();
        return DateTimeFormatter.ofPattern(language == Language.ZH ? zh : en, language.locale())
                .format(day);
    }
}
