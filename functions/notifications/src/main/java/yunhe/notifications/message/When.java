package yunhe.notifications.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import yunhe.core.activity.Times;
import yunhe.core.shared.Language;

/** Dates and times as people read them, in the venue's zone and with its name: readers may be elsewhere. */
record When(Language language, Times times) {

    private static final ZoneId BEIJING_TIME = ZoneId.of("Asia/Shanghai");

    /** {@code 2026年12月5日 星期六 14:00–17:00（北京时间）}. */
    String whole() {
        return String.join(separator(), lines());
    }

    /** {@code 2026年12月5日 星期六} and {@code 14:00–17:00（北京时间）}, or beginning and end of what takes days. */
    List<String> lines() {
        var starts = times.startsInZone();
        var ends = times.endsInZone();
        // When the clocks change in between, one zone would be wrong for one of the two.
        var startsZone = starts.getOffset().equals(ends.getOffset()) ? "" : zone(starts);
        // What ends at midnight ends on the day before.
        boolean oneDay = starts.toLocalDate().equals(ends.minusNanos(1).toLocalDate());
        if (oneDay) {
            var dash = startsZone.isEmpty() ? "–" : " – ";
            return List.of(day(starts), time(starts) + startsZone + dash + time(ends) + zone(ends));
        }
        return List.of(
                day(starts) + separator() + time(starts) + startsZone + " –",
                day(ends) + separator() + time(ends) + zone(ends));
    }

    String day() {
        return day(times.startsInZone());
    }

    /** {@code 12月5日 14:00}; with the zone unless it is the one that the reader expects. */
    String start() {
        var starts = times.startsInZone();
        return shortDay(starts) + " " + time(starts) + foreignZone(starts);
    }

    /** {@code 明天 14:00}, {@code In 3 days (8 December) 14:00}: days on the venue's calendar, not spans of 24 hours. */
    String soon(Instant now) {
        var starts = times.startsInZone();
        long days = ChronoUnit.DAYS.between(now.atZone(times.zone()).toLocalDate(), starts.toLocalDate());
        return soonDay((int) days, starts) + time(starts);
    }

    private String soonDay(int days, ZonedDateTime starts) {
        return switch (language) {
            case ZH ->
                switch (days) {
                    case 0 -> "今天 ";
                    case 1 -> "明天 ";
                    case 2 -> "后天（" + shortDay(starts) + "）";
                    default -> days + "天后（" + shortDay(starts) + "）";
                };
            case EN ->
                switch (days) {
                    case 0 -> "Today ";
                    case 1 -> "Tomorrow ";
                    default -> "In " + days + " days (" + shortDay(starts) + ") ";
                };
        };
    }

    /** {@code 12月4日 星期五 18:00}. */
    String moment(Instant at) {
        return String.join(separator(), momentLines(at));
    }

    /** {@code 12月4日 星期五} and {@code 18:00}. */
    List<String> momentLines(Instant at) {
        var local = at.atZone(times.zone());
        return List.of(format(local, "M月d日 EEEE", "EEEE, d MMMM"), time(local) + foreignZone(local));
    }

    private String shortDay(ZonedDateTime at) {
        return format(at, "M月d日", "d MMMM");
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

    private String foreignZone(ZonedDateTime at) {
        return language == Language.ZH && times.zone().equals(BEIJING_TIME) ? "" : zone(at);
    }

    private String zone(ZonedDateTime at) {
        var offset = format(at, "O", "O");
        return switch (language) {
            case ZH -> times.zone().equals(BEIJING_TIME) ? "（北京时间）" : "（" + zoneName() + " " + offset + "）";
            case EN -> " (" + offset + ")";
        };
    }

    private String zoneName() {
        return times.zone().getDisplayName(TextStyle.FULL, language.locale());
    }

    private String format(ZonedDateTime at, String zh, String en) {
        return DateTimeFormatter.ofPattern(language == Language.ZH ? zh : en, language.locale())
                .format(at);
    }
}
