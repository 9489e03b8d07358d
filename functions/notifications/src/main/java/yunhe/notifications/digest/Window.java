package yunhe.notifications.digest;

import java.time.Instant;

/** From an instant, inclusive, until another, exclusive: windows that follow one another leave nobody out. */
record Window(Instant from, Instant until) {

    boolean isEmpty() {
        return !from.isBefore(until);
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
