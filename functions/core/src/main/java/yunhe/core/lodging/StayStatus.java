package yunhe.core.lodging;

/** Where a stay is in its life. */
public enum StayStatus {
    CONFIRMED(true, true, true),
    PENDING(true, true, true),
    WAITLISTED(true, false, false),
    OFFERED(true, true, true),
    REJECTED(false, false, false),
    CANCELLED(false, false, false),
    EXPIRED(false, false, false),
    CHECKED_IN(true, true, true),
    /** Holds the nights that were slept. */
    CHECKED_OUT(false, true, true),
    /** Holds no night any more, but all that were booked count. */
    NO_SHOW(false, false, true);

    private final boolean live;
    private final boolean holdsNights;
    private final boolean counts;

    StayStatus(boolean live, boolean holdsNights, boolean counts) {
        this.live = live;
        this.holdsNights = holdsNights;
        this.counts = counts;
    }

    /** Not over yet. */
    public boolean isLive() {
        return live;
    }

    public boolean holdsNights() {
        return holdsNights;
    }

    /** Its nights count against what its guest is entitled to. */
    public boolean counts() {
        return counts;
    }

    /** No other stay of its guest may share a night with it. */
    public boolean blocks() {
        return live || this == CHECKED_OUT;
    }
}
