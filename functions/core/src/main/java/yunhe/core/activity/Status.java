package yunhe.core.activity;

/** Where a registration is in its life. */
public enum Status {
    CONFIRMED(true, true),
    WAITLISTED(true, false),
    PENDING(true, true),
    OFFERED(true, true),
    REJECTED(false, false),
    CANCELLED(false, false),
    EXPIRED(false, false),
    NO_SHOW(false, false);

    private final boolean live;
    private final boolean holdsPlace;

    Status(boolean live, boolean holdsPlace) {
        this.live = live;
        this.holdsPlace = holdsPlace;
    }

    /** Counts as the one registration its person may have. */
    public boolean isLive() {
        return live;
    }

    /** Counts as taken in {@link Seats}. */
    public boolean holdsPlace() {
        return holdsPlace;
    }
}
