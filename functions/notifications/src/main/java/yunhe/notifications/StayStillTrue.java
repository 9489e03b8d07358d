package yunhe.notifications;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.History.Verdict;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayStatus;
import yunhe.core.notice.News;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeRecord.Reason;

/** Whether a fact about a stay, when its turn has come, is still one and still worth telling. A pure function. */
final class StayStillTrue {

    private StayStillTrue() {}

    /** Why it is not told; empty when it is. */
    static Optional<String> objection(Notice notice, Stay stay, Station station, Instant now) {
        var news = notice.kind().news();
        if (!isStill(news, stay.statusAt(now)) || !isTheLastWord(notice, stay)) {
            return Optional.of(Reason.OUTDATED);
        }
        boolean inTime = isInTime(news, stay, station, now) && !isTooLateToCome(news, stay, now);
        return inTime ? Optional.empty() : Optional.of(Reason.LATE);
    }

    private static boolean isStill(News news, StayStatus status) {
        return switch (news) {
            case CONFIRMED, PROMOTED -> status == StayStatus.CONFIRMED;
            case WAITLISTED -> status == StayStatus.WAITLISTED;
            case PENDING -> status == StayStatus.PENDING;
            case OFFERED -> status == StayStatus.OFFERED;
            case REJECTED -> status == StayStatus.REJECTED;
            case CANCELLED -> status == StayStatus.CANCELLED;
            case EXPIRED -> status == StayStatus.EXPIRED;
            case CHANGED -> status.isLive();
            case CALLED_OFF, MEETINGS, REMINDER, LINK -> false;
        };
    }

    private static boolean isInTime(News news, Stay stay, Station station, Instant now) {
        var over = station.startOf(stay.nights().depart());
        return switch (news) {
            // Nobody who has not come by then can have the first night.
            case PROMOTED, WAITLISTED, PENDING, OFFERED ->
                now.isBefore(stay.origin().terms().firstNightEnds()) && now.isBefore(over);
            case CONFIRMED -> now.isBefore(over);
            // Whoever leaves today is told so as well.
            case CHANGED -> now.isBefore(station.startOf(stay.nights().depart().plusDays(1)));
            case REJECTED, CANCELLED, EXPIRED -> now.isBefore(over.plus(StillTrue.CLOSING_WORDS_FOR));
            case CALLED_OFF, MEETINGS, REMINDER, LINK -> false;
        };
    }

    /** A later change, or an approval that came after it, says all that a change would have said. */
    private static boolean isTheLastWord(Notice notice, Stay stay) {
        boolean isApprovedSince = stay.history()
                .decision()
                .filter(decision -> decision.verdict() == Verdict.APPROVE && decision.seen() >= notice.version())
                .isPresent();
        return notice.kind().news() != News.CHANGED
                || notice.version() == stay.history().changes() && !isApprovedSince;
    }

    /** Whoever should have come by now is not told to come. */
    private static boolean isTooLateToCome(News news, Stay stay, Instant now) {
        return switch (news) {
            case CONFIRMED, PROMOTED, CHANGED ->
                stay.status() == StayStatus.CONFIRMED && !now.isBefore(EndStay.noShowAt(stay));
            case WAITLISTED, PENDING, OFFERED, REJECTED, CANCELLED, EXPIRED, CALLED_OFF, MEETINGS, REMINDER, LINK ->
                false;
        };
    }
}
