package yunhe.pages;

import java.util.Optional;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.Stays;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.ManageTokens;
import yunhe.core.ticket.TicketFor;
import yunhe.core.ticket.Tickets;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.ProblemException;
import yunhe.web.Reply;
import yunhe.web.Request;

/** A stay for whoever has the token of its manage link. Without it, the stay looks as if it were not there. */
public final class OwnStays {
    private final Stations stations;
    private final Stays stays;
    private final Optional<String> publicUrl;
    private final Tickets tickets;
    private final ManageTokens tokens;
    private final StayPage page;

    public OwnStays(Environment environment, Stations stations, Stays stays) {
        this.stations = stations;
        this.stays = stays;
        this.publicUrl = environment.optional("PUBLIC_URL");
        var signing = Secrets.signing(environment);
        this.tickets = new Tickets(signing);
        this.tokens = new ManageTokens(signing);
        this.page = new StayPage(environment);
    }

    Reply manage(Request request, String id) {
        var stay = find(request, id);
        // Mails link here without saying a language: then it is the one in which the guest booked.
        var language = request.query("lang").isPresent()
                ? request.language()
                : stay.applicant().language();
        return Reply.html(200, render(stay, language, request, SignUpForm.EMPTY))
                .withHeader("content-language", language.code());
    }

    /** The page as it is now, with what was refused. */
    public String again(Request request, String id, SignUpForm refused) {
        return render(find(request, id), request.language(), request, refused);
    }

    /** Empty when it is no ticket of a stay. */
    Optional<Reply> ticket(Request request, String ticket) {
        return tickets.read(ticket)
                .flatMap(it -> it instanceof TicketFor.Stay(var id) ? Optional.of(id) : Optional.empty())
                .map(id -> stays.find(id).orElseThrow(OwnStays::notFound))
                .map(stay -> Reply.html(
                        200,
                        StayTicketPage.render(
                                stations.find(stay.station()).orElseThrow(OwnStays::notFound),
                                stay,
                                ticket,
                                request.language(),
                                request.baseUrl(publicUrl))));
    }

    private Stay find(Request request, String id) {
        return request.manageToken()
                .filter(token -> tokens.accepts(id, token))
                .flatMap(token -> StayId.parse(id))
                .flatMap(stays::find)
                .orElseThrow(OwnStays::notFound);
    }

    private String render(Stay stay, Language language, Request request, SignUpForm form) {
        var station = stations.find(stay.station()).orElseThrow(OwnStays::notFound);
        var window = page.window(station, stay);
        return page.render(
                station,
                stay,
                stays.position(stay),
                stays.availability(station, window.arrive(), window.depart()),
                language,
                request.baseUrl(publicUrl),
                form);
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemCode.NOT_FOUND).exception();
    }
}
