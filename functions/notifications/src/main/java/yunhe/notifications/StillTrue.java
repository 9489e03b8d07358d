package yunhe.notifications;

import java.time.Duration;
import java.time.Instant;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Status;
import yunhe.core.notice.NoticeKind;

/**
 * Whether a fact, when its turn has come, is still one and still worth telling. A pure function.
 *
 * <p>After a cancellation nothing but the cancellation is told; nobody gets a ticket for what is over, or word of a
 * line that has ended.
 */
final class StillTrue {

    /** For how long after the end people are told that they were not part of it. */
    static final Duration CLOSING_WORDS_FOR = Duration.ofDays(3);

    private StillTrue() {}

    static boolean isWorthTelling(NoticeKind kind, Registration registration, Activity activity, Instant now) {
        return isStill(kind, registration.status())
                && isInTime(kind, activity, now)
                && (activity.phase() == Activity.Phase.PUBLISHED || !isInvitation(kind));
    }

    private static boolean isStill(NoticeKind kind, Status status) {
        return switch (kind) {
            case CONFIRMED, PROMOTED -> status == Status.CONFIRMED;
            case WAITLISTED -> status == Status.WAITLISTED;
            case PENDING -> status == Status.PENDING;
            case OFFERED -> status == Status.OFFERED;
            case REJECTED -> status == Status.REJECTED;
            case CANCELLED -> status == Status.CANCELLED;
            case EXPIRED -> status == Status.EXPIRED;
            case LINK -> status.isLive();
        };
    }

    private static boolean isInTime(NoticeKind kind, Activity activity, Instant now) {
        var times = activity.times();
        return switch (kind) {
            // The line, reviews and offers end when the activity begins.
            case PROMOTED, WAITLISTED, PENDING, OFFERED -> now.isBefore(times.startsAt());
            // People may still sign up, and come, while it goes on.
            case CONFIRMED, LINK -> now.isBefore(times.endsAt());
            case CANCELLED, REJECTED, EXPIRED -> now.isBefore(times.endsAt().plus(CLOSING_WORDS_FOR));
        };
    }

    private static boolean isInvitation(NoticeKind kind) {
        return switch (kind) {
            case CONFIRMED, PROMOTED, WAITLISTED, PENDING, OFFERED -> true;
            case CANCELLED, REJECTED, EXPIRED, LINK -> false;
        };
    }
}
