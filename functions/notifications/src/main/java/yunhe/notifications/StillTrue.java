package yunhe.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Status;
import yunhe.core.agenda.Reminder;
import yunhe.core.notice.News;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeRecord.Reason;
import yunhe.core.roadshow.PublishedTimetable;

/**
 * Whether a fact about a registration, when its turn has come, is still one and still worth telling. A pure function.
 *
 * <p>After a cancellation nothing but the cancellation is told; nobody gets a ticket for what is over, or word of a
 * line that has ended.
 */
final class StillTrue {

    /** For how long after the end people are told that they were not part of it. */
    static final Duration CLOSING_WORDS_FOR = Duration.ofDays(3);

    private StillTrue() {}

    /** Why it is not told; empty when it is. */
    static Optional<String> objection(Notice notice, Registration registration, Activity activity, Instant now) {
        var news = notice.kind().news();
        if (!isStill(news, registration.statusAt(activity.times(), now))
                || activity.phase() != Activity.Phase.PUBLISHED && isInvitation(news)) {
            return Optional.of(Reason.OUTDATED);
        }
        if (news == News.REMINDER) {
            return objectionToReminder(notice.reminderOf(activity), registration, now);
        }
        if (!isTheLastWord(notice, activity)) {
            return Optional.of(Reason.OUTDATED);
        }
        return isInTime(news, activity, now) ? Optional.empty() : Optional.of(Reason.LATE);
    }

    /** Meetings are told as they are now: what changed them last says all that an earlier revision would have said. */
    static Optional<String> objection(
            Notice notice, Registration registration, Activity activity, PublishedTimetable timetable, Instant now) {
        boolean isTheLastWord =
                timetable.revisionFor(registration.id()).stream().anyMatch(revision -> revision == notice.version());
        return isTheLastWord ? objection(notice, registration, activity, now) : Optional.of(Reason.OUTDATED);
    }

    /** One that the activity no longer has was moved or taken away. */
    private static Optional<String> objectionToReminder(
            Optional<Reminder> reminder, Registration registration, Instant now) {
        if (reminder.isEmpty() || !reminder.get().isDue(now)) {
            return Optional.of(Reason.OUTDATED);
        }
        boolean inTime = !reminder.get().isTooLate(now) && reminder.get().isFor(registration);
        return inTime ? Optional.empty() : Optional.of(Reason.LATE);
    }

    private static boolean isStill(News news, Status status) {
        return switch (news) {
            case CONFIRMED, PROMOTED -> status == Status.CONFIRMED;
            case WAITLISTED -> status == Status.WAITLISTED;
            case PENDING -> status == Status.PENDING;
            case OFFERED -> status == Status.OFFERED;
            case REJECTED -> status == Status.REJECTED;
            case CANCELLED, CALLED_OFF -> status == Status.CANCELLED;
            case EXPIRED -> status == Status.EXPIRED;
            case LINK, CHANGED -> status.isLive();
            case REMINDER -> status == Status.CONFIRMED;
            // Whoever is looked at again keeps the place, and the meetings.
            case MEETINGS -> status == Status.CONFIRMED || status == Status.PENDING;
        };
    }

    private static boolean isInTime(News news, Activity activity, Instant now) {
        var times = activity.times();
        return switch (news) {
            // The line, reviews and offers end when the activity begins.
            case PROMOTED, WAITLISTED, PENDING, OFFERED, REMINDER -> now.isBefore(times.startsAt());
            // People may still sign up, and come, while it goes on.
            case CONFIRMED, LINK, CHANGED, MEETINGS -> now.isBefore(times.endsAt());
            case CANCELLED, CALLED_OFF, REJECTED, EXPIRED ->
                now.isBefore(times.endsAt().plus(CLOSING_WORDS_FOR));
        };
    }

    /** A later change says all that an earlier one would have said. */
    private static boolean isTheLastWord(Notice notice, Activity activity) {
        return notice.kind().news() != News.CHANGED
                || activity.edits()
                        .moved()
                        .filter(moved -> moved.version() == notice.version())
                        .isPresent();
    }

    private static boolean isInvitation(News news) {
        return switch (news) {
            case CONFIRMED, PROMOTED, WAITLISTED, PENDING, OFFERED, CHANGED, MEETINGS, REMINDER -> true;
            case CANCELLED, CALLED_OFF, REJECTED, EXPIRED, LINK -> false;
        };
    }
}
