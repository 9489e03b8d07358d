package yunhe.testkit.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands until it is moved, and is moved only forward. */
public final class SimulatedClock extends Clock {

    private Instant now;

    public SimulatedClock(Instant now) {
        this.now = now;
    }

    public void advance(Duration duration) {
        moveTo(now.plus(duration));
    }

    /** Does nothing when that moment has passed. */
    public void moveTo(Instant instant) {
        if (instant.isAfter(now)) {
            now = instant;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody reads this clock in another zone");
    }
}
