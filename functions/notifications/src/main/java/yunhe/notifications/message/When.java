package yunhe.notifications.message;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import yunhe.core.activity.Times;
import yunhe.core.shared.Language;

/** When an activity is, as people read it. */
record When(Language language, Times times) {

    /** {@code 2026年12月5日 星期六 14:00–17:00（北京时间）}. */
    String whole() {
        return String.join(moments().separator(), lines());
    }

    /** {@code 2026年12月5日 星期六} and {@code 14:00–17:00（北京时间）}, or beginning and end of what takes days. */
    List<String> lines() {
        var moments = moments();
        var starts = times.startsInZone();
        var ends = times.endsInZone();
        // When the clocks change in between, one zone would be wrong for one of the two.
        var startsZone = starts.getOffset().equals(ends.getOffset()) ? "" : moments.zone(starts);
        // What ends at midnight ends on the day before.
        boolean oneDay = starts.toLocalDate().equals(ends.minusNanos(1).toLocalDate());
        if (oneDay) {
            var dash = startsZone.isEmpty() ? "–" : " – ";
            return List.of(
                    moments.day(starts),
                    moments.time(starts) + startsZone + dash + moments.time(ends) + moments.zone(ends));
        }
        return List.of(
                moments.day(starts) + moments.separator() + moments.time(starts) + startsZone + " –",
                moments.day(ends) + moments.separator() + moments.time(ends) + moments.zone(ends));
    }

    String day() {
        return moments().day(times.startsInZone());
    }

    /** {@code 12月5日 14:00}; with the zone unless it is the one that the reader expects. */
    String start() {
        return moments().shortMoment(times.startsAt());
    }

    /** {@code 明天 14:00}, {@code In 3 days (8 December) 14:00}: days on the venue's calendar, not spans of 24 hours. */
    String soon(Instant now) {
        var starts = times.startsInZone();
        long days = ChronoUnit.DAYS.between(now.atZone(times.zone()).toLocalDate(), starts.toLocalDate());
        return soonDay((int) days, starts) + moments().time(starts);
    }

    /** {@code 12月4日 星期五 18:00}. */
    String moment(Instant at) {
        return moments().moment(at);
    }

    /** {@code 12月4日 星期五} and {@code 18:00}. */
    List<String> momentLines(Instant at) {
        return moments().momentLines(at);
    }

    private String soonDay(int days, ZonedDateTime starts) {
        var day = moments().shortDay(starts);
        return switch (language) {
            case ZH ->
                switch (days) {
                    case 0 -> "今天 ";
                    case 1 -> "明天 ";
                    case 2 -> "后天（" + day + "）";
                    default -> days + "天后（" + day + "）";
                };
            case EN ->
                switch (days) {
                    case 0 -> "Today ";
                    case 1 -> "Tomorrow ";
                    default -> "In " + days + " days (" + day + ") ";
                };
        };
    }

    private Moments moments() {
        return new Moments(language, times.zone());
    }
}
