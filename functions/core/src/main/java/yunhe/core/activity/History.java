package yunhe.core.activity;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.shared.Bilingual;

/**
 * What has happened to a registration since it was made.
 *
 * @param confirmedAt when it was confirmed, the last time
 * @param questions the version of the activity's questions under which its answers were given
 */
public record History(
        Optional<Instant> confirmedAt,
        Optional<Offer> offer,
        Optional<Decision> decision,
        Optional<Ended> ended,
        long questions) {

    /** Of one that was just made. */
    public static History fresh(Optional<Instant> confirmedAt, long questions) {
        return new History(confirmedAt, Optional.empty(), Optional.empty(), Optional.empty(), questions);
    }

    public History confirmed(Instant at) {
        return new History(Optional.of(at), offer, decision, ended, questions);
    }

    public History offered(Offer next) {
        return new History(confirmedAt, Optional.of(next), decision, ended, questions);
    }

    /** The person has said yes or no. */
    public History answered(Answer answer) {
        return new History(
                confirmedAt,
                offer.map(it -> new Offer(it.expiresAt(), Optional.of(answer))),
                decision,
                ended,
                questions);
    }

    public History decided(Decision next) {
        return new History(confirmedAt, offer, Optional.of(next), ended, questions);
    }

    public History ended(Ended next) {
        return new History(confirmedAt, offer, decision, Optional.of(next), questions);
    }

    /** Live again. */
    public History reopened() {
        return new History(Optional.empty(), Optional.empty(), decision, Optional.empty(), questions);
    }

    /** A place that was offered. The last one; an earlier one ended with the registration's earlier status. */
    public record Offer(Instant expiresAt, Optional<Answer> answer) {}

    /** What its person said to an offer. */
    public enum Answer {
        ACCEPTED,
        DECLINED
    }

    /**
     * What a reviewer decided, the last time.
     *
     * @param seen the registration's version that the reviewer looked at
     */
    public record Decision(Verdict verdict, String by, Instant at, Optional<Bilingual> reason, long seen) {}

    /** What a reviewer may say. */
    public enum Verdict {
        APPROVE,
        REJECT,
        REOPEN
    }

    /** Why it is no longer live. */
    public record Ended(Instant at, By by, Optional<Bilingual> reason) {}

    /** Who, or what, ended it. */
    public enum By {
        PERSON,
        ORGANISER,
        /** The whole activity was cancelled. */
        ACTIVITY,
        TIME
    }
}
