package yunhe.gatherings;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.activities.OrganiserDoors;
import yunhe.core.activity.ActivityType;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.activity.Shards;
import yunhe.dynamo.lodging.DynamoStays;
import yunhe.dynamo.notice.DynamoUnreachables;
import yunhe.dynamo.snapshot.DryActivity;
import yunhe.dynamo.snapshot.DryStore;
import yunhe.dynamo.snapshot.Snapshot;
import yunhe.web.Http;
import yunhe.web.HttpHandler;
import yunhe.web.Rehearsal;
import yunhe.web.Router;

/** Gatherings for those who organise them. */
public final class GatheringsAdminHandler extends HttpHandler {

    private final Router router;

    public GatheringsAdminHandler() {
        this(Environment.ofProcess(), Dynamo.client());
        Snapshot.rehearse(GatheringsAdminHandler::rehearse);
    }

    public GatheringsAdminHandler(Environment environment, DynamoDbClient client) {
        var table = environment.require("ACTIVITIES_TABLE");
        var activities = new DynamoActivities(client, table, environment.random(), Shards.of(environment));
        var registrations = new DynamoRegistrations(client, table, environment.random());
        var audit = new AuditDoor(
                activities, new DynamoStays(client, environment.require("LODGING_TABLE"), environment.random()));
        this.router = OrganiserDoors.routes(
                        ActivityType.GATHERING,
                        activities,
                        registrations,
                        new DynamoUnreachables(client, environment.require("NOTICES_TABLE")),
                        environment)
                .on("GET /admin/audit", audit::list)
                .build();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer);
    }

    static int rehearse(Environment environment) {
        var store = DryStore.client();
        var path = DryActivity.publish(ActivityType.GATHERING, store, environment)
                .id()
                .path();
        return Rehearsal.get("/admin" + path).by(new GatheringsAdminHandler(environment, store));
    }
}
