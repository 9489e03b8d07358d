package yunhe.core.notice;

import java.time.Instant;
import java.util.List;
import yunhe.core.shared.Subject;

/**
 * What has been told to whom, in a store. Whoever wants to tell something claims it first, so that one fact has one
 * teller; the claim ends by itself, so that a teller that dies is followed by another.
 *
 * <p>Every method throws {@link yunhe.core.shared.StoreUnavailable} when the store does not answer. Each is safe to
 * repeat.
 */
public interface Notices {

    /** Takes the notice for a while, if nobody has it and it is not settled. What was given up is not settled. */
    Claim claim(Notice notice, Instant now);

    /**
     * Writes down how it ended, if the claim is still the caller's. For good, unless it was given up or an organiser
     * wants it tried again.
     */
    void settle(Claim.Mine claim, NoticeRecord.Outcome outcome, Instant at);

    /** Gives a claim back unsettled, so that the next one need not wait for it to end. */
    void release(Claim.Mine claim, Instant now);

    /** Everything about one registration or stay, strongly consistent. */
    List<NoticeRecord> about(Subject subject);

    /** Who may tell it. */
    sealed interface Claim {

        /** The caller, until the claim ends. */
        record Mine(Notice notice, String token) implements Claim {}

        /** Somebody who is at it now. */
        record Taken() implements Claim {}

        /** Nobody any more: it was sent, refused for good, or dropped. */
        record Settled() implements Claim {}
    }
}
