package yunhe.gatherings;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.FormerQuestions;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.SignUp;
import yunhe.core.person.PersonKeys;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.ManageTokens;
import yunhe.core.ticket.Tickets;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.pages.GatheringPage;
import yunhe.pages.ManagePage;
import yunhe.web.Http;
import yunhe.web.LibPhoneNumbers;
import yunhe.web.Links;
import yunhe.web.Router;
import yunhe.web.form.PersonForm;

/** Gatherings for everyone: look, sign up, manage one's own registration. */
public final class GatheringsHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    /** What an organiser changes is seen here this much later; places are never stale. */
    private static final Duration REMEMBER_ACTIVITIES_FOR = Duration.ofSeconds(5);

    private final Router router;
    private final FormAgain refusals;

    public GatheringsHandler() {
        this(Environment.ofProcess(), Dynamo.client());
    }

    public GatheringsHandler(Environment environment, DynamoDbClient client) {
        var table = environment.require("ACTIVITIES_TABLE");
        var retention = Duration.ofDays(Long.parseLong(environment.require("RETENTION_DAYS")));
        var phones = new LibPhoneNumbers(environment.require("PHONE_REGION"));
        boolean mailOnly = environment.require("SMS_CHANNEL").equals("none");
        var signing = Secrets.signing(environment);
        var links = new Links(environment.optional("PUBLIC_URL"), new ManageTokens(signing), new Tickets(signing));
        var personKeys = new PersonKeys(Secrets.identity(environment));
        var clock = environment.clock();

        var activities = new DynamoActivities(client, table, environment.random());
        var registrations = new DynamoRegistrations(client, table, environment.random());
        var published = new PublishedActivities(activities, clock, REMEMBER_ACTIVITIES_FOR);
        var view = new RegistrationView(links, registrations, clock);
        var own = new OwnRegistration(published, new FormerQuestions(activities), registrations, links);

        var overview = new ActivityDoors(activities, published, registrations, clock);
        var signUp = new SignUpDoor(
                new SignUp(published, registrations, personKeys, environment, retention),
                new SignUpForm(new PersonForm(phones, mailOnly), clock),
                new SignUpReplies(published, view, links),
                new Decoy(links, environment));
        var manage = new ManageDoors(own, registrations, view, clock);
        var change = new ChangeDoor(own, registrations, manage, new ChangeForm(phones), clock);
        var resend = new ResendDoor(registrations, personKeys, phones, clock);
        this.refusals = new FormAgain(
                published, registrations, own, new GatheringPage(environment), new ManagePage(environment));
        this.router = Router.routes()
                .on("GET /gatherings", overview::list)
                .on("GET /gatherings/{id}", overview::get)
                .on("POST /gatherings/{id}/registrations", signUp::post)
                .on("POST /gatherings/{id}/registrations/resend", resend::post)
                .on("GET /gatherings/{id}/registrations/{rid}", manage::get)
                .on("PATCH /gatherings/{id}/registrations/{rid}", change::patch)
                .on("DELETE /gatherings/{id}/registrations/{rid}", manage::delete)
                .on("GET /gatherings/{id}/registrations/{rid}/calendar.ics", manage::calendar)
                .on("POST /gatherings/{id}/registrations/{rid}/change", change::post)
                .on("POST /gatherings/{id}/registrations/{rid}/cancel", manage::cancel)
                .on("POST /gatherings/{id}/registrations/{rid}/accept", manage::accept)
                .on("POST /gatherings/{id}/registrations/{rid}/decline", manage::decline)
                .build();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer, refusals);
    }
}
