package yunhe.notifications.message;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.By;
import yunhe.core.activity.History.Verdict;
import yunhe.core.notice.News;

/** What tells messages of one kind apart. Each message is in exactly one. */
enum Situation {
    PLAIN("plain"),
    /** Reviewed, and let in. */
    APPROVED("approved"),
    /** The person took up an offer. */
    ACCEPTED("accepted"),
    /** The person turned down an offer. */
    DECLINED("declined"),
    /** Back in review because the person changed something; the place is kept. */
    EDITED("edited"),
    /** Rejected once, and looked at again. */
    REOPENED("reopened"),
    /** Came up in the line. */
    MOVED_UP("movedUp"),
    BY_ORGANISER("byOrganiser"),
    OFFER_RAN_OUT("offerRanOut"),
    /** Nobody decided in time. */
    UNDECIDED("undecided"),
    /** No place became free in time. */
    LINE_ENDED("lineEnded"),
    /** Told to someone with a place, in the line, in review, with an offer, or in their room already. */
    COMING("coming"),
    WAITING("waiting"),
    REVIEWED("reviewed"),
    OFFERED("offered"),
    STAYING("staying"),
    /** Other meetings than those that the person knows. */
    MEETINGS_CHANGED("changed");

    private final String gap;

    Situation(String gap) {
        this.gap = gap;
    }

    static Situation of(ActivityOccasion occasion) {
        return switch (occasion.notice().kind().news()) {
            case CONFIRMED -> occasion.isDecided(Verdict.APPROVE) ? APPROVED : PLAIN;
            case PROMOTED -> occasion.hasSaid(Answer.ACCEPTED) ? ACCEPTED : PLAIN;
            case WAITLISTED -> occasion.isDecided(Verdict.REOPEN) ? REOPENED : PLAIN;
            case PENDING -> ofPending(occasion);
            case CANCELLED -> ofCancelled(occasion);
            case EXPIRED -> ofExpired(occasion);
            case CHANGED -> ofLive(occasion);
            case OFFERED, REJECTED, CALLED_OFF, MEETINGS, LINK, REMINDER -> PLAIN;
        };
    }

    /** For a translator: the one of this message is true. */
    Map<String, Object> gaps() {
        return Arrays.stream(values()).collect(Collectors.toMap(it -> it.gap, it -> it == this));
    }

    /** Whether an offer waits for its answer. */
    static boolean hasDeadline(ActivityOccasion occasion) {
        return occasion.notice().kind().news() == News.OFFERED || of(occasion) == OFFERED;
    }

    private static Situation ofPending(ActivityOccasion occasion) {
        if (occasion.isFirstVersion()) {
            return PLAIN;
        }
        // An edit leaves the moment of the confirmation, and nothing else that leads to a review has one.
        if (occasion.wasConfirmed()) {
            return EDITED;
        }
        if (occasion.hasSaid(Answer.ACCEPTED)) {
            return ACCEPTED;
        }
        return occasion.isDecided(Verdict.REOPEN) ? REOPENED : MOVED_UP;
    }

    private static Situation ofCancelled(ActivityOccasion occasion) {
        if (occasion.isEndedBy(By.ORGANISER)) {
            return BY_ORGANISER;
        }
        return occasion.hasSaid(Answer.DECLINED) ? DECLINED : PLAIN;
    }

    private static Situation ofExpired(ActivityOccasion occasion) {
        if (occasion.hasUnansweredOffer()) {
            return OFFER_RAN_OUT;
        }
        if (occasion.wasConfirmed() || occasion.hasSaid(Answer.ACCEPTED)) {
            return UNDECIDED;
        }
        // With review it may have been in either; nothing is said then that could be wrong.
        return occasion.approval().filter(Approval.AUTOMATIC::equals).isPresent() ? LINE_ENDED : PLAIN;
    }

    private static Situation ofLive(ActivityOccasion occasion) {
        return switch (occasion.registration().status()) {
            case CONFIRMED -> COMING;
            case WAITLISTED -> WAITING;
            case PENDING -> REVIEWED;
            case OFFERED -> OFFERED;
            case REJECTED, CANCELLED, EXPIRED, NO_SHOW -> PLAIN;
        };
    }
}
