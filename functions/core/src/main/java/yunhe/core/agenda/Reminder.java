package yunhe.core.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;

/** One reminder of an activity: when it is due, and how late it may still be sent. */
public record Reminder(Instant due, Instant startsAt) {

    private static final Duration LATENESS_MIN = Duration.ofMinutes(30);

    /** A reminder may be late by this part of its duration. */
    private static final int LATENESS_PART = 4;

    /** In the venue's zone: a day before nine o'clock is nine o'clock, also when the clocks change in between. */
    public static List<Reminder> of(Activity activity) {
        var starts = activity.times().startsInZone();
        return activity.details().reminders().stream()
                .map(before -> starts.minus(before).toInstant().truncatedTo(ChronoUnit.SECONDS))
                .distinct()
                .map(due -> new Reminder(due, activity.times().startsAt()))
                .toList();
    }

    public static Optional<Reminder> of(Activity activity, Instant due) {
        return of(activity).stream().filter(it -> it.due().equals(due)).findFirst();
    }

    public boolean isDue(Instant now) {
        return !now.isBefore(due);
    }

    /** Up to a quarter of its duration, at least half an hour, and never after the start. */
    public boolean isTooLate(Instant now) {
        var part = Duration.between(due, startsAt).dividedBy(LATENESS_PART);
        var lateness = part.compareTo(LATENESS_MIN) < 0 ? LATENESS_MIN : part;
        return now.isAfter(due.plus(lateness)) || !now.isBefore(startsAt);
    }

    /** Whoever was confirmed after it was due needs no reminder of what they have just been told. */
    public boolean isFor(Registration registration) {
        var confirmedAt = registration.history().confirmedAt();
        return !due.isBefore(confirmedAt.orElse(registration.origin().createdAt()));
    }
}
