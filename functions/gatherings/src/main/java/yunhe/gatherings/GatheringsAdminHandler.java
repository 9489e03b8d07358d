package yunhe.gatherings;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.lodging.DynamoStays;
import yunhe.dynamo.notice.DynamoUnreachables;
import yunhe.web.Http;
import yunhe.web.Router;

/** Gatherings for those who organise them. */
public final class GatheringsAdminHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Router router;

    public GatheringsAdminHandler() {
        this(Environment.ofProcess(), Dynamo.client());
    }

    public GatheringsAdminHandler(Environment environment, DynamoDbClient client) {
        var table = environment.require("ACTIVITIES_TABLE");
        var activities = new DynamoActivities(client, table, environment.random());
        var registrations = new DynamoRegistrations(client, table, environment.random());
        var gatherings =
                new AdminActivityDoors(activities, registrations, environment.optional("PUBLIC_URL"), environment);
        var people = new AdminRegistrationDoors(
                activities,
                registrations,
                new DynamoUnreachables(client, environment.require("NOTICES_TABLE")),
                environment.clock());
        var decisions = new DecisionDoors(activities, registrations, environment.clock());
        var audit = new AuditDoor(
                activities, new DynamoStays(client, environment.require("LODGING_TABLE"), environment.random()));
        this.router = Router.routes()
                .on("POST /admin/gatherings", gatherings::create)
                .on("GET /admin/gatherings", gatherings::list)
                .on("GET /admin/gatherings/{id}", gatherings::get)
                .on("PUT /admin/gatherings/{id}", gatherings::replace)
                .on("GET /admin/gatherings/{id}/questions", gatherings::questions)
                .on("POST /admin/gatherings/{id}/publish", gatherings::publish)
                .on("POST /admin/gatherings/{id}/cancel", gatherings::cancel)
                .on("GET /admin/gatherings/{id}/registrations", people::list)
                .on("POST /admin/gatherings/{id}/registrations/{rid}/cancel", people::cancel)
                .on("POST /admin/gatherings/{id}/registrations/{rid}/decision", decisions::decide)
                .on("POST /admin/gatherings/{id}/registrations/decisions", decisions::decideMany)
                .on("GET /admin/audit", audit::list)
                .build();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer);
    }
}
