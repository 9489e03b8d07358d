package yunhe.notifications.message;

import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.Verdict;

/** In which situation something is told about a stay. */
final class StaySituation {

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
            case OFFERED, CALLED_OFF, MEETINGS, REMINDER, LINK -> Situation.PLAIN;
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
        return occasion.hasUnansweredOffer() ? Situation.OFFER_RAN_OUT : Situation.UNDECIDED;
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
