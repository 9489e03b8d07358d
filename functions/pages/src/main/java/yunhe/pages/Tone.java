package yunhe.pages;

import java.util.Locale;
import yunhe.core.activity.Availability;
import yunhe.core.activity.Status;
import yunhe.core.lodging.StayStatus;

/** What a colour says. Never said by the colour alone. */
enum Tone {
    GOOD,
    WAIT,
    BAD,
    CALM;

    String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Tone of(Availability state) {
        return switch (state) {
            case OPEN -> GOOD;
            case FULL, NOT_OPEN -> WAIT;
            case CANCELLED -> BAD;
            case WAITLIST_FULL, CLOSED, OVER -> CALM;
        };
    }

    static Tone of(StayStatus status) {
        return switch (status) {
            case CONFIRMED, CHECKED_IN -> GOOD;
            case WAITLISTED, PENDING, OFFERED -> WAIT;
            case REJECTED, CANCELLED -> BAD;
            case EXPIRED, NO_SHOW, CHECKED_OUT -> CALM;
        };
    }

    static Tone of(Status status) {
        return switch (status) {
            case CONFIRMED -> GOOD;
            case WAITLISTED, PENDING, OFFERED -> WAIT;
            case REJECTED, CANCELLED -> BAD;
            case EXPIRED, NO_SHOW -> CALM;
        };
    }
}
