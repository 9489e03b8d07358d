package yunhe.web;

import java.util.Optional;
import yunhe.core.shared.Subject;
import yunhe.core.ticket.ManageTokens;
import yunhe.core.ticket.Tickets;

/** Addresses that a person is given for a registration or a stay, and the secrets in them. */
public record Links(Optional<String> publicUrl, ManageTokens manageTokens, Tickets tickets) {

    public String base(Request request) {
        return request.baseUrl(publicUrl);
    }

    public String token(Subject subject) {
        return manageTokens.tokenFor(subject.value());
    }

    public boolean accepts(Subject subject, String token) {
        return manageTokens.accepts(subject.value(), token);
    }

    /** The manage page, from the root of the deployment. */
    public String managePath(Subject subject) {
        return managePath(subject.value(), token(subject));
    }

    public static String managePath(String id, String token) {
        return "/m/" + id + "?token=" + token;
    }

    public static String ticketPath(String ticket) {
        return "/tickets/" + ticket + ".svg";
    }
}
