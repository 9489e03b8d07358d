package yunhe.activities;

import java.util.Map;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.Registration;
import yunhe.core.activity.SignUp;
import yunhe.core.shared.Bilingual;
import yunhe.web.Body;
import yunhe.web.Json;
import yunhe.web.Links;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.form.PageForm;

/** What each outcome of a sign-up looks like. */
final class SignUpReplies {

    private final PublishedActivities activities;
    private final RegistrationView view;
    private final Links links;

    SignUpReplies(PublishedActivities activities, RegistrationView view, Links links) {
        this.activities = activities;
        this.view = view;
        this.links = links;
    }

    Reply of(SignUp.Outcome outcome, ActivityId id, Request request, Body body) {
        return switch (outcome) {
            case SignUp.Registered(var registration) -> registered(registration, request, body);
            case SignUp.Invalid(var errors) ->
                throw Problem.invalid(errors).withFieldNames(fieldNames(id)).exception();
            case SignUp.NotEligible(var rules) ->
                throw Problem.of(ProblemCode.NOT_ELIGIBLE).withErrors(rules).exception();
            case SignUp.NotOpenYet(var opensAt, var times) ->
                throw Problem.of(ProblemCode.REGISTRATION_NOT_OPEN)
                        .withMember("opensAt", Json.instant(opensAt, times.zone()))
                        .exception();
            case SignUp.Refused(var refusal) -> throw Problem.of(refusal).exception();
        };
    }

    private Reply registered(Registration registration, Request request, Body body) {
        if (PageForm.wantsPage(request, body)) {
            return Reply.seeOther(PageForm.inLanguage(request, links.managePath(registration.id())));
        }
        var times = activities
                .find(registration.activity())
                .orElseThrow(() -> new IllegalStateException("a registration without its activity"))
                .times();
        return Reply.json(201, view.own(registration, times, request));
    }

    private Map<String, Bilingual> fieldNames(ActivityId id) {
        return activities
                .find(id)
                .map(Activity::details)
                .map(AnswersForm::fieldNames)
                .orElse(Map.of());
    }
}
