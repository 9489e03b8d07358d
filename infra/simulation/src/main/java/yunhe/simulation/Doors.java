package yunhe.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.RegistrationId;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.Tickets;
import yunhe.simulation.Call.Caller;
import yunhe.simulation.Call.Purpose;
import yunhe.simulation.Call.Sent;

/** Door staff with their scanners. People hold up whatever ticket they ever got, by mail or on their page. */
final class Doors {

    private static final int DOORS = 2;

    private final Tickets tickets;
    private final Map<Integer, Call> lastScans = new HashMap<>();
    private int nonces;

    Doors(Environment environment) {
        this.tickets = new Tickets(Secrets.signing(environment));
    }

    Optional<Call> scan(int person, Optional<People.Held> held, int choice) {
        return held.map(it -> {
            var body = Json.object()
                    .put("ticket", ticket(it))
                    .put("device", "door-" + choice % DOORS)
                    .put("nonce", "nonce-" + ++nonces);
            var call = new Call(
                    Purpose.SCAN,
                    Caller.staff(choice % DOORS),
                    it.id(),
                    new Sent("POST", "/checkins", Map.of(), body.toString()));
            lastScans.put(person, call);
            return call;
        });
    }

    /** The scanner did not hear the answer. */
    Optional<Call> scanAgain(int person) {
        return Optional.ofNullable(lastScans.get(person));
    }

    Optional<Call> undo(Optional<People.Held> held) {
        return held.map(it -> new Call(
                Purpose.UNDO,
                Caller.staff(0),
                it.id(),
                new Sent(
                        "POST",
                        "/checkins/undo",
                        Map.of(),
                        Json.object()
                                .put("ticket", ticket(it))
                                .put("reason", "wrong person")
                                .toString())));
    }

    private String ticket(People.Held held) {
        return tickets.ticketFor(RegistrationId.parse(held.id()).orElseThrow());
    }
}
