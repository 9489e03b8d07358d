package yunhe.core.ticket;

import yunhe.core.activity.RegistrationId;
import yunhe.core.lodging.StayId;

/** What a genuine ticket was made for. */
public sealed interface TicketFor {

    /** A place at an activity. */
    record Registration(RegistrationId id) implements TicketFor {}

    /** A room or bed for some nights. */
    record Stay(StayId id) implements TicketFor {}
}
