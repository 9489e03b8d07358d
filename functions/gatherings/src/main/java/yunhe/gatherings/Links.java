package yunhe.gatherings;

import java.util.Optional;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;
import yunhe.core.ticket.ManageTokens;
import yunhe.core.ticket.Tickets;
import yunhe.web.Request;

/** Addresses that a person is given, and the secrets in them. */
record Links(Optional<String> publicUrl, ManageTokens manageTokens, Tickets tickets) {

    String base(Request request) {
        return request.baseUrl(publicUrl);
    }

    String token(RegistrationId id) {
        return manageTokens.tokenFor(id.value());
    }

    boolean accepts(RegistrationId id, String token) {
        return manageTokens.accepts(id.value(), token);
    }

    /** The manage page, from the root of the deployment. */
    String managePath(RegistrationId id) {
        return managePath(id.value(), token(id));
    }

    static String managePath(String id, String token) {
        return "/m/" + id + "?token=" + token;
    }

    static String calendarPath(ActivityId activity, String id, String token) {
        return "/gatherings/" + activity + "/registrations/" + id + "/calendar.ics?token=" + token;
    }

    static String ticketPath(String ticket) {
        return "/tickets/" + ticket + ".svg";
    }
}
