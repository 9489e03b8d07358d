package yunhe.notices;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.notice.OptOuts;
import yunhe.core.person.PersonKey;
import yunhe.core.person.PersonKeys;
import yunhe.core.ticket.UnsubscribeTokens;
import yunhe.pages.UnsubscribePage;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;

/**
 * Ends reminders of a person, in every activity. Looking changes nothing, because scanners follow links; the POST needs
 * no cookie and no body, because mail providers send it (RFC 8058). Without the token nothing is there.
 */
final class UnsubscribeDoors {

    private final UnsubscribeTokens tokens;
    private final Function<RegistrationId, Optional<Registration>> registrations;
    private final PersonKeys keys;
    private final OptOuts optOuts;
    private final Clock clock;

    UnsubscribeDoors(
            UnsubscribeTokens tokens,
            Function<RegistrationId, Optional<Registration>> registrations,
            PersonKeys keys,
            OptOuts optOuts,
            Clock clock) {
        this.tokens = tokens;
        this.registrations = registrations;
        this.keys = keys;
        this.optOuts = optOuts;
        this.clock = clock;
    }

    Reply look(Request request, PathParameters path) {
        var registration = registration(request, path);
        return page(request, registration, optOuts.isOut(contacts(registration)));
    }

    Reply end(Request request, PathParameters path) {
        var registration = registration(request, path);
        optOuts.optOut(contacts(registration), clock.instant());
        return page(request, registration, true);
    }

    Reply beginAgain(Request request, PathParameters path) {
        var registration = registration(request, path);
        optOuts.comeBack(contacts(registration));
        return page(request, registration, false);
    }

    private Registration registration(Request request, PathParameters path) {
        return RegistrationId.parse(path.get("rid"))
                .filter(id -> tokens.accepts(id, request.query("token").orElse("")))
                .flatMap(registrations)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).exception());
    }

    private List<PersonKey> contacts(Registration registration) {
        return keys.everywhere(registration.person());
    }

    private static Reply page(Request request, Registration registration, boolean isOut) {
        // Mails link here without saying a language: then it is the one in which the person signed up.
        var language = request.query("lang").isPresent() ? request.language() : registration.language();
        var html =
                UnsubscribePage.render(registration.id(), request.query("token").orElse(""), isOut, language);
        return Reply.html(200, html).withHeader("content-language", language.code());
    }
}
