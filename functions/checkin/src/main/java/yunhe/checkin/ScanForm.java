package yunhe.checkin;

import java.util.Optional;
import yunhe.core.door.CheckIn.Scan;
import yunhe.web.Fields;

/** A scan as it is sent, as JSON or by a form. */
final class ScanForm {

    static final String TICKET = "ticket";
    static final String ACTIVITY = "activityId";
    static final String DEVICE = "device";
    static final int ACTIVITY_LENGTH_MAX = 100;

    private ScanForm() {}

    /**
     * Empty when something is wrong, which the fields then know. When the scan was made is not read: only a batch from
     * a device that had no network may say so.
     */
    static Optional<Scan> parse(Fields fields, String actor) {
        var ticket = fields.required(TICKET, ticket(fields));
        var activity = fields.line(ACTIVITY, ACTIVITY_LENGTH_MAX);
        var device = fields.line(DEVICE, Scan.DEVICE_LENGTH_MAX);
        var nonce = fields.line("nonce", Scan.NONCE_LENGTH_MAX);
        return ticket.filter(it -> fields.errors().isEmpty()).map(it -> new Scan(it, activity, actor, device, nonce));
    }

    static Optional<String> ticket(Fields fields) {
        return fields.line(TICKET, Scan.TICKET_LENGTH_MAX);
    }
}
