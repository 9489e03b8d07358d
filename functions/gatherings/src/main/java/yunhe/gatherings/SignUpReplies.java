package yunhe.gatherings;

import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.Registration;
import yunhe.core.activity.SignUp;
import yunhe.web.Body;
import yunhe.web.Json;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.Reply;
import yunhe.web.Request;

/** What each outcome of a sign-up looks like to whoever asked: JSON, or the next page. */
final class SignUpReplies {

    private final PublishedActivities activities;
    private final RegistrationView view;
    private final Links links;
    private final FormPage page;

    SignUpReplies(PublishedActivities activities, RegistrationView view, Links links, FormPage page) {
        this.activities = activities;
        this.view = view;
        this.links = links;
        this.page = page;
    }

    Reply of(SignUp.Outcome outcome, ActivityId id, Request request, Body body) {
        return switch (outcome) {
            case SignUp.Registered(var registration) -> registered(registration, request, body);
            case SignUp.Invalid(var errors) -> refused(Problem.invalid(errors), id, request, body);
            case SignUp.NotEligible(var rules) ->
                refused(Problem.of(ProblemCode.NOT_ELIGIBLE).withErrors(rules), id, request, body);
            case SignUp.NotOpenYet(var opensAt, var times) -> {
                var problem = Problem.of(ProblemCode.REGISTRATION_NOT_OPEN)
                        .withMember("opensAt", Json.instant(opensAt, times.zone()));
                yield refused(problem, id, request, body);
            }
            case SignUp.Refused(var refusal) -> refused(Problem.of(refusal), id, request, body);
        };
    }

    private Reply registered(Registration registration, Request request, Body body) {
        if (wantsPage(request, body)) {
            return Reply.seeOther(inLanguage(request, links.managePath(registration.id())));
        }
        var zone = activities
                .find(registration.activity())
                .orElseThrow(() -> new IllegalStateException("a registration without its activity"))
                .times()
                .zone();
        return Reply.json(201, view.own(registration, zone, request));
    }

    private Reply refused(Problem problem, ActivityId id, Request request, Body body) {
        Optional<Activity> activity = activities.find(id);
        var worded = problem.withFieldNames(
                activity.map(Activity::details).map(AnswersForm::fieldNames).orElse(Map.of()));
        return activity.filter(known -> wantsPage(request, body))
                .map(known -> page.refused(request, known, body, worded))
                .orElseThrow(worded::exception);
    }

    static boolean wantsPage(Request request, Body body) {
        return body.isForm() && request.prefersHtml();
    }

    /** A page that was read in a language chosen by hand stays in it. */
    static String inLanguage(Request request, String path) {
        return request.query("lang").isEmpty()
                ? path
                : path + (path.contains("?") ? "&" : "?") + "lang=" + request.language().code();
    }
}
