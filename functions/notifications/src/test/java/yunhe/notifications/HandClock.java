package yunhe.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that is moved by hand. */
final class HandClock extends Clock {

    private final AtomicReference<Instant> now;

    HandClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    void advance(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }

    void moveTo(Instant then) {
        now.set(then);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("one zone is enough");
    }
}
