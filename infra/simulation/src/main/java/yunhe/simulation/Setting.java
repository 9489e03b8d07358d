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
record Setting(List<Hall> groups, int line, int people, When when, Terms terms) {

    /** A group and its places. */
    record Hall(String group, int places) {}

    /**
     * On which terms people come.
     *
     * @param isReviewed whether a place is held until somebody approves
     * @param offerMinutes for how long a freed place is offered; 0 when people move up without being asked
     * @param reminders how long before the start, as ISO 8601 says it
     */
    record Terms(boolean isReviewed, int offerMinutes, List<String> reminders) {

        /** What becomes of someone who finds a place. */
        String withPlace() {
            return isReviewed ? "pending" : "confirmed";
        }

        /** What becomes of someone who moves up. */
        String movedUp() {
            return offerMinutes > 0 ? "offered" : withPlace();
        }
    }

    /** When it is; signing up opens at once. */
    record When(ZoneId zone, Instant now, Instant startsAt, Instant endsAt, Instant closesAt, Instant cancelUntil) {

        static final Duration DOORS_OPEN_BEFORE = Duration.ofHours(2);
        static final Duration NO_SHOWS_AFTER = Duration.ofHours(48);

        Instant doorsOpenAt() {
            return startsAt.minus(DOORS_OPEN_BEFORE);
        }
    }
}
