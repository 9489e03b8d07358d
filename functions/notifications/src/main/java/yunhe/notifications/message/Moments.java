package yunhe.notifications.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import yunhe.core.shared.Language;

/** Days and moments as people read them, in one place's zone and with its name: readers may be elsewhere. */
record Moments(Language language, ZoneId zone) {

    private static final ZoneId BEIJING_TIME = ZoneId.of("Asia/Shanghai");

    ZonedDateTime local(Instant at) {
        return at.atZone(zone);
    }

    /** {@code 12月4日 星期五 18:00}. */
    String moment(Instant at) {
        return String.join(separator(), momentLines(at));
    }

    /** {@code 12月4日 星期五} and {@code 18:00}. */
    List<String> momentLines(Instant at) {
        return List.of(format(local(at), "M月d日 EEEE", "EEEE, d MMMM"), hour(at));
    }

    /** {@code 18:00}; with the zone unless it is the one that the reader expects. */
    String hour(Instant at) {
        return time(local(at)) + foreignZone(at);
    }

    /** {@code 12月4日 18:00}. */
    String shortMoment(Instant at) {
        return shortDay(local(at)) + " " + hour(at);
    }

    /** {@code 2026年12月4日 星期五}. */
    String day(TemporalAccessor day) {
        return format(day, "yyyy年M月d日 EEEE", "EEEE, d MMMM yyyy");
    }

    /** {@code 12月4日}. */
    String shortDay(TemporalAccessor day) {
        return format(day, "M月d日", "d MMMM");
    }

    String time(TemporalAccessor time) {
        return format(time, "HH:mm", "HH:mm");
    }

    String separator() {
        return language == Language.ZH ? " " : ", ";
    }

    String zone(ZonedDateTime at) {
        var offset = format(at, "O", "O");
        return switch (language) {
            case ZH -> zone.equals(BEIJING_TIME) ? "（北京时间）" : "（" + zoneName() + " " + offset + "）";
            case EN -> " (" + offset + ")";
        };
    }

    String format(TemporalAccessor at, String zh, String en) {
        return DateTimeFormatter.ofPattern(language == Language.ZH ? zh : en, language.locale())
                .format(at);
    }

    /** {@code (GMT+8)}; empty when it is the one that the reader expects. */
    String foreignZone(Instant at) {
        return language == Language.ZH && zone.equals(BEIJING_TIME) ? "" : zone(local(at));
    }

    private String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, language.locale());
    }
}
