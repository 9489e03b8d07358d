package yunhe.notices;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.ActivityType;
import yunhe.core.person.PersonKeys;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.UnsubscribeTokens;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.notice.DynamoOptOuts;
import yunhe.dynamo.snapshot.DryActivity;
import yunhe.dynamo.snapshot.DryStore;
import yunhe.dynamo.snapshot.Snapshot;
import yunhe.pages.ErrorPage;
import yunhe.web.Http;
import yunhe.web.HttpHandler;
import yunhe.web.Rehearsal;
import yunhe.web.Router;

/** {@code /unsubscribe}: where reminders end, and begin again. */
public final class UnsubscribeHandler extends HttpHandler {

    private final Router router;

    public UnsubscribeHandler() {
        this(Environment.ofProcess(), Dynamo.client());
        Snapshot.rehearse(UnsubscribeHandler::rehearse);
    }

    public UnsubscribeHandler(Environment environment, DynamoDbClient client) {
        var registrations =
                new DynamoRegistrations(client, environment.require("ACTIVITIES_TABLE"), environment.random());
        var doors = new UnsubscribeDoors(
                new UnsubscribeTokens(Secrets.signing(environment)),
                registrations::find,
                PersonKeys.reminded(Secrets.identity(environment)),
                new DynamoOptOuts(client, environment.require("NOTICES_TABLE")),
                environment.clock());
        this.router = Router.routes()
                .on("GET /unsubscribe/{rid}", doors::look)
                .on("POST /unsubscribe/{rid}", doors::end)
                .on("POST /unsubscribe/{rid}/again", doors::beginAgain)
                .build();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer, ErrorPage::reply);
    }

    static int rehearse(Environment environment) {
        var store = DryStore.client();
        var id = DryActivity.publish(ActivityType.GATHERING, store, environment).signUp();
        var token = new UnsubscribeTokens(Secrets.signing(environment)).tokenFor(id);
        return Rehearsal.get("/unsubscribe/" + id.value() + "?token=" + token)
                .by(new UnsubscribeHandler(environment, store));
    }
}
