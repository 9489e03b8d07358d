package yunhe.core.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;

/** What two images of a registration say has happened. A pure function: the same change gives the same notices. */
public final class Facts {

    private Facts() {}

    /** Empty {@code before}: the registration is new. */
    public static List<Notice> between(Optional<State> before, State after) {
        var notices = new ArrayList<Notice>(2);
        // Another attempt under the same key is a registration of its own.
        var previous = before.filter(it -> it.id().equals(after.id()));
        if (previous.map(it -> it.status() != after.status()).orElse(true)) {
            told(previous.map(State::status), after)
                    .ifPresent(kind -> notices.add(new Notice(after.id(), kind, after.version())));
        }
        var asked = after.asked();
        var askedBefore = previous.map(State::asked).orElse(Asked.NOTHING);
        if (asked.links() > askedBefore.links()) {
            notices.add(new Notice(after.id(), NoticeKind.LINK, asked.links()));
        }
        if (asked.moved() > askedBefore.moved()) {
            notices.add(new Notice(after.id(), NoticeKind.ACTIVITY_CHANGED, asked.moved()));
        }
        if (asked.meetings() > askedBefore.meetings()) {
            notices.add(new Notice(after.id(), NoticeKind.MEETINGS_PUBLISHED, asked.meetings()));
        }
        asked.reminders().stream()
                .filter(due -> !askedBefore.reminders().contains(due))
                .sorted()
                .forEach(due -> notices.add(new Notice(after.id(), NoticeKind.REMINDER, due)));
        return List.copyOf(notices);
    }

    private static Optional<NoticeKind> told(Optional<Status> before, State after) {
        return switch (after.status()) {
            case CONFIRMED ->
                Optional.of(
                        before.filter(it -> it == Status.WAITLISTED || it == Status.OFFERED)
                                        .isPresent()
                                ? NoticeKind.PROMOTED
                                : NoticeKind.CONFIRMED);
            case WAITLISTED -> Optional.of(NoticeKind.WAITLISTED);
            case PENDING -> Optional.of(NoticeKind.PENDING);
            case OFFERED -> Optional.of(NoticeKind.OFFERED);
            case REJECTED -> Optional.of(NoticeKind.REJECTED);
            case CANCELLED -> Optional.of(after.withActivity() ? NoticeKind.ACTIVITY_CANCELLED : NoticeKind.CANCELLED);
            case EXPIRED -> Optional.of(NoticeKind.EXPIRED);
            case NO_SHOW -> Optional.empty();
        };
    }

    /**
     * The part of a registration's image that facts are made of.
     *
     * @param withActivity whether it ended because the activity was cancelled
     */
    public record State(RegistrationId id, Status status, boolean withActivity, Asked asked, long version) {}

    /**
     * What was to be told besides changes of the status.
     *
     * @param links how often the manage link was asked for
     * @param moved the activity's version whose change of time or place is to be told; 0 for none
     * @param meetings the timetable's revision whose meetings are to be told; 0 for none
     * @param reminders the seconds since 1970 at which reminders were due
     */
    public record Asked(long links, long moved, long meetings, Set<Long> reminders) {

        public static final Asked NOTHING = new Asked(0, 0, 0, Set.of());
    }
}
