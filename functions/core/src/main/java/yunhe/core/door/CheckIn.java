package yunhe.core.door;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.ticket.TicketFor;
import yunhe.core.ticket.Tickets;

/** Admits the holder of a ticket, once. Refusals are not remembered: the same scan may succeed later. */
public final class CheckIn {

    private final Tickets tickets;
    private final ActivityDoor activities;
    private final StationDoor stations;

    public CheckIn(Tickets tickets, ActivityDoor activities, StationDoor stations) {
        this.tickets = tickets;
        this.activities = activities;
        this.stations = stations;
    }

    public ScanAnswer scan(Scan scan) {
        return tickets.read(scan.ticket())
                .map(ticket -> switch (ticket) {
                    case TicketFor.Registration(var id) -> activities.scan(id, scan);
                    case TicketFor.Stay(var id) -> stations.scan(id, scan);
                })
                .orElseGet(ScanAnswer::invalid);
    }

    /**
     * A ticket held to a scanner.
     *
     * @param ticket the ticket or the address its QR code holds
     * @param activityId the activity or station at whose door this is, if the door knows
     * @param actor who scans
     * @param nonce the same for every repetition of this scan
     */
    public record Scan(
            String ticket, Optional<String> activityId, String actor, Optional<String> device, Optional<String> nonce) {

        public static final int TICKET_LENGTH_MAX = 500;
        public static final int DEVICE_LENGTH_MAX = 100;
        public static final int NONCE_LENGTH_MAX = 100;

        /** Whether the door is another one than that of the activity or station with this id. */
        boolean isElsewhere(String id) {
            return activityId.filter(door -> !door.equals(id)).isPresent();
        }

        /** The admission that this scan would lead to. */
        Admitted admitted(Instant now, RandomGenerator random) {
            // Also a scan without a nonce needs one, to know its own write again when the store is asked twice.
            return new Admitted(
                    now,
                    actor,
                    device.orElse(""),
                    nonce.orElseGet(() -> Long.toString(random.nextLong(), Character.MAX_RADIX)));
        }
    }
}
