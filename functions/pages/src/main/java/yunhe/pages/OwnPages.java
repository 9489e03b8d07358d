package yunhe.pages;

import java.util.Optional;
import java.util.OptionalInt;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.FormerQuestions;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.roadshow.Timetables;
import yunhe.core.roadshow.Wishes;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.ManageTokens;
import yunhe.core.ticket.Tickets;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.ProblemException;
import yunhe.web.Reply;
import yunhe.web.Request;

/** What needs the token of a manage link, or a ticket. Without it, everything looks as if it were not there. */
final class OwnPages {
    private static final String SVG = ".svg";
    private static final String PNG = ".png";

    private final Environment environment;
    private final Activities activities;
    private final FormerQuestions questions;
    private final Registrations registrations;
    private final Optional<String> publicUrl;
    private final Tickets tickets;
    private final ManageTokens tokens;
    private final ManagePage managePage;
    private final MeetingsOf meetings;

    OwnPages(
            Environment environment,
            Activities activities,
            Registrations registrations,
            Wishes wishes,
            Timetables timetables) {
        this.environment = environment;
        this.activities = activities;
        this.questions = new FormerQuestions(activities);
        this.registrations = registrations;
        this.publicUrl = environment.optional("PUBLIC_URL");
        var signing = Secrets.signing(environment);
        this.tickets = new Tickets(signing);
        this.tokens = new ManageTokens(signing);
        this.managePage = new ManagePage(environment);
        this.meetings = new MeetingsOf(registrations, wishes, timetables);
    }

    Reply manage(Request request, String id) {
        var registration = request.manageToken()
                .filter(token -> tokens.accepts(id, token))
                .flatMap(token -> RegistrationId.parse(id))
                .flatMap(registrations::find)
                .orElseThrow(OwnPages::notFound);
        var language = language(request, registration);
        var page = managePage.render(
                questions.asAnswered(activityOf(registration), registration),
                registration,
                position(registration),
                language,
                request.baseUrl(publicUrl),
                SignUpForm.EMPTY,
                meetings.find(registration));
        return Reply.html(200, page).withHeader("content-language", language.code());
    }

    Reply ticket(Request request, String ticket) {
        var registration = tickets.verify(ticket).flatMap(registrations::find).orElseThrow(OwnPages::notFound);
        return Reply.html(
                200,
                TicketPage.render(
                        activityOf(registration),
                        registration,
                        ticket,
                        environment.clock().instant(),
                        request.language(),
                        request.baseUrl(publicUrl)));
    }

    Reply picture(Request request, String picture) {
        int dot = Math.max(0, picture.length() - SVG.length());
        var ticket = picture.substring(0, dot);
        if (tickets.read(ticket).isEmpty()) {
            throw notFound();
        }
        var text = request.baseUrl(publicUrl) + "/t/" + ticket;
        return switch (picture.substring(dot)) {
            case SVG -> Reply.text(200, "image/svg+xml", QrCode.svg(text));
            case PNG -> Reply.bytes("image/png", QrCode.png(text));
            default -> throw notFound();
        };
    }

    private Activity activityOf(Registration registration) {
        return activities.find(registration.activity()).orElseThrow(OwnPages::notFound);
    }

    private OptionalInt position(Registration registration) {
        if (registration.status() != Status.WAITLISTED
                || registration.linePlace().isEmpty()) {
            return OptionalInt.empty();
        }
        var place = registration.linePlace().get();
        return OptionalInt.of(1 + registrations.ahead(registration.activity(), registration.group(), place));
    }

    /** Mails link here without saying a language: then it is the one in which the person signed up. */
    private static Language language(Request request, Registration registration) {
        return request.query("lang").isPresent() ? request.language() : registration.language();
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemCode.NOT_FOUND).exception();
    }
}
