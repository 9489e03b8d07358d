package yunhe.notifications.message;

import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.Verdict;

/** In which situation something is told about a stay. */
final class StaySituation {

    private static final long VERSION_OF_WHAT_NEVER_WAITED = 2;

    private StaySituation() {}

    static Situation of(StayOccasion occasion) {
        return switch (occasion.notice().kind().news()) {
            case CONFIRMED -> occasion.isDecided(Verdict.APPROVE) ? Situation.APPROVED : Situation.PLAIN;
            case PROMOTED -> occasion.hasSaid(Answer.ACCEPTED) ? Situation.ACCEPTED : Situation.PLAIN;
            case WAITLISTED -> occasion.isDecided(Verdict.REOPEN) ? Situation.REOPENED : Situation.PLAIN;
            case PENDING -> ofPending(occasion);
            case CANCELLED -> occasion.hasSaid(Answer.DECLINED) ? Situation.DECLINED : Situation.PLAIN;
            case REJECTED -> occasion.wasConfirmed() ? Situation.BY_ORGANISER : Situation.PLAIN;
            case EXPIRED -> ofExpired(occasion);
            case CHANGED -> ofLive(occasion);
            case OFFERED, CALLED_OFF, REMINDER, LINK -> Situation.PLAIN;
        };
    }

    private static Situation ofPending(StayOccasion occasion) {
        if (occasion.isFirstVersion()) {
            return Situation.PLAIN;
        }
        if (occasion.hasSaid(Answer.ACCEPTED)) {
            return Situation.ACCEPTED;
        }
        return occasion.isDecided(Verdict.REOPEN) ? Situation.REOPENED : Situation.MOVED_UP;
    }

    private static Situation ofExpired(StayOccasion occasion) {
        if (occasion.heldUntil().isEmpty()) {
            return Situation.LINE_ENDED;
        }
        if (occasion.hasSaid(Answer.ACCEPTED) || !occasion.isPromotedByOffer()) {
            return Situation.UNDECIDED;
        }
        if (occasion.isDecided(Verdict.REOPEN)) {
            // With a room it was reviewed, without one it was offered later: nothing is said that could be wrong.
            return Situation.PLAIN;
        }
        // What found a room was pending and then expired; what was offered had waited before, and cannot be changed.
        boolean waited = occasion.notice().version() > VERSION_OF_WHAT_NEVER_WAITED;
        return waited && occasion.stay().history().changes() == 0 ? Situation.OFFER_RAN_OUT : Situation.UNDECIDED;
    }

    private static Situation ofLive(StayOccasion occasion) {
        return switch (occasion.stay().status()) {
            case CONFIRMED -> Situation.COMING;
            case PENDING -> Situation.REVIEWED;
            case CHECKED_IN -> Situation.STAYING;
            case WAITLISTED, OFFERED, REJECTED, CANCELLED, EXPIRED, CHECKED_OUT, NO_SHOW -> Situation.PLAIN;
        };
    }
}
