package yunhe.core.lodging;

import java.time.Instant;

/**
 * Until when nights are held for somebody who is not confirmed. Never longer than anybody could still have the first.
 */
final class Deadlines {

    private Deadlines() {}

    static Instant ofReview(Station station, Stay.Terms terms, Instant now) {
        return earlier(now.plus(station.details().policy().reviewFor()), terms.firstNightEnds());
    }

    static Instant ofOffer(Station station, Stay.Terms terms, Instant now) {
        return earlier(now.plus(station.details().policy().waitlist().offerFor()), terms.firstNightEnds());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
