package yunhe.activities;

import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.FormerQuestions;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.web.Links;
import yunhe.web.Problem;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;

/** Finds the registration of a manage link. Without its token it looks as if it did not exist. */
public record OwnRegistration(
        ActivityType type,
        PublishedActivities activities,
        FormerQuestions questions,
        Registrations registrations,
        Links links) {

    public Found find(Request request, PathParameters path) {
        return RegistrationId.parse(path.get("rid"))
                .filter(id -> id.activity().type() == type)
                .filter(id -> id.activity().value().equals(path.get("id")))
                .filter(id -> request.manageToken()
                        .filter(token -> links.accepts(id, token))
                        .isPresent())
                .flatMap(registrations::find)
                .flatMap(registration -> activities
                        .find(registration.activity())
                        .map(activity -> new Found(registration, questions.asAnswered(activity, registration))))
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
    }

    /** The same, with the activity as it is in the store now. */
    public Found again(Found found) {
        return activities
                .findFresh(found.activity().id())
                .map(activity -> new Found(found.registration(), questions.asAnswered(activity, found.registration())))
                .orElse(found);
    }

    /** A registration and what it is for, with the questions as its person may answer them. */
    public record Found(Registration registration, Activity activity) {

        Found with(Registration changed) {
            return new Found(changed, activity);
        }
    }
}
