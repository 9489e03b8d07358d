package yunhe.activities;

import java.time.Clock;
import java.time.Instant;
import yunhe.core.activity.AnswerOffer;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.pages.CalendarEntry;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;
import yunhe.web.form.PageForm;

/** What a person does with the manage link: look, answer an offer, cancel, take the date into a calendar. */
final class ManageDoors {

    private final OwnRegistration own;
    private final Registrations registrations;
    private final RegistrationView view;
    private final AnswerOffer offers;
    private final Clock clock;

    ManageDoors(OwnRegistration own, Registrations registrations, RegistrationView view, Clock clock) {
        this.own = own;
        this.registrations = registrations;
        this.view = view;
        this.offers = new AnswerOffer(registrations, clock);
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
        return pageOrJson(request, cancelled(request, path));
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

    Reply accept(Request request, PathParameters path) {
        var found = own.find(request, path);
        return answered(request, found, offers.accept(found.activity(), found.registration()));
    }

    Reply decline(Request request, PathParameters path) {
        var found = own.find(request, path);
        return answered(request, found, offers.decline(found.activity(), found.registration()));
    }

    private Reply answered(Request request, OwnRegistration.Found found, AnswerOffer.Outcome outcome) {
        return switch (outcome) {
            case AnswerOffer.Answered(var registration) -> pageOrJson(request, found.with(registration));
            case AnswerOffer.Refused(var refusal) -> throw Problem.of(refusal).exception();
        };
    }

    private OwnRegistration.Found cancelled(Request request, PathParameters path) {
        var found = own.find(request, path);
        // An offer that ran out is over, and ends with it: the next in line need not wait for a schedule.
        var registration = offers.expire(found.activity(), found.registration());
        if (!registration.status().isLive()) {
            return found.with(registration);
        }
        var now = clock.instant();
        if (isTooLate(found, now) && isTooLate(own.again(found), now)) {
            throw Problem.of(Refusal.CANCEL_TOO_LATE).exception();
        }
        return found.with(registrations.end(registration, Status.CANCELLED, now));
    }

    private static boolean isTooLate(OwnRegistration.Found found, Instant now) {
        return !now.isBefore(found.activity().times().cancelUntil());
    }

    /** Whoever pressed a button of the manage page gets it back. */
    Reply pageOrJson(Request request, OwnRegistration.Found found) {
        return request.prefersHtml() ? toManagePage(request, found) : reply(found, request);
    }

    private Reply toManagePage(Request request, OwnRegistration.Found found) {
        var path = own.links().managePath(found.registration().id());
        return Reply.seeOther(PageForm.inLanguage(request, path));
    }

    Reply reply(OwnRegistration.Found found, Request request) {
        return Reply.json(200, view.own(found.registration(), found.activity().times(), request));
    }
}
