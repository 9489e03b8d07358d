package yunhe.core.checkin;

import java.time.Clock;
import yunhe.core.activity.RegistrationId;
import yunhe.core.ticket.Tickets;

/** Takes back an admission: the wrong person walked in, or the wrong ticket was scanned. */
public final class UndoAdmission {

    public static final int REASON_LENGTH_MAX = 500;

    private static final int LOOKS_MAX = 3;

    private final Tickets tickets;
    private final Admissions admissions;
    private final Clock clock;

    public UndoAdmission(Tickets tickets, Admissions admissions, Clock clock) {
        this.tickets = tickets;
        this.admissions = admissions;
        this.clock = clock;
    }

    /** The same request again is told the same, as long as nobody was admitted in between. */
    public Result undo(String ticket, String actor, String reason) {
        return tickets.verify(ticket).map(id -> undo(id, actor, reason)).orElse(Result.INVALID);
    }

    private Result undo(RegistrationId ticket, String actor, String reason) {
        for (int look = 0; look < LOOKS_MAX; look++) {
            var seen = admissions.find(ticket).filter(guest -> guest.id().equals(ticket));
            if (seen.isEmpty()) {
                return Result.NOT_ADMITTED;
            }
            var guest = seen.get();
            if (guest.admitted().isEmpty()) {
                return wasUndone(guest, actor, reason) ? Result.UNDONE : Result.NOT_ADMITTED;
            }
            var undone = new Guest.Undone(guest.admitted().get(), clock.instant(), actor, reason);
            if (admissions.undo(guest, undone)) {
                return Result.UNDONE;
            }
        }
        // Each time someone else undid it and admitted again in between: the last word is theirs.
        return Result.NOT_ADMITTED;
    }

    private static boolean wasUndone(Guest guest, String actor, String reason) {
        return !guest.undone().isEmpty()
                && guest.undone().getLast().by().equals(actor)
                && guest.undone().getLast().reason().equals(reason);
    }

    /** What became of it. */
    public enum Result {
        UNDONE,
        NOT_ADMITTED,
        INVALID
    }
}
