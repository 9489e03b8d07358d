package yunhe.core.notice;

import java.util.Arrays;
import java.util.Optional;

/** What a message tells. The codes are the contract's. */
public enum NoticeKind {
    CONFIRMED("registration.confirmed"),
    WAITLISTED("registration.waitlisted"),
    PENDING("registration.pending"),
    REJECTED("registration.rejected"),
    CANCELLED("registration.cancelled"),
    OFFERED("registration.offered"),
    PROMOTED("registration.promoted"),
    EXPIRED("registration.expired"),
    ACTIVITY_CHANGED("activity.changed"),
    ACTIVITY_CANCELLED("activity.cancelled"),
    REMINDER("reminder"),
    LINK("link");

    private final String code;

    NoticeKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<NoticeKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
