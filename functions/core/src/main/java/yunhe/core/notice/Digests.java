package yunhe.core.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * Until when each robot's organisers have been told of new sign-ups, in a store. Whoever wants to tell more takes the
 * robot's turn first, so that two at once tell it once; the turn ends by itself, so that one that dies is followed by
 * another.
 *
 * <p>Every method throws {@link yunhe.core.shared.StoreUnavailable} when the store does not answer. Each is safe to
 * repeat.
 */
public interface Digests {

    /** The robot's turn, if nobody has it now. */
    Optional<Turn> take(String robot, Instant now);

    /**
     * Writes down that everything before {@code until} has been told, and ends the turn if it is still the caller's.
     */
    void reached(Turn turn, Instant until, Instant now);

    /** Ends the turn and leaves what has been told as it was. */
    void giveBack(Turn turn, Instant now);

    /**
     * A turn.
     *
     * @param reached until when its organisers know everything; empty before the first digest
     */
    record Turn(String robot, String token, Optional<Instant> reached) {}
}
