package yunhe.core.activity;

import java.time.Instant;
import java.util.List;

/** What a visitor is told about an activity's state. */
public enum Availability {
    NOT_OPEN,
    OPEN,
    FULL,
    WAITLIST_FULL,
    CLOSED,
    CANCELLED,
    OVER;

    public static Availability of(Activity activity, List<Seats> seats, Instant now) {
        if (activity.phase() == Activity.Phase.CANCELLED) {
            return CANCELLED;
        }
        if (activity.isOver(now)) {
            return OVER;
        }
        return switch (activity.gate(now)) {
            case NOT_OPEN -> NOT_OPEN;
            case CLOSED -> CLOSED;
            case CANCELLED -> CANCELLED;
            case OPEN -> ofSeats(seats);
        };
    }

    private static Availability ofSeats(List<Seats> seats) {
        if (seats.stream().anyMatch(group -> group.free() > 0)) {
            return OPEN;
        }
        return seats.stream().allMatch(Seats::lineIsFull) ? WAITLIST_FULL : FULL;
    }
}
