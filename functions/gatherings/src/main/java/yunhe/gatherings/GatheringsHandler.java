package yunhe.gatherings;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.activities.ParticipantDoors;
import yunhe.core.activity.ActivityType;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.web.Http;
import yunhe.web.Router;

/** Gatherings for everyone: look, sign up, manage one's own registration. */
public final class GatheringsHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Router router;
    private final Http.ProblemReply refusals;

    public GatheringsHandler() {
        this(Environment.ofProcess(), Dynamo.client());
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
}
