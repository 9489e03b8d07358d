package yunhe.core.activity;

import java.time.Duration;

/** The line behind each group: how many may wait, and how one moves up. */
public record Waitlist(int capacityPerGroup, Promotion promotion, Duration offerFor) {

    public static final Waitlist DEFAULT = new Waitlist(50, Promotion.AUTOMATIC, Duration.ofMinutes(240));

    /** Whether who moves up is in at once, or is asked first. */
    public enum Promotion {
        AUTOMATIC,
        OFFER
    }
}
