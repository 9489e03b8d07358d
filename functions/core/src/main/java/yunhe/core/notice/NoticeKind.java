package yunhe.core.notice;

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
    LINK("link");

    private final String code;

    NoticeKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
