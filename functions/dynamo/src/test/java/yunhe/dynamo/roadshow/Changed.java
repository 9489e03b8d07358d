package yunhe.dynamo.roadshow;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.Optional;
import yunhe.core.activity.Activities.Action;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.History;
import yunhe.core.activity.History.Decision;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations.Changes;
import yunhe.core.activity.Registrations.Reopened;
import yunhe.core.activity.Status;
import yunhe.core.activity.Times;

/** What happens to a registration besides that it ends. */
final class Changed {

    private Changed() {}

    /** Another name. */
    static Changes to(Registration seen, Status status) {
        return new Changes(
                "李雷",
                seen.person().organisation(),
                seen.answers(),
                seen.language(),
                status,
                seen.history().questions());
    }

    /** Confirmed or rejected. */
    static Registration decided(Show show, Registration seen, Status to) {
        var verdict = to == Status.CONFIRMED ? Verdict.APPROVE : Verdict.REJECT;
        var decided = seen.history().decided(decision(show, seen, verdict));
        var history = to == Status.CONFIRMED
                ? decided.confirmed(show.clock.instant())
                : decided.ended(new History.Ended(show.clock.instant(), History.By.ORGANISER, Optional.empty()));
        return show.registrations
                .move(seen, to, history, Optional.of(audit(show, seen)))
                .orElseThrow();
    }

    static Registration reopened(Show show, Registration seen) {
        var outcome = show.registrations.reopen(seen, decision(show, seen, Verdict.REOPEN), audit(show, seen));
        return assertInstanceOf(Reopened.Done.class, outcome).registration();
    }

    /** To a later day, by its organiser. */
    static Activity moved(Show show, Duration later) {
        var seen = show.activity();
        var times = seen.times();
        var details = seen.details();
        var moved = new ActivityDetails(
                details.kind(),
                details.headline(),
                new Times(
                        times.zone(),
                        times.startsAt().plus(later),
                        times.endsAt().plus(later),
                        times.registrationOpensAt(),
                        times.registrationClosesAt(),
                        times.cancelUntil()),
                details.admission(),
                details.questions(),
                details.reminders());
        show.clock.advance(Duration.ofSeconds(1));
        return show.activities.replace(seen, moved, show.organiser()).orElseThrow();
    }

    private static Decision decision(Show show, Registration seen, Verdict verdict) {
        return new Decision(verdict, "organiser", show.clock.instant(), Optional.empty(), seen.version());
    }

    private static AuditEntry audit(Show show, Registration seen) {
        return new AuditEntry(
                show.clock.instant(),
                "organiser",
                Action.REGISTRATION_APPROVED,
                seen.id().value());
    }
}
