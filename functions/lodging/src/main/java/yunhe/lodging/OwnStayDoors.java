package yunhe.lodging;

import java.time.Clock;
import java.util.Optional;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.Refusal;
import yunhe.core.lodging.AnswerStayOffer;
import yunhe.core.lodging.ChangeStay;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.StayOutcome;
import yunhe.core.lodging.StayStatus;
import yunhe.pages.CalendarEntry;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;
import yunhe.web.form.PageForm;

/** What a guest does with the manage link: look, change, cancel, answer an offer. */
final class OwnStayDoors {

    private final OwnStay own;
    private final StayView view;
    private final ChangeStay changeStay;
    private final EndStay endStay;
    private final AnswerStayOffer answerOffer;

    OwnStayDoors(OwnStay own, StayView view, Clock clock) {
        this.own = own;
        this.view = view;
        this.changeStay = new ChangeStay(own.stations(), own.stays(), clock);
        this.endStay = new EndStay(own.stations(), own.stays(), clock);
        this.answerOffer = new AnswerStayOffer(own.stations(), own.stays(), clock);
    }

    Reply get(Request request, PathParameters path) {
        return reply(own.find(request, path), request);
    }

    Reply patch(Request request, PathParameters path) {
        var found = own.find(request, path);
        var wish = ChangeForm.parse(request.json());
        return reply(done(found, changeStay.change(found.stay().id(), wish, Optional.empty())), request);
    }

    /** Cancelling what is over already changes nothing and is no error. */
    Reply delete(Request request, PathParameters path) {
        return reply(cancelled(request, path), request);
    }

    Reply accept(Request request, PathParameters path) {
        return answered(request, path, Answer.ACCEPTED);
    }

    Reply decline(Request request, PathParameters path) {
        return answered(request, path, Answer.DECLINED);
    }

    /** The button of the manage page: a form knows no DELETE. */
    Reply cancel(Request request, PathParameters path) {
        return pageOrJson(request, cancelled(request, path));
    }

    /** The form of the manage page: it knows no PATCH. */
    Reply change(Request request, PathParameters path) {
        var found = own.find(request, path);
        var wish = ChangeForm.parse(request.body());
        return pageOrJson(request, done(found, changeStay.change(found.stay().id(), wish, Optional.empty())));
    }

    /** The nights as a file for a calendar, while there is a room. */
    Reply calendar(Request request, PathParameters path) {
        var found = own.find(request, path);
        var stay = found.stay();
        if (stay.status() != StayStatus.CONFIRMED && stay.status() != StayStatus.CHECKED_IN) {
            throw Problem.of(Refusal.REGISTRATION_STATE).exception();
        }
        var language = request.query("lang").isPresent()
                ? request.language()
                : stay.applicant().language();
        var base = own.links().base(request);
        var manageUrl = base + own.links().managePath(stay.id());
        var file = CalendarEntry.publish(found.station(), stay, language, manageUrl, base);
        return Reply.text(200, "text/calendar; charset=utf-8; method=PUBLISH", file)
                .withHeader("content-disposition", "attachment; filename=\"yunhe.ics\"");
    }

    private OwnStay.Found cancelled(Request request, PathParameters path) {
        var found = own.find(request, path);
        // What time has ended is over, and gives its nights back now.
        endStay.expire(found.stay());
        return done(found, endStay.cancel(found.stay().id()));
    }

    private Reply answered(Request request, PathParameters path, Answer answer) {
        var found = own.find(request, path);
        return pageOrJson(request, done(found, answerOffer.answer(found.stay().id(), answer)));
    }

    private static OwnStay.Found done(OwnStay.Found found, StayOutcome outcome) {
        return found.with(StayReplies.done(outcome));
    }

    /** Whoever pressed a button of the manage page gets it back. */
    private Reply pageOrJson(Request request, OwnStay.Found found) {
        return request.prefersHtml()
                ? Reply.seeOther(PageForm.inLanguage(
                        request, own.links().managePath(found.stay().id())))
                : reply(found, request);
    }

    private Reply reply(OwnStay.Found found, Request request) {
        return Reply.json(200, view.own(found.stay(), found.station(), request));
    }
}
