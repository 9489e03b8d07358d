package yunhe.notifications.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.notifications.message.DigestEntry;

/**
 * Counts who signed up, from the registrations themselves. That reads everybody of every activity that people could
 * sign up for in the window, three times a day; counters would cost a write with every sign-up.
 */
public final class Intake {

    private static final int ACTIVITIES_AT_ONCE = 100;

    /** A page begins with a query of its own, which brings a megabyte whatever is taken from it. */
    private static final int PEOPLE_AT_ONCE = 2_000;

    private final Activities activities;
    private final Registrations registrations;

    public Intake(Activities activities, Registrations registrations) {
        this.activities = activities;
        this.registrations = registrations;
    }

    /** What came in from the window's beginning to its end, to be looked at in parts. */
    List<Counted> read(Window window) {
        var counted = new ArrayList<Counted>();
        for (var type : ActivityType.values()) {
            Optional<String> cursor = Optional.empty();
            do {
                // Those that ended meanwhile had new sign-ups, too.
                var page = activities.listUpcoming(type, window.from(), ACTIVITIES_AT_ONCE, cursor);
                page.items().stream()
                        .filter(activity -> wasOpenIn(window, activity))
                        .map(activity -> count(activity, window))
                        .forEach(counted::add);
                cursor = page.next();
            } while (cursor.isPresent());
        }
        return counted;
    }

    private static boolean wasOpenIn(Window window, Activity activity) {
        return activity.times()
                .registrationOpensAt()
                .map(opens -> opens.isBefore(window.until()))
                .orElse(true);
    }

    private Counted count(Activity activity, Window window) {
        var fresh = new ArrayList<Fresh>();
        int confirmed = 0;
        int waiting = 0;
        Optional<String> cursor = Optional.empty();
        do {
            var page = registrations.list(activity.id(), PEOPLE_AT_ONCE, cursor);
            for (var registration : page.items()) {
                confirmed += registration.status() == Status.CONFIRMED ? 1 : 0;
                waiting += registration.status() == Status.WAITLISTED ? 1 : 0;
                var at = registration.origin().createdAt();
                if (window.holds(at)) {
                    fresh.add(new Fresh(at, registration.status()));
                }
            }
            cursor = page.next();
        } while (cursor.isPresent());
        return new Counted(activity, fresh, confirmed, waiting);
    }

    private record Fresh(Instant at, Status status) {}

    /** One activity's people. */
    record Counted(Activity activity, List<Fresh> fresh, int confirmed, int waiting) {

        /** Empty when nobody signed up in the window. */
        Optional<DigestEntry> in(Window window) {
            Map<Status, Integer> byStatus = new EnumMap<>(Status.class);
            fresh.stream()
                    .filter(one -> window.holds(one.at()))
                    .forEach(one -> byStatus.merge(one.status(), 1, Integer::sum));
            return byStatus.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DigestEntry(activity, byStatus, confirmed, waiting));
        }
    }
}
