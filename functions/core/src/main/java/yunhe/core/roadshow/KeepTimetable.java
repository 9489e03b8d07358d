package yunhe.core.roadshow;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.shared.StoreUnavailable;

/** Keeps a published timetable true to who is there, and everybody's own knowledge of it true to the timetable. */
public final class KeepTimetable {

    private static final int TRIES_MAX = 8;

    private final Timetables timetables;
    private final Wishes wishes;
    private final Registrations registrations;
    private final Duration retention;
    private final Clock clock;

    public KeepTimetable(
            Timetables timetables, Wishes wishes, Registrations registrations, Duration retention, Clock clock) {
        this.timetables = timetables;
        this.wishes = wishes;
        this.registrations = registrations;
        this.retention = retention;
        this.clock = clock;
    }

    /** The timetable as it has to be now; empty when there is none, or nobody needs it any more. */
    public Optional<PublishedTimetable> repaired(Activity roadshow) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            var published = current(roadshow);
            if (published.isEmpty()) {
                return Optional.empty();
            }
            var seen = published.get();
            var still = Roll.read(roadshow.id(), registrations, wishes)
                    .matching(seen.setting(), seen.people().keySet());
            var next = seen.repaired(still, clock.instant());
            if (next.isEmpty()) {
                return published;
            }
            if (timetables.repair(next.get())) {
                return next;
            }
        }
        throw new StoreUnavailable(
                "repair the timetable of " + roadshow.id(), new IllegalStateException("it kept changing"));
    }

    /** A roadshow that was moved needs it longer. */
    public void keepLonger(Activity roadshow) {
        if (roadshow.id().type() == ActivityType.ROADSHOW) {
            timetables.keepUntil(roadshow.id(), roadshow.times().endsAt().plus(retention));
        }
    }

    /** As it stands. */
    public Optional<PublishedTimetable> current(Activity roadshow) {
        return roadshow.phase() == Activity.Phase.PUBLISHED && !roadshow.isOver(clock.instant())
                ? timetables.published(roadshow.id())
                : Optional.empty();
    }

    /** Notes that a person is to be told of what last changed for them, once. */
    public void tell(Registration registration, PublishedTimetable timetable) {
        if (registration.status() == Status.CONFIRMED || registration.status() == Status.PENDING) {
            timetable
                    .revisionFor(registration.id())
                    .ifPresent(revision -> registrations.noteMeetings(registration.id(), revision));
        }
    }
}
