package yunhe.notifications.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.By;
import yunhe.core.activity.History.Decision;
import yunhe.core.activity.History.Ended;
import yunhe.core.activity.History.Offer;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Status;
import yunhe.core.activity.Waitlist;
import yunhe.core.notice.NoticeKind;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;

/** Everything that can have happened when something is told about a registration. */
enum Scene implements Shown {
    CONFIRMED(NoticeKind.CONFIRMED, told -> told.forTheFirstTime()),
    CONFIRMED_WHILE_IT_GOES_ON(
            NoticeKind.CONFIRMED, told -> told.forTheFirstTime().at(Told.STARTS.plusSeconds(60))),
    APPROVED(NoticeKind.CONFIRMED, told -> told.reviewed().after(decided(Verdict.APPROVE, Optional.empty()))),
    MOVED_UP(NoticeKind.PROMOTED, told -> told),
    ACCEPTED(NoticeKind.PROMOTED, told -> told.after(answered(Answer.ACCEPTED))),
    WAITLISTED(NoticeKind.WAITLISTED, told -> told.forTheFirstTime()),
    WAITLISTED_WITH_OFFERS(
            NoticeKind.WAITLISTED, told -> told.forTheFirstTime().by(Approval.AUTOMATIC, Waitlist.Promotion.OFFER)),
    WAITLISTED_WITH_REVIEW(NoticeKind.WAITLISTED, told -> told.forTheFirstTime().reviewed()),
    REOPENED_INTO_THE_LINE(
            NoticeKind.WAITLISTED, told -> told.reviewed().after(decided(Verdict.REOPEN, Optional.empty()))),
    PENDING(NoticeKind.PENDING, told -> told.forTheFirstTime().reviewed()),
    PENDING_AFTER_AN_EDIT(NoticeKind.PENDING, told -> told.reviewed().after(it -> it.confirmed(Told.NOW))),
    PENDING_AFTER_MOVING_UP(NoticeKind.PENDING, told -> told.reviewed()),
    PENDING_AFTER_AN_OFFER(NoticeKind.PENDING, told -> told.reviewed().after(answered(Answer.ACCEPTED))),
    PENDING_AGAIN(NoticeKind.PENDING, told -> told.reviewed().after(decided(Verdict.REOPEN, Optional.empty()))),
    OFFERED(NoticeKind.OFFERED, told -> told.after(Scene::offered)),
    OFFERED_WITH_REVIEW(
            NoticeKind.OFFERED,
            told -> told.by(Approval.REVIEW, Waitlist.Promotion.OFFER).after(Scene::offered)),
    REJECTED(NoticeKind.REJECTED, told -> told.reviewed().after(decided(Verdict.REJECT, Optional.empty()))),
    REJECTED_WITH_REASON(
            NoticeKind.REJECTED,
            told -> told.reviewed()
                    .invited()
                    .after(it ->
                            decided(Verdict.REJECT, Optional.of(Reasons.FULL)).apply(it.confirmed(Told.NOW)))),
    CANCELLED_BY_THE_PERSON(
            NoticeKind.CANCELLED,
            told -> told.invited()
                    .after(it -> ended(By.PERSON, Optional.empty()).apply(it.confirmed(Told.NOW)))),
    CANCELLED_BY_A_WAITER(NoticeKind.CANCELLED, told -> told.after(ended(By.PERSON, Optional.empty()))),
    CANCELLED_BY_THE_ORGANISER(
            NoticeKind.CANCELLED,
            told -> told.invited()
                    .after(it -> ended(By.ORGANISER, Optional.of(Reasons.RULE)).apply(it.confirmed(Told.NOW)))),
    DECLINED(
            NoticeKind.CANCELLED,
            told -> told.after(it -> ended(By.PERSON, Optional.empty())
                    .apply(answered(Answer.DECLINED).apply(it)))),
    OFFER_RAN_OUT(
            NoticeKind.EXPIRED,
            told -> told.by(Approval.AUTOMATIC, Waitlist.Promotion.OFFER)
                    .after(Scene::offered)
                    .at(Dates.OFFER_ENDS)),
    LINE_ENDED(NoticeKind.EXPIRED, told -> told.at(Told.STARTS)),
    REVIEW_NOT_DECIDED(
            NoticeKind.EXPIRED,
            told -> told.reviewed()
                    .invited()
                    .after(it -> it.confirmed(Told.NOW))
                    .at(Told.STARTS)),
    LINE_OR_REVIEW_ENDED(NoticeKind.EXPIRED, told -> told.reviewed().at(Told.STARTS)),
    CHANGED_FOR_WHO_COMES(NoticeKind.ACTIVITY_CHANGED, told -> told.activityVersion(4)),
    CHANGED_TOO_LATE_TO_CANCEL(
            NoticeKind.ACTIVITY_CHANGED, told -> told.activityVersion(4).at(Told.STARTS.minusSeconds(3_600))),
    CHANGED_FOR_WHO_WAITS(NoticeKind.ACTIVITY_CHANGED, told -> notYet(told, Status.WAITLISTED)),
    CHANGED_FOR_WHO_IS_REVIEWED(
            NoticeKind.ACTIVITY_CHANGED, told -> notYet(told, Status.PENDING).reviewed()),
    CHANGED_FOR_WHO_HAS_AN_OFFER(
            NoticeKind.ACTIVITY_CHANGED, told -> notYet(told, Status.OFFERED).after(Scene::offered)),
    ACTIVITY_CANCELLED(
            NoticeKind.ACTIVITY_CANCELLED,
            told -> told.invited().after(it -> it.confirmed(Told.NOW)).cancelledBecause(Optional.of(Reasons.TYPHOON))),
    ACTIVITY_CANCELLED_FOR_WHO_WAITED(
            NoticeKind.ACTIVITY_CANCELLED, told -> told.cancelledBecause(Optional.of(Reasons.TYPHOON))),
    REMINDER_THE_DAY_BEFORE(NoticeKind.REMINDER, told -> told.at(Told.STARTS.minus(Duration.ofDays(1)))),
    REMINDER_TWO_HOURS_BEFORE(NoticeKind.REMINDER, told -> told.at(Told.STARTS.minus(Duration.ofHours(2)))),
    REMINDER_DAYS_BEFORE(NoticeKind.REMINDER, told -> told.at(Told.STARTS.minus(Duration.ofDays(3)))),
    LINK(NoticeKind.LINK, told -> told);

    private final NoticeKind kind;

    /** Holds nothing that changes. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<ToldOfActivity> set;

    Scene(NoticeKind kind, UnaryOperator<ToldOfActivity> set) {
        this.kind = kind;
        this.set = set;
    }

    @Override
    public NoticeKind kind() {
        return kind;
    }

    @Override
    public ToldOfActivity in(Language language) {
        return set.apply(ToldOfActivity.of(kind, language));
    }

    private static ToldOfActivity notYet(ToldOfActivity told, Status status) {
        return told.activityVersion(4).who(status).after(it -> History.fresh(Optional.empty(), 1));
    }

    private static History offered(History history) {
        return history.offered(new Offer(Dates.OFFER_ENDS, Optional.empty()));
    }

    private static UnaryOperator<History> answered(Answer answer) {
        return it -> it.offered(new Offer(Dates.OFFER_ENDS, Optional.of(answer)));
    }

    private static UnaryOperator<History> decided(Verdict verdict, Optional<Bilingual> reason) {
        return it -> it.decided(new Decision(verdict, "a reviewer", Told.NOW, reason, 1));
    }

    private static UnaryOperator<History> ended(By by, Optional<Bilingual> reason) {
        return it -> it.ended(new Ended(Told.NOW, by, reason));
    }

    /** An enum's own constants are made before its other fields. */
    private static final class Dates {
        static final Instant OFFER_ENDS = Told.NOW.plus(Duration.ofMinutes(240));
    }

    private static final class Reasons {
        static final Bilingual FULL = new Bilingual(
                "本次活动面向拱墅区企业的青年人才，您所在的单位不在范围内。\n12 月 20 日的专场不限单位，欢迎报名。",
                "This one is for people who work in Gongshu district.\nThe evening on 20 December is open to all.");
        static final Bilingual RULE = new Bilingual("同一单位本次最多两人参加。", "At most two people of one company this time.");
        static final Bilingual TYPHOON =
                new Bilingual("因台风预警，场馆当天关闭。我们会在天气好转后重新安排。", "The venue is closed because of a typhoon warning.");
    }
}
