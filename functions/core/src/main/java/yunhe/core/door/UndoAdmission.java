package yunhe.core.door;

import java.time.Clock;
import yunhe.core.activity.RegistrationId;
import yunhe.core.checkin.Admissions;
import yunhe.core.checkin.Guest;
import yunhe.core.lodging.StayArrival;
import yunhe.core.ticket.TicketFor;
import yunhe.core.ticket.Tickets;

/** Takes back an admission: the wrong person walked in, or the wrong ticket was scanned. */
public final class UndoAdmission {

    public static final int REASON_LENGTH_MAX = 500;

    private static final int LOOKS_MAX = 3;

    private final Tickets tickets;
    private final Admissions admissions;
    private final StayArrival arrival;
    private final Clock clock;

    public UndoAdmission(Tickets tickets, Admissions admissions, StayArrival arrival, Clock clock) {
        this.tickets = tickets;
        this.admissions = admissions;
        this.arrival = arrival;
        this.clock = clock;
    }

    /** Asked again, it answers as the first time and changes nothing. */
    public Result undo(String ticket, String actor, String reason) {
        return tickets.read(ticket)
                .map(known -> switch (known) {
                    case TicketFor.Registration(var id) -> undo(id, actor, reason);
                    case TicketFor.Stay(var id) ->
                        arrival.undo(id, actor, reason) ? Result.UNDONE : Result.NOT_ADMITTED;
                })
                .orElse(Result.INVALID);
    }

    private Result undo(RegistrationId ticket, String actor, String reason) {
        for (int look = 0; look < LOOKS_MAX; look++) {
            var guest = admissions.find(ticket).filter(it -> it.id().equals(ticket));
            var admitted = guest.flatMap(Guest::admitted);
            if (guest.isEmpty() || admitted.isEmpty()) {
                boolean before = guest.filter(it -> !it.undone().isEmpty()).isPresent();
                return before ? Result.UNDONE : Result.NOT_ADMITTED;
            }
            if (admissions.undo(guest.get(), new Guest.Undone(admitted.get(), clock.instant(), actor, reason))) {
                return Result.UNDONE;
            }
        }
        // Each time someone else undid it and admitted again in between: the last word is theirs.
        return Result.NOT_ADMITTED;
    }

    /** What became of it. */
    public enum Result {
        UNDONE,
        NOT_ADMITTED,
        INVALID
    }
}
