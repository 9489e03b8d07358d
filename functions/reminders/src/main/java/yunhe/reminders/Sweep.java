package yunhe.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Page;
import yunhe.core.activity.Promote;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Seats;

/**
 * Visits every activity that is not settled yet, and does what its time demands. All of it is safe to repeat: a tick
 * that was missed, cut short or run twice changes nothing but the moment.
 */
final class Sweep {

    /** Late offline scans are in by then. */
    static final Duration NO_SHOW_AFTER_END = Duration.ofHours(48);

    /** For how long missed ticks are made up for. */
    static final Duration CATCH_UP = Duration.ofDays(7);

    /** A transaction takes some ten milliseconds: well within the function's minute. */
    static final int CHANGES_MAX = 1_000;

    private static final int ACTIVITIES_AT_ONCE = 100;

    private final Activities activities;
    private final Registrations registrations;
    private final Promote promote;
    private final Clock clock;
    private final Endings endings;

    Sweep(Activities activities, Registrations registrations, Promote promote, Clock clock) {
        this.activities = activities;
        this.registrations = registrations;
        this.promote = promote;
        this.clock = clock;
        this.endings = new Endings(registrations);
    }

    /** What one tick has changed. */
    record Swept(int promoted, int expired, int noShows) {

        Swept and(Swept more) {
            return new Swept(promoted + more.promoted, expired + more.expired, noShows + more.noShows);
        }
    }

    Swept tick() {
        var now = clock.instant();
        var budget = new Budget(CHANGES_MAX);
        var swept = new Swept(0, 0, 0);
        for (var activity : unsettled(now)) {
            if (budget.isSpent()) {
                break;
            }
            swept = swept.and(visit(activity, now, budget));
        }
        return swept;
    }

    /** Those that are to come, are going on, or were over lately enough to have no-shows. */
    private List<Activity> unsettled(Instant now) {
        var overBy = now.minus(NO_SHOW_AFTER_END).minus(CATCH_UP);
        var found = new ArrayList<Activity>();
        for (var type : ActivityType.values()) {
            Optional<String> cursor = Optional.empty();
            do {
                Page<Activity> page = activities.listUpcoming(type, overBy, ACTIVITIES_AT_ONCE, cursor);
                found.addAll(page.items());
                cursor = page.next();
            } while (cursor.isPresent());
        }
        return found;
    }

    private Swept visit(Activity activity, Instant now, Budget budget) {
        if (now.isBefore(activity.times().startsAt())) {
            return new Swept(moveUp(activity, budget), 0, 0);
        }
        int expired = endings.expire(activity, waiting(activity), now, budget);
        int noShows = now.isBefore(activity.times().endsAt().plus(NO_SHOW_AFTER_END))
                ? 0
                : endings.noShows(activity, now, budget);
        return new Swept(0, expired, noShows);
    }

    /** Usually the stream has done it already. */
    private int moveUp(Activity activity, Budget budget) {
        int moved = 0;
        for (var seats : waiting(activity)) {
            if (seats.freeForTheLine() > 0 && !budget.isSpent()) {
                int now = promote.promote(activity.id(), seats.group());
                budget.spend(now);
                moved += now;
            }
        }
        return moved;
    }

    private List<Seats> waiting(Activity activity) {
        return registrations.seats(activity).stream()
                .filter(seats -> seats.waiting() > 0)
                .toList();
    }
}
