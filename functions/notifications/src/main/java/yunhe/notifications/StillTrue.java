package yunhe.notifications;

import java.time.Duration;
import java.time.Instant;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Status;
import yunhe.core.agenda.Reminder;
import yunhe.core.notice.Notice;
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

    static boolean isWorthTelling(Notice notice, Registration registration, Activity activity, Instant now) {
        var kind = notice.kind();
        return isStill(kind, registration.statusAt(activity.times(), now))
                && isInTime(notice, activity, now)
                && isTheLastWord(notice, registration, activity)
                && (activity.phase() == Activity.Phase.PUBLISHED || !isInvitation(kind));
    }

    private static boolean isStill(NoticeKind kind, Status status) {
        return switch (kind) {
            case CONFIRMED, PROMOTED -> status == Status.CONFIRMED;
            case WAITLISTED -> status == Status.WAITLISTED;
            case PENDING -> status == Status.PENDING;
            case OFFERED -> status == Status.OFFERED;
            case REJECTED -> status == Status.REJECTED;
            case CANCELLED, ACTIVITY_CANCELLED -> status == Status.CANCELLED;
            case EXPIRED -> status == Status.EXPIRED;
            case LINK, ACTIVITY_CHANGED -> status.isLive();
            case REMINDER -> status == Status.CONFIRMED;
        };
    }

    private static boolean isInTime(Notice notice, Activity activity, Instant now) {
        var times = activity.times();
        return switch (notice.kind()) {
            // The line, reviews and offers end when the activity begins.
            case PROMOTED, WAITLISTED, PENDING, OFFERED -> now.isBefore(times.startsAt());
            // People may still sign up, and come, while it goes on.
            case CONFIRMED, LINK, ACTIVITY_CHANGED -> now.isBefore(times.endsAt());
            case REMINDER ->
                Reminder.of(activity, notice)
                        .filter(reminder -> reminder.isDue(now) && !reminder.isTooLate(now))
                        .isPresent();
            case CANCELLED, ACTIVITY_CANCELLED, REJECTED, EXPIRED ->
                now.isBefore(times.endsAt().plus(CLOSING_WORDS_FOR));
        };
    }

    /** A later change says all that an earlier one would have said, and a confirmation says when it will be. */
    private static boolean isTheLastWord(Notice notice, Registration registration, Activity activity) {
        return switch (notice.kind()) {
            case ACTIVITY_CHANGED ->
                activity.edits()
                        .moved()
                        .filter(moved -> moved.version() == notice.version())
                        .isPresent();
            case REMINDER ->
                Reminder.of(activity, notice)
                        .filter(reminder -> reminder.isFor(registration))
                        .isPresent();
            case CONFIRMED,
                    PROMOTED,
                    WAITLISTED,
                    PENDING,
                    OFFERED,
                    CANCELLED,
                    ACTIVITY_CANCELLED,
                    REJECTED,
                    EXPIRED,
                    LINK -> true;
        };
    }

    private static boolean isInvitation(NoticeKind kind) {
        return switch (kind) {
            case CONFIRMED, PROMOTED, WAITLISTED, PENDING, OFFERED, ACTIVITY_CHANGED, REMINDER -> true;
            case CANCELLED, ACTIVITY_CANCELLED, REJECTED, EXPIRED, LINK -> false;
        };
    }
}
