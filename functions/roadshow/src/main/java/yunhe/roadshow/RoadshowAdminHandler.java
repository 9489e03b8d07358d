package yunhe.roadshow;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.activities.AskedActivity;
import yunhe.activities.OrganiserDoors;
import yunhe.core.activity.ActivityType;
import yunhe.core.roadshow.MakeTimetable;
import yunhe.core.roadshow.Programmes;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.activity.Shards;
import yunhe.dynamo.notice.DynamoUnreachables;
import yunhe.dynamo.roadshow.DynamoTimetables;
import yunhe.dynamo.roadshow.DynamoWishes;
import yunhe.dynamo.snapshot.DryActivity;
import yunhe.dynamo.snapshot.DryStore;
import yunhe.dynamo.snapshot.Snapshot;
import yunhe.roadshow.matching.FlowMatchmaker;
import yunhe.web.Http;
import yunhe.web.HttpHandler;
import yunhe.web.Rehearsal;
import yunhe.web.Router;

/** Roadshows for those who organise them. */
public final class RoadshowAdminHandler extends HttpHandler {

    private final Router router;

    public RoadshowAdminHandler() {
        this(Environment.ofProcess(), Dynamo.client());
        Snapshot.rehearse(RoadshowAdminHandler::rehearse);
    }

    public RoadshowAdminHandler(Environment environment, DynamoDbClient client) {
        var table = environment.require("ACTIVITIES_TABLE");
        var activities = new DynamoActivities(client, table, environment.random(), Shards.of(environment));
        var registrations = new DynamoRegistrations(client, table, environment.random());
        var timetables = new DynamoTimetables(client, table, environment.random());
        var asked = new AskedActivity(ActivityType.ROADSHOW, activities);
        var timetable = new TimetableDoors(
                asked,
                timetables,
                new MakeTimetable(
                        timetables,
                        new DynamoWishes(client, table, environment.random()),
                        registrations,
                        new FlowMatchmaker(),
                        environment));
        var pitches = new PitchesDoors(
                asked, new SetRunningOrder(timetables, new Programmes(timetables, registrations), environment));
        this.router = OrganiserDoors.routes(
                        ActivityType.ROADSHOW,
                        activities,
                        registrations,
                        new DynamoUnreachables(client, environment.require("NOTICES_TABLE")),
                        environment)
                .on("GET /admin/roadshows/{id}/timetable", timetable::get)
                .on("POST /admin/roadshows/{id}/timetable", timetable::post)
                .on("POST /admin/roadshows/{id}/timetable/{timetable}/publish", timetable::publish)
                .on("GET /admin/roadshows/{id}/pitches", pitches::get)
                .on("PUT /admin/roadshows/{id}/pitches", pitches::put)
                .build();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer);
    }

    static int rehearse(Environment environment) {
        var store = DryStore.client();
        var path = DryActivity.publish(ActivityType.ROADSHOW, store, environment)
                .id()
                .path();
        return Rehearsal.get("/admin" + path).by(new RoadshowAdminHandler(environment, store));
    }
}
