package yunhe.core.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            told(previous.map(State::status), after.status())
                    .ifPresent(kind -> notices.add(new Notice(after.id(), kind, after.version())));
        }
        if (after.linkRequests() > previous.map(State::linkRequests).orElse(0L)) {
            notices.add(new Notice(after.id(), NoticeKind.LINK, after.linkRequests()));
        }
        return List.copyOf(notices);
    }

    private static Optional<NoticeKind> told(Optional<Status> before, Status after) {
        return switch (after) {
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
            case CANCELLED -> Optional.of(NoticeKind.CANCELLED);
            case EXPIRED -> Optional.of(NoticeKind.EXPIRED);
            case NO_SHOW -> Optional.empty();
        };
    }

    /** The part of a registration's image that facts are made of. */
    public record State(RegistrationId id, Status status, long version, long linkRequests) {}
}
