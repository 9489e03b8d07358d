package yunhe.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Status;
import yunhe.core.activity.Waitlist;

/**
 * What became of a registration, in words for its person.
 *
 * @param status as it is now: an offer that ran out has expired
 * @param reason what the organiser gave as one
 */
record StatusWords(Status status, boolean isCalledOff, String title, String text, Optional<String> reason) {

    static StatusWords of(Activity activity, Registration registration, Instant now, PageTexts texts) {
        var status = registration.statusAt(activity.times(), now);
        boolean calledOff = activity.phase() == Activity.Phase.CANCELLED;
        var reason = calledOff
                ? activity.cancelReason()
                : registration
                        .history()
                        .ended()
                        .filter(ended -> !status.isLive())
                        .flatMap(History.Ended::reason);
        return new StatusWords(
                status,
                calledOff,
                calledOff ? texts.get("banner.cancelled") : texts.of("status.", status),
                calledOff ? texts.get("status.activity_cancelled.text") : text(status, activity, registration, texts),
                reason.map(it -> it.in(texts.language())));
    }

    boolean isLive() {
        return status.isLive() && !isCalledOff;
    }

    Tone tone() {
        return isCalledOff ? Tone.BAD : Tone.of(status);
    }

    private static String text(Status status, Activity activity, Registration registration, PageTexts texts) {
        var history = registration.history();
        var when = new When(texts.language(), activity.times().zone());
        return switch (status) {
            case CONFIRMED -> texts.get("status.confirmed.text");
            case WAITLISTED -> waiting(activity, registration, texts);
            case PENDING ->
                texts.get(history.confirmedAt().isPresent() ? "status.pending.again" : "status.pending.text");
            case OFFERED -> texts.get("status.offered.text");
            case REJECTED -> texts.get("status.rejected.text");
            case CANCELLED -> texts.get(cancelled(history));
            case EXPIRED ->
                history.offer()
                        .filter(offer -> offer.answer().isEmpty())
                        .map(offer -> texts.get("status.expired.offer", when.moment(offer.expiresAt())))
                        .orElseGet(() -> texts.get("status.expired.text"));
            case NO_SHOW -> texts.get("status.no_show.text");
        };
    }

    private static String waiting(Activity activity, Registration registration, PageTexts texts) {
        var details = activity.details();
        var waitlist = details.admission().waitlist();
        if (waitlist.promotion() == Waitlist.Promotion.OFFER) {
            return texts.get("status.waitlisted.offer", length(waitlist.offerFor(), texts));
        }
        boolean reviewed = details.group(registration.group())
                .filter(group -> details.approvalFor(group) == Approval.REVIEW)
                .isPresent();
        return texts.get(reviewed ? "status.waitlisted.review" : "status.waitlisted.text");
    }

    private static String cancelled(History history) {
        boolean declined = history.offer()
                .flatMap(History.Offer::answer)
                .filter(answer -> answer == History.Answer.DECLINED)
                .isPresent();
        return switch (history.ended().map(History.Ended::by).orElse(History.By.PERSON)) {
            case PERSON, TIME -> declined ? "status.cancelled.declined" : "status.cancelled.text";
            case ORGANISER -> "status.cancelled.organiser";
            case ACTIVITY -> "status.activity_cancelled.text";
        };
    }

    /** {@code 4 hours}, or in minutes where it is not a whole number of them. */
    static String length(Duration duration, PageTexts texts) {
        return duration.toMinutesPart() == 0
                ? texts.count("length.hours", duration.toHours())
                : texts.count("length.minutes", duration.toMinutes());
    }
}
