package yunhe.notifications.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import yunhe.core.activity.Times;
import yunhe.core.shared.Language;

/** Dates and times as people read them, in the venue's zone and with its name: readers may be elsewhere. */
record When(Language language, Times times) {

    private static final ZoneId BEIJING_TIME = ZoneId.of("Asia/Shanghai");

    /** {@code 2026年12月5日 星期六 14:00–17:00（北京时间）}. */
    String whole() {
        var starts = times.startsInZone();
        var ends = times.endsInZone();
        boolean oneDay = starts.toLocalDate().equals(ends.minusNanos(1).toLocalDate());
        var span = oneDay
                ? day(starts) + separator() + time(starts) + "–" + time(ends)
                : day(starts) + separator() + time(starts) + " – " + day(ends) + separator() + time(ends);
        return span + zone(starts);
    }

    String day() {
        return day(times.startsInZone());
    }

    /** {@code 12月4日 星期五 18:00}. */
    String moment(Instant at) {
        var local = at.atZone(times.zone());
        return format(local, "M月d日 EEEE", "EEEE, d MMMM") + separator() + time(local);
    }

    private String day(ZonedDateTime at) {
        return format(at, "yyyy年M月d日 EEEE", "EEEE, d MMMM yyyy");
    }

    private String time(ZonedDateTime at) {
        return format(at, "HH:mm", "HH:mm");
    }

    private String separator() {
        return language == Language.ZH ? " " : ", ";
    }

    private String zone(ZonedDateTime at) {
        var offset = format(at, "O", "O");
        var name = times.zone().getDisplayName(TextStyle.FULL, language.locale());
        return switch (language) {
            case ZH -> times.zone().equals(BEIJING_TIME) ? "（北京时间）" : "（" + name + " " + offset + "）";
            case EN -> " (" + name + ", " + offset + ")";
        };
    }

    private String format(ZonedDateTime at, String zh, String en) {
        return DateTimeFormatter.ofPattern(language == Language.ZH ? zh : en, language.locale())
                .format(at);
    }
}
