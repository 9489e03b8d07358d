package yunhe.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import yunhe.simulation.Rules.Evidence;
import yunhe.simulation.Rules.Report;

/** Rule 4, of reminders: everybody confirmed is reminded when it is due, in the venue's zone, once and not late. */
record Reminding(Evidence evidence) {

    private static final Duration LATENESS_MIN = Duration.ofMinutes(30);
    private static final Duration EXEMPT_BEFORE_START = Duration.ofHours(3);
    private static final LocalTime QUIET_FROM = LocalTime.of(22, 0);
    private static final LocalTime QUIET_UNTIL = LocalTime.of(8, 0);

    void check(Report report) {
        var now = evidence.world().clock.instant();
        var start = evidence.setting().when().startsAt();
        if (!now.isBefore(start) || isQuiet(now) || evidence.history().cancelled() != Long.MAX_VALUE) {
            return;
        }
        for (var due : due()) {
            if (due.isAfter(now) || due.isBefore(evidence.setting().when().now())) {
                continue;
            }
            evidence.history().registrations().forEach((id, life) -> {
                var registration = History.now(life);
                boolean isToBeReminded = registration.text("status").equals("confirmed")
                        && !History.instant(registration, "confirmedAt").isAfter(due);
                report.unless(
                        !isToBeReminded || registration.numbers("reminders").contains(due.getEpochSecond()),
                        "4 telling",
                        id + " was not reminded at " + due);
            });
        }
    }

    /** Up to a quarter of its duration late, at least half an hour, never after the start. */
    boolean isInTime(Instant due, Instant at) {
        var start = evidence.setting().when().startsAt();
        var quarter = Duration.between(due, start).dividedBy(4);
        var lateness = quarter.compareTo(LATENESS_MIN) < 0 ? LATENESS_MIN : quarter;
        return !at.isBefore(due) && !at.isAfter(due.plus(lateness)) && at.isBefore(start);
    }

    List<Instant> due() {
        var when = evidence.setting().when();
        var start = when.startsAt().atZone(when.zone());
        return evidence.setting().terms().reminders().stream()
                .map(before -> before.startsWith("PT") ? Duration.parse(before) : Period.parse(before))
                .map(before -> start.minus(before).toInstant())
                .toList();
    }

    boolean isQuiet(Instant now) {
        var when = evidence.setting().when();
        var time = now.atZone(when.zone()).toLocalTime();
        return now.isBefore(when.startsAt().minus(EXEMPT_BEFORE_START))
                && (!time.isBefore(QUIET_FROM) || time.isBefore(QUIET_UNTIL));
    }
}
