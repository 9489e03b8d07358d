package yunhe.gatherings;

import java.time.Clock;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.pages.CalendarEntry;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;

/** What a person does with the manage link: look, cancel, take the date into a calendar. */
final class ManageDoors {

    private final OwnRegistration own;
    private final Registrations registrations;
    private final RegistrationView view;
    private final Clock clock;

    ManageDoors(OwnRegistration own, Registrations registrations, RegistrationView view, Clock clock) {
        this.own = own;
        this.registrations = registrations;
        this.view = view;
        this.clock = clock;
    }

    Reply get(Request request, PathParameters path) {
        return reply(own.find(request, path), request);
    }

    /** Cancelling what is over already changes nothing and is no error. */
    Reply delete(Request request, PathParameters path) {
        return reply(cancelled(request, path), request);
    }

    /** The button of the manage page: a form knows no DELETE. */
    Reply cancel(Request request, PathParameters path) {
        var cancelled = cancelled(request, path);
        return request.prefersHtml() ? toManagePage(request, cancelled) : reply(cancelled, request);
    }

    /** The date as a file for a calendar, while there is a place. */
    Reply calendar(Request request, PathParameters path) {
        var found = own.find(request, path);
        var registration = found.registration();
        if (registration.status() != Status.CONFIRMED) {
            throw Problem.of(Refusal.REGISTRATION_STATE).exception();
        }
        var language = request.query("lang").isPresent() ? request.language() : registration.language();
        var base = own.links().base(request);
        var manageUrl = base + own.links().managePath(registration.id());
        var file = CalendarEntry.publish(found.activity(), registration, language, manageUrl, base);
        return Reply.text(200, "text/calendar; charset=utf-8; method=PUBLISH", file)
                .withHeader("content-disposition", "attachment; filename=\"yunhe.ics\"");
    }

    /** Accepting and declining are for offers; nobody is made one yet. */
    Reply answerOffer(Request request, PathParameters path) {
        own.find(request, path);
        throw Problem.of(Refusal.REGISTRATION_STATE).exception();
    }

    private OwnRegistration.Found cancelled(Request request, PathParameters path) {
        var found = own.find(request, path);
        var registration = found.registration();
        if (!registration.status().isLive()) {
            return found;
        }
        var now = clock.instant();
        if (!now.isBefore(found.activity().times().cancelUntil())) {
            throw Problem.of(Refusal.CANCEL_TOO_LATE).exception();
        }
        return found.with(registrations.end(registration, Status.CANCELLED, now));
    }

    Reply toManagePage(Request request, OwnRegistration.Found found) {
        var path = own.links().managePath(found.registration().id());
        return Reply.seeOther(SignUpReplies.inLanguage(request, path));
    }

    Reply reply(OwnRegistration.Found found, Request request) {
        return Reply.json(
                200, view.own(found.registration(), found.activity().times().zone(), request));
    }
}
