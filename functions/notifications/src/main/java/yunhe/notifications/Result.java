package yunhe.notifications;

import java.time.Instant;
import java.util.Optional;

/** What the queue should do with a message. */
sealed interface Result {

    Result DONE = new Done(Optional.empty());

    /** @param seen what was read on the way, if anything */
    record Done(Optional<Entry> seen) implements Result {}

    /** Once more, after a while. */
    record ComeAgain() implements Result {}

    /** Recorded as failed; the message is for the dead letters. */
    record GivenUp() implements Result {}

    /** Once more, but not earlier than then. */
    record NotBefore(Instant then) implements Result {}
}
