package yunhe.local.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import yunhe.local.gateway.Reply;
import yunhe.local.schedules.Schedules;
import yunhe.local.state.MovableClock;

/** The clock and what runs by it. */
public final class Time {
    private final MovableClock clock;
    private final Schedules schedules;

    public Time(MovableClock clock, Schedules schedules) {
        this.clock = clock;
        this.schedules = schedules;
    }

    Instant now() {
        return clock.instant();
    }

    List<String> schedules() {
        return schedules.functionIds();
    }

    Reply fire(String id) {
        return schedules.fire(id) ? Reply.json(200, "{}") : Reply.message(404, "Not Found");
    }

    /** To the moment or by the duration, whichever is given; every schedule has run once when this returns. */
    boolean move(String now, String advance) {
        boolean moved = !now.isEmpty()
                ? clock.moveTo(OffsetDateTime.parse(now).toInstant())
                : !advance.isEmpty() && clock.advance(duration(advance));
        if (moved) {
            schedules.runAllOnce();
        }
        return moved;
    }

    private static Duration duration(String text) {
        return Duration.parse(
                text.matches("P\\d+W") ? "P" + 7 * Long.parseLong(text.substring(1, text.length() - 1)) + "D" : text);
    }
}
