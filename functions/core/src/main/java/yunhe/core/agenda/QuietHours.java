package yunhe.core.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When nobody is reminded, in the venue's zone; {@code from} is inclusive, {@code until} exclusive, and midnight may
 * lie between them. Equal ends mean no quiet hours. What answers a person's own act, an offer or a change goes at any
 * time.
 */
public record QuietHours(LocalTime from, LocalTime until) {

    public static final QuietHours DEFAULT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));

    /** Whoever is up for something that begins so soon wants to be reminded. */
    private static final Duration EXEMPT_BEFORE_START = Duration.ofHours(3);

    /** As in {@code 22:00-08:00}. */
    public static QuietHours parse(String text) {
        var ends = text.strip().split("-", 2);
        if (ends.length != 2) {
            throw new IllegalArgumentException("quiet hours read as 22:00-08:00");
        }
        return new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    /** When a reminder may go: now, or at the end of the quiet hours. */
    public Instant earliest(Instant now, Instant startsAt, ZoneId zone) {
        if (!now.isBefore(startsAt.minus(EXEMPT_BEFORE_START))) {
            return now;
        }
        var local = now.atZone(zone);
        var time = local.toLocalTime();
        boolean isQuiet = from.isAfter(until)
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
        if (!isQuiet) {
            return now;
        }
        var day =
                time.isBefore(until) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return day.atTime(until).atZone(zone).toInstant();
    }
}
