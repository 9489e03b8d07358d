package yunhe.lodging;

import java.util.Optional;
import yunhe.core.lodging.StayId;
import yunhe.core.ticket.ManageTokens;
import yunhe.core.ticket.Tickets;
import yunhe.web.Request;

/** Addresses that a guest is given, and the secrets in them. */
record Links(Optional<String> publicUrl, ManageTokens manageTokens, Tickets tickets) {

    String base(Request request) {
        return request.baseUrl(publicUrl);
    }

    String token(StayId id) {
        return manageTokens.tokenFor(id.value());
    }

    boolean accepts(StayId id, String token) {
        return manageTokens.accepts(id.value(), token);
    }

    /** The manage page, from the root of the deployment. */
    String managePath(StayId id) {
        return managePath(id.value(), token(id));
    }

    static String managePath(String id, String token) {
        return "/m/" + id + "?token=" + token;
    }

    static String calendarPath(String id, String token) {
        return "/stays/" + id + "/calendar.ics?token=" + token;
    }

    static String ticketPath(String ticket) {
        return "/tickets/" + ticket + ".svg";
    }
}
