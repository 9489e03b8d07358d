package yunhe.notifications.message;

import java.util.List;
import yunhe.core.activity.Activity;
import yunhe.core.activity.RegistrationId;
import yunhe.core.lodging.StationId;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;
import yunhe.core.shared.Subject;
import yunhe.core.ticket.ManageTokens;
import yunhe.core.ticket.Tickets;
import yunhe.core.ticket.UnsubscribeTokens;

/** Addresses that a message may hold, on the deployment's own host. */
public final class Links {

    private final String publicUrl;
    private final ManageTokens tokens;
    private final Tickets tickets;
    private final UnsubscribeTokens unsubscribing;

    public Links(String publicUrl, List<Secrets> signing) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.tokens = new ManageTokens(signing);
        this.tickets = new Tickets(signing);
        this.unsubscribing = new UnsubscribeTokens(signing);
    }

    public static Links of(Environment environment) {
        return new Links(environment.require("PUBLIC_URL"), Secrets.signing(environment));
    }

    String base() {
        return publicUrl;
    }

    /** The person's own page, with the token that opens it. */
    String manage(Subject id) {
        return publicUrl + "/m/" + id.value() + "?token=" + tokens.tokenFor(id.value());
    }

    /** What the QR code says. */
    String ticket(Subject id) {
        return publicUrl + "/t/" + tickets.ticketFor(id);
    }

    /** Ends reminders: a page for people, one POST for mail providers. */
    String unsubscribe(RegistrationId id) {
        return publicUrl + "/unsubscribe/" + id.value() + "?token=" + unsubscribing.tokenFor(id);
    }

    /** Where everybody finds what the person has signed up for. */
    String page(Occasion occasion) {
        return switch (occasion) {
            case ActivityOccasion of -> activity(of.activity());
            case MeetingsOccasion of -> activity(of.at().activity());
            case StayOccasion of -> station(of.station().id());
        };
    }

    String station(StationId id) {
        return publicUrl + "/s/" + id;
    }

    String activity(Activity activity) {
        return activity(publicUrl, activity);
    }

    static String activity(String publicUrl, Activity activity) {
        return publicUrl + activity.id().pagePath();
    }
}
