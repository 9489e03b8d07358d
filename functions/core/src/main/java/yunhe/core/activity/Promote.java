package yunhe.core.activity;

import java.time.Clock;
import java.util.Optional;

/** Moves a group's line up as long as places are free, first come first. */
public final class Promote {

    /** A bound for one call; whoever woke it is asked to come again for the rest. */
    static final int STEPS_MAX = 2_000;

    private static final int LOOK_AT_ONCE = 25;

    private final PublishedActivities activities;
    private final Registrations registrations;
    private final Clock clock;

    public Promote(PublishedActivities activities, Registrations registrations, Clock clock) {
        this.activities = activities;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Returns how many moved up. Nobody does once the activity has begun or is cancelled. */
    public int promote(ActivityId id, String group) {
        int moved = 0;
        for (int step = 0; step < STEPS_MAX; ) {
            var activity = activities.find(id).filter(this::mayMoveUp);
            var to = activity.flatMap(found -> statusForTheNext(found, group));
            if (to.isEmpty()) {
                return moved;
            }
            var front = registrations.line(id, group, LOOK_AT_ONCE);
            if (front.isEmpty()) {
                return moved;
            }
            boolean lineChanged = false;
            for (var waiter : front) {
                // Moving up takes time, and the activity may begin meanwhile.
                if (!mayMoveUp(activity.get())) {
                    return moved;
                }
                step++;
                switch (moveUp(activity.get(), waiter, to.get())) {
                    case MOVED_UP -> moved++;
                    // Whoever is next may not overtake someone that a second look would find in front.
                    case GONE -> lineChanged = true;
                    case NO_PLACE -> {
                        return moved;
                    }
                }
                if (lineChanged) {
                    break;
                }
            }
        }
        return moved;
    }

    private boolean mayMoveUp(Activity activity) {
        return activity.phase() == Activity.Phase.PUBLISHED
                && clock.instant().isBefore(activity.times().startsAt());
    }

    private Registrations.Promoted moveUp(Activity activity, Registrations.Waiter waiter, Status to) {
        var now = clock.instant();
        var offerExpiresAt = Optional.of(
                        now.plus(activity.details().admission().waitlist().offerFor()))
                .map(end -> end.isBefore(activity.times().startsAt())
                        ? end
                        : activity.times().startsAt())
                .filter(end -> to == Status.OFFERED);
        return registrations.promote(waiter, to, now, offerExpiresAt);
    }

    /** An offer comes first; whoever accepts it is reviewed then. */
    private static Optional<Status> statusForTheNext(Activity activity, String group) {
        var details = activity.details();
        return details.group(group)
                .map(found -> details.admission().waitlist().promotion() == Waitlist.Promotion.OFFER
                        ? Status.OFFERED
                        : details.statusWithPlace(found));
    }
}
