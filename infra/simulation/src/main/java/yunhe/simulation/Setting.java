package yunhe.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The gathering, and how many people want to come.
 *
 * @param line how many may wait, per group
 */
record Setting(List<Hall> groups, int line, int people, When when) {

    /** A group and its places. */
    record Hall(String group, int places) {}

    /** When it is; signing up opens at once. */
    record When(ZoneId zone, Instant now, Instant startsAt, Instant endsAt, Instant closesAt, Instant cancelUntil) {

        static final Duration DOORS_OPEN_BEFORE = Duration.ofHours(2);
        static final Duration NO_SHOWS_AFTER = Duration.ofHours(48);

        Instant doorsOpenAt() {
            return startsAt.minus(DOORS_OPEN_BEFORE);
        }
    }
}
