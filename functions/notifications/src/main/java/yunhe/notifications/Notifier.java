package yunhe.notifications;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.notice.Notices;
import yunhe.core.shared.Log;
import yunhe.core.shared.StoreUnavailable;
import yunhe.notifications.channel.ChannelUnavailable;
import yunhe.notifications.message.Occasion;

/**
 * Tells one fact to one person, once: claim, look whether it still holds, send, write down.
 *
 * <p>Whoever dies after the claim is followed by another when the claim ends. Only a death between the provider's
 * acceptance and our record of it can repeat a message, and then under the same id.
 */
final class Notifier {

    private static final int RECORD_ATTEMPTS_MAX = 3;

    private final Notices notices;
    private final Function<RegistrationId, Optional<Registration>> registrations;
    private final Function<ActivityId, Optional<Activity>> activities;
    private final Clock clock;

    Notifier(
            Notices notices,
            Function<RegistrationId, Optional<Registration>> registrations,
            Function<ActivityId, Optional<Activity>> activities,
            Clock clock) {
        this.notices = notices;
        this.registrations = registrations;
        this.activities = activities;
        this.clock = clock;
    }

    /** What the queue should do with the message. */
    enum Result {
        DONE,
        COME_AGAIN
    }

    Result tell(Notice notice, Post.Round post) {
        try {
            if (isCancellation(notice) && anotherIsUnderWay(notice)) {
                return Result.COME_AGAIN;
            }
            return switch (notices.claim(notice, clock.instant())) {
                case Notices.Claim.Settled() -> Result.DONE;
                case Notices.Claim.Taken() -> Result.COME_AGAIN;
                case Notices.Claim.Mine mine -> tell(mine, post);
            };
        } catch (StoreUnavailable cause) {
            log("notice.postponed", notice, String.valueOf(cause.getMessage()));
            return Result.COME_AGAIN;
        }
    }

    /**
     * A message that is being sent while its registration is cancelled must not arrive after the word of the
     * cancellation. Whatever is claimed later than this look finds the registration cancelled, and is dropped.
     */
    private boolean anotherIsUnderWay(Notice cancellation) {
        var now = clock.instant();
        return notices.about(cancellation.about()).stream()
                .anyMatch(other -> !other.notice().equals(cancellation) && other.isUnderWay(now));
    }

    private Result tell(Notices.Claim.Mine claim, Post.Round post) {
        Optional<Post.Posted> posted;
        try {
            posted = occasion(claim.notice()).map(post::send);
        } catch (ChannelUnavailable | StoreUnavailable cause) {
            log("notice.postponed", claim.notice(), String.valueOf(cause.getMessage()));
            notices.release(claim, clock.instant());
            return Result.COME_AGAIN;
        }
        return record(claim, posted.orElse(new Post.Posted(NoticeRecord.Status.DROPPED_LATE, Optional.empty(), "")));
    }

    private Optional<Occasion> occasion(Notice notice) {
        var now = clock.instant();
        return registrations
                .apply(notice.about())
                .flatMap(registration -> activities
                        .apply(registration.activity())
                        .filter(activity -> StillTrue.isWorthTelling(notice, registration, activity, now))
                        .map(activity -> new Occasion(notice, registration, activity, invited(notice), now)));
    }

    private static boolean isCancellation(Notice notice) {
        return notice.kind() == NoticeKind.CANCELLED || notice.kind() == NoticeKind.ACTIVITY_CANCELLED;
    }

    /** Only the last word asks: whether a calendar entry went out, or may have. */
    private boolean invited(Notice notice) {
        return Occasion.takesBack(notice.kind())
                && notices.about(notice.about()).stream()
                        .filter(record -> Occasion.invites(record.notice().kind()))
                        .anyMatch(record -> record.status() == NoticeRecord.Status.SENT
                                || record.status() == NoticeRecord.Status.QUEUED);
    }

    /** It is out: now the record is worth more than one attempt, because without it the message would be repeated. */
    private Result record(Notices.Claim.Mine claim, Post.Posted posted) {
        for (int attempt = 1; ; attempt++) {
            try {
                notices.settle(claim, posted.status(), posted.channel(), clock.instant());
                log("notice." + posted.status().code(), claim.notice(), posted.reason());
                return Result.DONE;
            } catch (StoreUnavailable cause) {
                if (attempt == RECORD_ATTEMPTS_MAX) {
                    throw cause;
                }
            }
        }
    }

    private static void log(String event, Notice notice, String reason) {
        Log.event(
                event,
                Map.of(
                        "about", notice.about().value(),
                        "kind", notice.kind().code(),
                        "version", Long.toString(notice.version()),
                        "reason", reason));
    }
}
