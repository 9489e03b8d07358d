package yunhe.gatherings;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.activities.ParticipantDoors;
import yunhe.activities.SignUpRehearsal;
import yunhe.core.activity.ActivityType;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.snapshot.DryActivity;
import yunhe.dynamo.snapshot.DryStore;
import yunhe.dynamo.snapshot.Snapshot;
import yunhe.web.Http;
import yunhe.web.HttpHandler;
import yunhe.web.Router;

/** Gatherings for everyone: look, sign up, manage one's own registration. */
public final class GatheringsHandler extends HttpHandler {

    private final Router router;
    private final Http.ProblemReply refusals;

    public GatheringsHandler() {
        this(Environment.ofProcess(), Dynamo.client());
        Snapshot.rehearse(GatheringsHandler::rehearse);
    }

    public GatheringsHandler(Environment environment, DynamoDbClient client) {
        var table = environment.require("ACTIVITIES_TABLE");
        var doors = ParticipantDoors.of(
                ActivityType.GATHERING,
                new DynamoActivities(client, table, environment.random()),
                new DynamoRegistrations(client, table, environment.random()),
                environment);
        this.router = doors.routes().build();
        this.refusals = doors.refusals();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer, refusals);
    }

    static int rehearse(Environment environment) {
        var store = DryStore.client();
        return SignUpRehearsal.of(DryActivity.publish(ActivityType.GATHERING, store, environment))
                .by(new GatheringsHandler(environment, store));
    }
}
