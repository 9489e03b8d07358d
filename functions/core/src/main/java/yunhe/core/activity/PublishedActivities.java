package yunhe.core.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Published and cancelled activities, remembered for a moment so that ten thousand sign-ups do not read one item ten
 * thousand times. What must not be stale, the places, is decided by conditions in the store.
 */
public final class PublishedActivities {

    private static final int REMEMBERED_MAX = 1_000;

    private final Activities activities;
    private final Clock clock;
    private final Duration rememberFor;
    private final Map<ActivityId, Remembered> remembered = new ConcurrentHashMap<>();

    public PublishedActivities(Activities activities, Clock clock, Duration rememberFor) {
        this.activities = activities;
        this.clock = clock;
        this.rememberFor = rememberFor;
    }

    /** At most {@code rememberFor} old. */
    public Optional<Activity> find(ActivityId id) {
        var known = remembered.get(id);
        var now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(rememberFor)) && !now.isBefore(known.at())) {
            return Optional.of(known.activity());
        }
        return findFresh(id);
    }

    /** As it is in the store now. */
    public Optional<Activity> findFresh(ActivityId id) {
        var found = activities.find(id).filter(activity -> activity.phase() != Activity.Phase.DRAFT);
        if (remembered.size() >= REMEMBERED_MAX) {
            remembered.clear();
        }
        found.ifPresentOrElse(
                activity -> remembered.put(id, new Remembered(activity, clock.instant())), () -> remembered.remove(id));
        return found;
    }

    private record Remembered(Activity activity, Instant at) {}
}
