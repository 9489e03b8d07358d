package yunhe.notifications.message;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Status;
import yunhe.core.notice.Notice;
import yunhe.core.shared.Language;

/**
 * What is told, about what, and when.
 *
 * @param invited whether the person's calendar may hold an entry from us
 */
public record Occasion(Notice notice, Registration registration, Activity activity, boolean invited, Instant now) {

    Language language() {
        return registration.language();
    }

    boolean hasTicket() {
        return switch (notice.kind()) {
            case CONFIRMED, PROMOTED -> true;
            case ACTIVITY_CHANGED, REMINDER -> registration.status() == Status.CONFIRMED;
            case WAITLISTED, PENDING, OFFERED, REJECTED, CANCELLED, ACTIVITY_CANCELLED, EXPIRED, LINK -> false;
        };
    }

    boolean begun() {
        return !now.isBefore(activity.times().startsAt());
    }

    boolean mayCancel() {
        return now.isBefore(activity.times().cancelUntil());
    }

    boolean maySignUp() {
        return activity.phase() == Activity.Phase.PUBLISHED && activity.gate(now) == Activity.Gate.OPEN;
    }

    /** The group's title, where there is a choice of groups. */
    Optional<String> group() {
        return activity.details().groups().size() < 2
                ? Optional.empty()
                : activity.details()
                        .group(registration.group())
                        .map(group -> group.title().in(language()));
    }
}
