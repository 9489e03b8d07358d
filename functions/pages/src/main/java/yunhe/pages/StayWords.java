package yunhe.pages;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayStatus;

/**
 * What became of a stay and what happens next, in words for its guest.
 *
 * @param status as it is now: nights that were held until a moment that has passed are given up
 * @param reason what the station gave as one
 */
record StayWords(StayStatus status, String title, String text, Optional<String> reason) {

    static StayWords of(Station station, Stay stay, Instant now, PageTexts texts) {
        var status = stay.statusAt(now);
        var reason = stay.history().ended().filter(ended -> !status.isLive()).flatMap(History.Ended::reason);
        return new StayWords(
                status,
                texts.of("stay.status.", status),
                text(status, station, stay, texts),
                reason.map(it -> it.in(texts.language())));
    }

    Tone tone() {
        return Tone.of(status);
    }

    private static String text(StayStatus status, Station station, Stay stay, PageTexts texts) {
        var when = new When(texts.language(), station.details().zone());
        var deadline = stay.history().deadline().map(when::moment);
        return switch (status) {
            case CONFIRMED -> texts.get("stay.status.confirmed.text", when.moment(EndStay.noShowAt(stay)));
            case PENDING -> texts.get("stay.status.pending.text", deadline.orElseThrow());
            case WAITLISTED -> waiting(station, stay, texts);
            case OFFERED -> texts.get("stay.status.offered.text");
            case CHECKED_IN -> texts.get("stay.status.checked_in.text", leaving(station, stay, when));
            case CHECKED_OUT -> texts.get("stay.status.checked_out.text");
            case REJECTED ->
                texts.get(
                        stay.history().confirmedAt().isPresent()
                                ? "stay.status.cancelled.station"
                                : "stay.status.rejected.text");
            case CANCELLED -> texts.get(cancelled(stay));
            case EXPIRED ->
                deadline.map(until -> texts.get(lapsed(stay), until))
                        .orElseGet(() -> texts.get("stay.status.expired.text"));
            case NO_SHOW -> texts.get("stay.status.no_show.text", when.moment(EndStay.noShowAt(stay)));
        };
    }

    private static String leaving(Station station, Stay stay, When when) {
        return when.moment(station.at(stay.nights().depart(), station.details().checkOutUntil()));
    }

    private static String waiting(Station station, Stay stay, PageTexts texts) {
        var sentence = new PolicyWords(station, texts).waiting().orElseGet(() -> texts.get("waiting.automatic"));
        return stay.origin().terms().approval() == Approval.REVIEW ? sentence + texts.get("waiting.review") : sentence;
    }

    /** Who did not say in time what they had to say: the guest to an offer, or the station to an application. */
    private static String lapsed(Stay stay) {
        var history = stay.history();
        return history.wasOffered() && history.answer().isEmpty()
                ? "stay.status.expired.offer"
                : "stay.status.expired.review";
    }

    private static String cancelled(Stay stay) {
        boolean declined = stay.history()
                .answer()
                .filter(answer -> answer == History.Answer.DECLINED)
                .isPresent();
        if (declined) {
            return "stay.status.cancelled.declined";
        }
        boolean byGuest = stay.history()
                .ended()
                .filter(ended -> ended.by() != History.By.PERSON)
                .isEmpty();
        if (!byGuest) {
            return "stay.status.cancelled.station";
        }
        return stay.history().confirmedAt().isPresent()
                ? "stay.status.cancelled.text"
                : "stay.status.cancelled.request";
    }
}
