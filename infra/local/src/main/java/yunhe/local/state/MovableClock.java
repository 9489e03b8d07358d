package yunhe.local.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Every function's clock: ahead of real time by an offset that only grows, and ticking with it. */
public final class MovableClock extends Clock {
    private static final String FILE = "clock";

    private final Clock real;
    private final DataFolder data;
    private volatile Duration ahead;

    public MovableClock(Clock real, DataFolder data) {
        this.real = real;
        this.data = data;
        this.ahead = data.read(FILE).map(String::strip).map(Duration::parse).orElse(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    /** Moves the clock to the moment; false, and nothing moved, when that lies behind. */
    public synchronized boolean moveTo(Instant moment) {
        Duration step = Duration.between(instant(), moment);
        return !step.isNegative() && advance(step);
    }

    public synchronized boolean advance(Duration step) {
        if (step.isNegative()) {
            return false;
        }
        Duration next = ahead.plus(step);
        data.write(FILE, next.toString());
        ahead = next;
        return true;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new InZone(this, zone);
    }

    private static final class InZone extends Clock {
        private final Clock clock;
        private final ZoneId zone;

        InZone(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(clock, other);
        }
    }
}
