package yunhe.notifications.message;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.notice.News;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.person.Person;
import yunhe.core.shared.Language;

/** What is told, about what, to whom, and when. */
public sealed interface Occasion permits ActivityOccasion, MeetingsOccasion, StayOccasion {

    Notice notice();

    Instant now();

    Person person();

    Language language();

    /** Of the activity, or the station's name. */
    String title();

    /** What tells it from others of its kind. */
    Situation situation();

    /** What the organiser or a reviewer said to it, if they said anything. */
    Optional<String> reason();

    boolean hasTicket();

    /** Whether an entry for the calendar comes with it. */
    boolean hasInvitation();

    /** Whether the person's calendar may hold an entry from us. */
    boolean invited();

    /** Whoever never had an entry has none to take away. */
    default boolean hasWithdrawal() {
        return invited() && takesBack(notice().kind());
    }

    /** Whether this is the last word, after which a calendar has nothing to show. */
    static boolean takesBack(NoticeKind kind) {
        return switch (kind.news()) {
            case CANCELLED, CALLED_OFF, REJECTED, EXPIRED -> true;
            case CONFIRMED, PROMOTED, WAITLISTED, PENDING, OFFERED, CHANGED, MEETINGS, REMINDER, LINK -> false;
        };
    }

    /** Whether it reads another way to someone who was told something earlier. */
    static boolean looksBack(NoticeKind kind) {
        return takesBack(kind) || kind.news() == News.MEETINGS;
    }

    /** Whether an entry for the calendar may have gone out with it. */
    static boolean invites(NoticeKind kind) {
        return switch (kind.news()) {
            case CONFIRMED, PROMOTED, CHANGED -> true;
            case WAITLISTED, PENDING, OFFERED, CANCELLED, CALLED_OFF, REJECTED, EXPIRED, MEETINGS, REMINDER, LINK ->
                false;
        };
    }
}
