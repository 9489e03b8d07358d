package yunhe.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Seats;
import yunhe.core.activity.Status;
import yunhe.core.activity.Waitlist;

/** Ends registrations that time has overtaken. */
final class Endings {

    private static final int AT_ONCE = 100;

    /** Going through all registrations costs what it reads, so it is not done at every tick. */
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofHours(1);

    private static final int REMEMBERED_MAX = 10_000;

    private final Registrations registrations;

    // Only saves reading: a process that has forgotten looks once more and finds nothing to do.
    private final Map<ActivityId, Instant> lookedForUndecided = new ConcurrentHashMap<>();
    private final Map<ActivityId, Instant> noShowsDone = new ConcurrentHashMap<>();

    Endings(Registrations registrations) {
        this.registrations = registrations;
    }

    /** From the start on: whoever waits, is under review or has not accepted. */
    int expire(Activity activity, Iterable<Seats> waiting, Instant now, Budget budget) {
        int expired = 0;
        for (var seats : waiting) {
            expired += expireLine(activity.id(), seats.group(), now, budget);
        }
        if (!mayHaveUndecided(activity) || lookedLately(activity.id(), now)) {
            return expired;
        }
        int undecided = endAll(activity.id(), Endings::isUndecided, Status.EXPIRED, now, budget);
        if (!budget.isSpent()) {
            remember(lookedForUndecided, activity.id(), now);
        }
        return expired + undecided;
    }

    /** Whoever had a place and was not admitted. */
    int noShows(Activity activity, Instant now, Budget budget) {
        if (noShowsDone.containsKey(activity.id())) {
            return 0;
        }
        int noShows = endAll(
                activity.id(),
                it -> it.status() == Status.CONFIRMED && it.admitted().isEmpty(),
                Status.NO_SHOW,
                now,
                budget);
        if (!budget.isSpent()) {
            remember(noShowsDone, activity.id(), now);
        }
        return noShows;
    }

    private int expireLine(ActivityId activity, String group, Instant now, Budget budget) {
        int expired = 0;
        while (!budget.isSpent()) {
            var front = registrations.line(activity, group, AT_ONCE);
            int before = expired;
            for (var waiter : front) {
                if (budget.isSpent()) {
                    return expired;
                }
                var registration = registrations.find(waiter.id());
                if (registration.filter(it -> it.status() == Status.WAITLISTED).isPresent()) {
                    registrations.end(registration.get(), Status.EXPIRED, now);
                    budget.spend(1);
                    expired++;
                }
            }
            if (expired == before) {
                return expired;
            }
        }
        return expired;
    }

    private int endAll(
            ActivityId activity, Predicate<Registration> overtaken, Status status, Instant now, Budget budget) {
        int ended = 0;
        Optional<String> cursor = Optional.empty();
        do {
            var page = registrations.list(activity, AT_ONCE, cursor);
            for (var listed : page.items()) {
                if (budget.isSpent()) {
                    return ended;
                }
                if (overtaken.test(listed) && isStill(listed, overtaken)) {
                    registrations.end(listed, status, now);
                    budget.spend(1);
                    ended++;
                }
            }
            cursor = page.next();
        } while (cursor.isPresent());
        return ended;
    }

    /** Lists may be a moment old; a scan that came in meanwhile must not become a no-show. */
    private boolean isStill(Registration listed, Predicate<Registration> overtaken) {
        return registrations.find(listed.id()).filter(overtaken).isPresent();
    }

    private static boolean isUndecided(Registration registration) {
        return switch (registration.status()) {
            case WAITLISTED, PENDING, OFFERED -> true;
            case CONFIRMED, REJECTED, CANCELLED, EXPIRED, NO_SHOW -> false;
        };
    }

    private static boolean mayHaveUndecided(Activity activity) {
        var admission = activity.details().admission();
        return admission.waitlist().promotion() == Waitlist.Promotion.OFFER
                || admission.groups().stream()
                        .anyMatch(group -> activity.details().approvalFor(group) == Approval.REVIEW);
    }

    private boolean lookedLately(ActivityId activity, Instant now) {
        var last = lookedForUndecided.get(activity);
        return last != null && now.isBefore(last.plus(LOOK_AGAIN_AFTER)) && !now.isBefore(last);
    }

    private static void remember(Map<ActivityId, Instant> memory, ActivityId activity, Instant now) {
        if (memory.size() >= REMEMBERED_MAX) {
            memory.clear();
        }
        memory.put(activity, now);
    }
}
