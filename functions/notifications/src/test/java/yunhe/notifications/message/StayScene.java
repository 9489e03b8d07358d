package yunhe.notifications.message;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.Decision;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Waitlist;
import yunhe.core.lodging.StayHistory;
import yunhe.core.lodging.StayStatus;
import yunhe.core.notice.NoticeKind;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;

/** Everything that can have happened when something is told about a stay. */
enum StayScene implements Shown {
    CONFIRMED(NoticeKind.STAY_CONFIRMED, told -> told.forTheFirstTime()),
    CONFIRMED_TOO_LATE_TO_CANCEL(
            NoticeKind.STAY_CONFIRMED,
            told -> told.forTheFirstTime().at(told.station().checkInFrom(ToldOfStay.THREE_NIGHTS.arrive()))),
    APPROVED(NoticeKind.STAY_CONFIRMED, told -> told.reviewed().after(decided(Verdict.APPROVE, Optional.empty()))),
    MOVED_UP(NoticeKind.STAY_PROMOTED, told -> told),
    MOVED_UP_IN_THE_NIGHT(
            NoticeKind.STAY_PROMOTED,
            told -> told.at(told.station()
                            .noShowAt(ToldOfStay.THREE_NIGHTS.arrive())
                            .plusSeconds(60))
                    .after(it -> it.confirmed(told.station()
                            .noShowAt(ToldOfStay.THREE_NIGHTS.arrive())
                            .plusSeconds(60)))),
    ACCEPTED(NoticeKind.STAY_PROMOTED, told -> told.after(it -> it.answered(Answer.ACCEPTED))),
    WAITLISTED(NoticeKind.STAY_WAITLISTED, told -> told.forTheFirstTime()),
    WAITLISTED_WITH_OFFERS(
            NoticeKind.STAY_WAITLISTED,
            told -> told.forTheFirstTime().by(Approval.AUTOMATIC, Waitlist.Promotion.OFFER)),
    WAITLISTED_WITH_REVIEW(
            NoticeKind.STAY_WAITLISTED, told -> told.forTheFirstTime().reviewed()),
    REOPENED_INTO_THE_LINE(
            NoticeKind.STAY_WAITLISTED, told -> told.reviewed().after(decided(Verdict.REOPEN, Optional.empty()))),
    PENDING(NoticeKind.STAY_PENDING, told -> told.forTheFirstTime().reviewed()),
    PENDING_AFTER_MOVING_UP(NoticeKind.STAY_PENDING, told -> told.reviewed()),
    PENDING_AFTER_AN_OFFER(NoticeKind.STAY_PENDING, told -> told.reviewed().after(it -> it.answered(Answer.ACCEPTED))),
    PENDING_AGAIN(NoticeKind.STAY_PENDING, told -> told.reviewed().after(decided(Verdict.REOPEN, Optional.empty()))),
    OFFERED(NoticeKind.STAY_OFFERED, told -> told),
    OFFERED_WITH_REVIEW(NoticeKind.STAY_OFFERED, told -> told.by(Approval.REVIEW, Waitlist.Promotion.OFFER)),
    REJECTED(NoticeKind.STAY_REJECTED, told -> told.reviewed().after(decided(Verdict.REJECT, Optional.empty()))),
    REJECTED_WITH_REASON(
            NoticeKind.STAY_REJECTED,
            told -> told.reviewed().after(decided(Verdict.REJECT, Optional.of(Reasons.PROOF)))),
    REJECTED_AFTER_A_CONFIRMATION(
            NoticeKind.STAY_REJECTED,
            told -> told.reviewed()
                    .invited()
                    .after(it ->
                            decided(Verdict.REJECT, Optional.of(Reasons.WATER)).apply(it.confirmed(Told.NOW)))),
    CANCELLED(NoticeKind.STAY_CANCELLED, told -> told.invited().after(it -> it.confirmed(Told.NOW))),
    CANCELLED_BY_A_WAITER(NoticeKind.STAY_CANCELLED, told -> told),
    DECLINED(NoticeKind.STAY_CANCELLED, told -> told.after(it -> it.answered(Answer.DECLINED))),
    OFFER_RAN_OUT(
            NoticeKind.STAY_EXPIRED,
            told -> told.version(3)
                    .by(Approval.REVIEW, Waitlist.Promotion.OFFER)
                    .after(it -> it.heldUntil(ToldOfStay.HELD_UNTIL))
                    .at(ToldOfStay.HELD_UNTIL)),
    LINE_ENDED(NoticeKind.STAY_EXPIRED, told -> told.at(told.station().noShowAt(ToldOfStay.THREE_NIGHTS.arrive()))),
    NOT_REVIEWED_IN_TIME(
            NoticeKind.STAY_EXPIRED,
            told -> told.reviewed()
                    .after(it -> it.heldUntil(Told.NOW.plus(Duration.ofDays(1))))
                    .at(Told.NOW.plus(Duration.ofDays(1)))),
    REVIEW_OR_OFFER_ENDED(
            NoticeKind.STAY_EXPIRED,
            told -> told.version(5)
                    .by(Approval.REVIEW, Waitlist.Promotion.OFFER)
                    .after(it -> decided(Verdict.REOPEN, Optional.empty()).apply(it.heldUntil(ToldOfStay.HELD_UNTIL)))
                    .at(ToldOfStay.HELD_UNTIL)),
    CHANGED(NoticeKind.STAY_CHANGED, told -> told.after(StayHistory::changed)),
    CHANGED_TOO_LATE_TO_CANCEL(
            NoticeKind.STAY_CHANGED,
            told -> told.after(StayHistory::changed).at(told.station().checkInFrom(ToldOfStay.THREE_NIGHTS.arrive()))),
    CHANGED_WHILE_REVIEWED(
            NoticeKind.STAY_CHANGED,
            told -> told.reviewed().who(StayStatus.PENDING).after(StayHistory::changed)),
    CHANGED_WHILE_STAYING(
            NoticeKind.STAY_CHANGED,
            told -> told.who(StayStatus.CHECKED_IN)
                    .after(StayHistory::changed)
                    .at(told.station().noShowAt(ToldOfStay.THREE_NIGHTS.arrive().plusDays(1))));

    private final NoticeKind kind;

    /** Holds nothing that changes. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<ToldOfStay> set;

    StayScene(NoticeKind kind, UnaryOperator<ToldOfStay> set) {
        this.kind = kind;
        this.set = set;
    }

    @Override
    public NoticeKind kind() {
        return kind;
    }

    @Override
    public ToldOfStay in(Language language) {
        return set.apply(ToldOfStay.of(kind, language));
    }

    private static UnaryOperator<StayHistory> decided(Verdict verdict, Optional<Bilingual> reason) {
        return it -> it.decided(new Decision(verdict, "a reviewer", Told.NOW, reason, 1));
    }

    /** An enum's own constants are made before its other fields. */
    private static final class Reasons {
        static final Bilingual PROOF = new Bilingual(
                "毕业证明看不清楚，请重新上传后再次申请。",
                "The proof of graduation cannot be read. Please apply again with a clearer one.");
        static final Bilingual WATER =
                new Bilingual("该楼层水管维修，这几晚暂停入住。", "The water pipes on this floor are under repair, so it is closed.");
    }
}
