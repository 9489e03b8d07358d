package yunhe.core.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.AnswerOffer;
import yunhe.core.activity.History;
import yunhe.core.activity.Promote;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.agenda.Task.Work;
import yunhe.core.roadshow.KeepTimetable;

/**
 * Does tasks. Each looks at the activity first: what a later change has overtaken is done already. Whatever it does is
 * safe to repeat, so that a task is only done with when all of it is.
 */
public final class TaskRunner {

    private static final int PEOPLE_AT_ONCE = 100;

    private final Agenda agenda;
    private final Activities activities;
    private final Registrations registrations;
    private final KeepTimetable meetings;
    private final House house;
    private final Clock clock;
    private final Promote promote;
    private final AnswerOffer offers;

    public TaskRunner(
            Agenda agenda,
            Activities activities,
            Registrations registrations,
            KeepTimetable meetings,
            House house,
            Clock clock) {
        this.meetings = meetings;
        this.agenda = agenda;
        this.activities = activities;
        this.registrations = registrations;
        this.house = house;
        this.clock = clock;
        this.promote = new Promote(new PublishedActivities(activities, clock, Duration.ZERO), registrations, clock);
        this.offers = new AnswerOffer(registrations, clock);
    }

    /** Whether it is done with. Otherwise its progress is noted, and it has to be run again. */
    public boolean run(Task task, Budget budget) {
        var activity = activities.find(task.activity());
        return activity.isEmpty() ? finish(task) : run(task, activity.get(), budget);
    }

    private boolean run(Task task, Activity activity, Budget budget) {
        var now = clock.instant();
        boolean published = activity.phase() == Activity.Phase.PUBLISHED;
        return switch (task.work()) {
            case Work.Remind(var due) ->
                Reminder.of(activity, due)
                        .filter(reminder -> published)
                        .map(reminder -> remind(task, activity, reminder, budget))
                        .orElseGet(() -> finish(task));
            case Work.Expire() ->
                published && !now.isBefore(activity.times().startsAt())
                        ? everyone(task, budget, TaskRunner::isUndecided, it -> end(it, Status.EXPIRED))
                        : finish(task);
            case Work.NoShows() ->
                published && !now.isBefore(activity.times().endsAt().plus(Tasks.NO_SHOW_AFTER_END))
                        ? closeAll(task, activity, budget)
                        : finish(task);
            case Work.CancelAll() ->
                // It was written with the cancellation, which not every reader may see as soon.
                activity.phase() == Activity.Phase.CANCELLED && cancelAll(task, activity, budget);
            case Work.Announce(var version) ->
                published && isLastMove(activity, version) ? announce(task, activity, version, budget) : finish(task);
            case Work.EndOffer(var registration) -> endOffer(task, activity, registration, budget);
            case Work.MoveUp(var group) -> moveUp(task, group, budget);
            case Work.Meet(var cause) -> meet(task, activity, budget);
            case Work.Unknown(var name) -> throw new IllegalStateException("unknown work " + name);
        };
    }

    private boolean remind(Task task, Activity activity, Reminder reminder, Budget budget) {
        var now = clock.instant();
        var times = activity.times();
        var earliest = house.quietHours().earliest(now, times.startsAt(), times.zone());
        if (earliest.isAfter(now) && !reminder.isTooLate(earliest)) {
            agenda.postpone(task, earliest);
            return true;
        }
        // Whether it is not too late for each of them is for the one who tells them to say, and to write down.
        return everyone(
                task,
                budget,
                it -> it.status() == Status.CONFIRMED,
                it -> registrations.noteReminder(it.id(), reminder.due()));
    }

    /** Goes through all registrations, page by page, and remembers where it stopped. */
    private boolean everyone(Task task, Budget budget, Predicate<Registration> wanted, Act act) {
        var cursor = task.cursor();
        do {
            if (budget.isSpent()) {
                return false;
            }
            var page = registrations.listNow(task.activity(), PEOPLE_AT_ONCE, cursor);
            for (var registration : page.items()) {
                if (wanted.test(registration)) {
                    act.on(registration);
                    budget.spend(1);
                }
            }
            cursor = page.next();
            if (cursor.isPresent()) {
                agenda.progress(task.from(cursor));
            }
        } while (cursor.isPresent());
        return finish(task);
    }

    private boolean closeAll(Task task, Activity activity, Budget budget) {
        // No claim leaves its mark, and with it whose it was, for longer than the rest.
        activity.details().groups().forEach(group -> registrations.settle(activity.id(), group.id(), clock.instant()));
        return everyone(task, budget, TaskRunner::isLeftOver, this::close);
    }

    private boolean cancelAll(Task task, Activity activity, Budget budget) {
        // First whoever is just getting a place gets it or not, so that nobody does who is not found here.
        if (task.cursor().isEmpty()) {
            registrations.settleClosed(activity);
        }
        return everyone(task, budget, it -> it.status().isLive(), it -> cancel(it, activity));
    }

    private boolean announce(Task task, Activity activity, long version, Budget budget) {
        if (task.cursor().isEmpty()) {
            meetings.keepLonger(activity);
        }
        return everyone(
                task,
                budget,
                it -> knewTheOld(it, activity),
                it -> registrations.noteMoved(it, version, deleteAt(activity)));
    }

    private void end(Registration registration, Status status) {
        registrations.end(registration, status, clock.instant());
    }

    private void cancel(Registration registration, Activity activity) {
        registrations.cancelWithActivity(
                registration, new History.Ended(clock.instant(), History.By.ACTIVITY, activity.cancelReason()));
    }

    private boolean endOffer(Task task, Activity activity, RegistrationId id, Budget budget) {
        registrations
                .find(id)
                .map(registration -> offers.expire(activity, registration))
                .ifPresent(looked -> budget.spend(1));
        return finish(task);
    }

    private boolean moveUp(Task task, String group, Budget budget) {
        registrations.settle(task.activity(), group, clock.instant());
        budget.spend(1 + promote.promote(task.activity(), group));
        return finish(task);
    }

    /** Whoever listens at the beginning may be gone by the end; that leaves a task of its own. */
    private boolean meet(Task task, Activity activity, Budget budget) {
        if (budget.isSpent()) {
            return false;
        }
        var timetable = task.cursor().isEmpty() ? meetings.repaired(activity) : meetings.current(activity);
        return timetable
                .map(it -> everyone(
                        task,
                        budget,
                        registration -> it.revisionFor(registration.id()).isPresent(),
                        registration -> meetings.tell(registration, it)))
                .orElseGet(() -> finish(task));
    }

    private boolean finish(Task task) {
        agenda.done(task);
        return true;
    }

    /** What is put off is kept longer. */
    private Instant deleteAt(Activity activity) {
        return activity.times().endsAt().plus(house.retention());
    }

    private static boolean isUndecided(Registration registration) {
        return switch (registration.status()) {
            case WAITLISTED, PENDING, OFFERED -> true;
            case CONFIRMED, REJECTED, CANCELLED, EXPIRED, NO_SHOW -> false;
        };
    }

    /** Who never came, and whoever joined a line in the moment in which it ended. */
    private static boolean isLeftOver(Registration registration) {
        return isUndecided(registration)
                || registration.status() == Status.CONFIRMED
                        && registration.admitted().isEmpty();
    }

    private void close(Registration registration) {
        end(registration, registration.status() == Status.CONFIRMED ? Status.NO_SHOW : Status.EXPIRED);
    }

    private static boolean isLastMove(Activity activity, long version) {
        return activity.edits()
                .moved()
                .filter(moved -> moved.version() == version)
                .isPresent();
    }

    /** Whoever signed up after the change has read the new time and place. */
    private static boolean knewTheOld(Registration registration, Activity activity) {
        return registration.status().isLive()
                && activity.edits()
                        .moved()
                        .filter(moved -> registration.origin().createdAt().isBefore(moved.at()))
                        .isPresent();
    }

    /**
     * What the operator has laid down.
     *
     * @param retention how long after an activity its registrations are kept
     */
    public record House(QuietHours quietHours, Duration retention) {}

    /** What is done to one of them. */
    private interface Act {
        void on(Registration registration);
    }
}
