package yunhe.core.notice;

import java.util.Optional;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.StayStatus;

/** What two images of a stay say has happened. A pure function: the same change gives the same notice. */
public final class StayFacts {

    private StayFacts() {}

    /** Empty {@code before}: the stay is new. A change of the status says all that changed with it. */
    public static Optional<Notice> between(Optional<State> before, State after) {
        boolean moved = before.map(it -> it.status() != after.status()).orElse(true);
        var kind = moved ? told(before.map(State::status), after.status()) : changed(before.orElse(after), after);
        return kind.map(it -> new Notice(after.id(), it, after.version()));
    }

    private static Optional<NoticeKind> changed(State before, State after) {
        return after.changes() > before.changes() ? Optional.of(NoticeKind.STAY_CHANGED) : Optional.empty();
    }

    private static Optional<NoticeKind> told(Optional<StayStatus> before, StayStatus after) {
        return switch (after) {
            case CONFIRMED -> confirmed(before);
            case WAITLISTED -> Optional.of(NoticeKind.STAY_WAITLISTED);
            case PENDING -> Optional.of(NoticeKind.STAY_PENDING);
            case OFFERED -> Optional.of(NoticeKind.STAY_OFFERED);
            case REJECTED -> Optional.of(NoticeKind.STAY_REJECTED);
            case CANCELLED -> Optional.of(NoticeKind.STAY_CANCELLED);
            case EXPIRED -> Optional.of(NoticeKind.STAY_EXPIRED);
            case CHECKED_IN, CHECKED_OUT, NO_SHOW -> Optional.empty();
        };
    }

    private static Optional<NoticeKind> confirmed(Optional<StayStatus> before) {
        return before.map(StayFacts::confirmedAfter).orElse(Optional.of(NoticeKind.STAY_CONFIRMED));
    }

    private static Optional<NoticeKind> confirmedAfter(StayStatus before) {
        return switch (before) {
            case WAITLISTED, OFFERED -> Optional.of(NoticeKind.STAY_PROMOTED);
            // A check-in that is taken back gives nobody anything that they did not have.
            case CHECKED_IN -> Optional.empty();
            case CONFIRMED, PENDING, REJECTED, CANCELLED, EXPIRED, CHECKED_OUT, NO_SHOW ->
                Optional.of(NoticeKind.STAY_CONFIRMED);
        };
    }

    /**
     * The part of a stay's image that facts are made of.
     *
     * @param changes how often its nights or its room type were changed
     */
    public record State(StayId id, StayStatus status, long changes, long version) {}
}
