package yunhe.dynamo.activity;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.History;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.agenda.Task;
import yunhe.core.agenda.Tasks;
import yunhe.core.profile.Profile.Side;

/**
 * Whose coming or going changes the meetings of a roadshow: it leaves a task in the same write, so that a published
 * timetable never lists someone for good who is gone.
 */
final class Meets {

    private Meets() {}

    /**
     * After a move out of a place or into a confirmed one; empty for whoever meets nobody. Who never came is found out
     * when all is over.
     */
    static Optional<Task> after(Registration seen, Status to, History history) {
        boolean comes = to == Status.CONFIRMED;
        boolean goes = seen.status().holdsPlace() && !to.holdsPlace() && to != Status.NO_SHOW;
        if (!comes && !goes) {
            return Optional.empty();
        }
        var at = comes
                ? history.confirmedAt()
                : history.ended()
                        .map(History.Ended::at)
                        .or(() -> history.decision().map(History.Decision::at));
        return at.flatMap(moment -> task(seen.id(), seen.group(), Long.toString(seen.version()), moment));
    }

    /** @param which tells this change of the registration from its others */
    static Optional<Task> task(RegistrationId id, String group, String which, Instant at) {
        return concerns(id, group) ? Optional.of(Tasks.meet(id.activity(), id + "#" + which, at)) : Optional.empty();
    }

    /** Whether it is of one of the two sides that meet. */
    static boolean concerns(RegistrationId id, String group) {
        return id.activity().type() == ActivityType.ROADSHOW
                && Side.ofGroup(group).isPresent();
    }
}
