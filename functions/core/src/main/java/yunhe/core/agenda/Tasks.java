package yunhe.core.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;

/** What an activity's dates make due. A pure function. */
public final class Tasks {

    /** Late offline scans are in by then. */
    public static final Duration NO_SHOW_AFTER_END = Duration.ofHours(48);

    /** So long a lost wake-up may leave a free place beside a line, at least and at most. */
    private static final Duration MOVE_UP_SLOT = Duration.ofMinutes(10);

    private Tasks() {}

    /** From its publication on. */
    public static List<Task> of(Activity activity) {
        var tasks = new ArrayList<Task>();
        for (var reminder : Reminder.of(activity)) {
            tasks.add(Task.at(reminder.due(), activity.id(), new Task.Work.Remind(reminder.due())));
        }
        tasks.add(Task.at(activity.times().startsAt(), activity.id(), new Task.Work.Expire()));
        tasks.add(Task.at(activity.times().endsAt().plus(NO_SHOW_AFTER_END), activity.id(), new Task.Work.NoShows()));
        return List.copyOf(tasks);
    }

    /** Somebody's place among those who meet came or went, or all of it was published. */
    public static Task meet(ActivityId roadshow, String cause, Instant at) {
        return Task.at(at.truncatedTo(ChronoUnit.SECONDS), roadshow, new Task.Work.Meet(cause));
    }

    /**
     * Moves a line up in case that nobody else does. All places that become free within ten minutes share one; it is
     * due when no clock can still be in those minutes.
     */
    public static Task moveUp(ActivityId activity, String group, Instant freedAt) {
        long slot = MOVE_UP_SLOT.toSeconds();
        var at = Instant.ofEpochSecond(freedAt.getEpochSecond() / slot * slot)
                .plus(MOVE_UP_SLOT.multipliedBy(2))
                .truncatedTo(ChronoUnit.SECONDS);
        return Task.at(at, activity, new Task.Work.MoveUp(group));
    }
}
