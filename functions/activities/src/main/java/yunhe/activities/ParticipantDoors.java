package yunhe.activities;

import java.time.Duration;
import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.FormerQuestions;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.SignUp;
import yunhe.core.person.PersonKeys;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.ManageTokens;
import yunhe.core.ticket.Tickets;
import yunhe.pages.ActivityPage;
import yunhe.pages.ManagePage;
import yunhe.web.Http;
import yunhe.web.LibPhoneNumbers;
import yunhe.web.Links;
import yunhe.web.Router;
import yunhe.web.form.PersonForm;

/**
 * Activities of one type for everyone: look, sign up, manage one's own registration.
 *
 * @param own finds the registration of a manage link
 * @param refusals shows a refused form again
 */
public record ParticipantDoors(Router.Builder routes, OwnRegistration own, Http.ProblemReply refusals) {

    /** What an organiser changes is seen here this much later; places are never stale. */
    private static final Duration REMEMBER_ACTIVITIES_FOR = Duration.ofSeconds(5);

    public static ParticipantDoors of(
            ActivityType type, Activities activities, Registrations registrations, Environment environment) {
        var retention = Duration.ofDays(Long.parseLong(environment.require("RETENTION_DAYS")));
        var phones = new LibPhoneNumbers(environment.require("PHONE_REGION"));
        boolean mailOnly = environment.require("SMS_CHANNEL").equals("none");
        var signing = Secrets.signing(environment);
        var links = new Links(environment.optional("PUBLIC_URL"), new ManageTokens(signing), new Tickets(signing));
        var personKeys = new PersonKeys(Secrets.identity(environment));
        var clock = environment.clock();

        var published = new PublishedActivities(activities, clock, REMEMBER_ACTIVITIES_FOR);
        var view = new RegistrationView(links, registrations, clock);
        var own = new OwnRegistration(type, published, new FormerQuestions(activities), registrations, links);

        var overview = new ActivityDoors(type, activities, published, registrations, clock);
        var signUp = new SignUpDoor(
                type,
                new SignUp(published, registrations, personKeys, environment, retention),
                new SignUpForm(type, new PersonForm(phones, mailOnly), clock),
                new SignUpReplies(published, view, links),
                new Decoy(links, environment));
        var manage = new ManageDoors(own, registrations, view, clock);
        var change = new ChangeDoor(own, registrations, manage, new ChangeForm(phones), clock);
        var resend = new ResendDoor(type, registrations, personKeys, phones, clock);
        var all = type.collection();
        var one = all + "/{id}/registrations/{rid}";
        var routes = Router.routes()
                .on("GET " + all, overview::list)
                .on("GET " + all + "/{id}", overview::get)
                .on("POST " + all + "/{id}/registrations", signUp::post)
                .on("POST " + all + "/{id}/registrations/resend", resend::post)
                .on("GET " + one, manage::get)
                .on("PATCH " + one, change::patch)
                .on("DELETE " + one, manage::delete)
                .on("GET " + one + "/calendar.ics", manage::calendar)
                .on("POST " + one + "/change", change::post)
                .on("POST " + one + "/cancel", manage::cancel)
                .on("POST " + one + "/accept", manage::accept)
                .on("POST " + one + "/decline", manage::decline);
        var refusals = new FormAgain(
                type, published, registrations, own, new ActivityPage(environment), new ManagePage(environment));
        return new ParticipantDoors(routes, own, refusals);
    }
}
