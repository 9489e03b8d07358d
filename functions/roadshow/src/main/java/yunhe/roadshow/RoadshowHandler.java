package yunhe.roadshow;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.activities.ParticipantDoors;
import yunhe.activities.SignUpRehearsal;
import yunhe.core.activity.ActivityType;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.roadshow.DynamoTimetables;
import yunhe.dynamo.roadshow.DynamoWishes;
import yunhe.dynamo.snapshot.DryActivity;
import yunhe.dynamo.snapshot.DryStore;
import yunhe.dynamo.snapshot.Snapshot;
import yunhe.pages.OwnDirectory;
import yunhe.web.Http;
import yunhe.web.HttpHandler;
import yunhe.web.Router;

/** Roadshows for everyone: look, sign up by role, find each other, wish, and see one's own meetings. */
public final class RoadshowHandler extends HttpHandler {

    private final Router router;
    private final Http.ProblemReply refusals;

    public RoadshowHandler() {
        this(Environment.ofProcess(), Dynamo.client());
        Snapshot.rehearse(RoadshowHandler::rehearse);
    }

    public RoadshowHandler(Environment environment, DynamoDbClient client) {
        var table = environment.require("ACTIVITIES_TABLE");
        var registrations = new DynamoRegistrations(client, table, environment.random());
        var timetables = new DynamoTimetables(client, table, environment.random());
        var activities = new DynamoActivities(client, table, environment.random());
        var allWishes = new DynamoWishes(client, table, environment.random());
        var doors = ParticipantDoors.of(ActivityType.ROADSHOW, activities, registrations, environment);
        var directory = new DirectoryDoor(doors.own(), registrations);
        var wishes = new WishesDoor(
                doors.own(),
                registrations,
                allWishes,
                timetables,
                Duration.ofDays(Long.parseLong(environment.require("RETENTION_DAYS"))));
        var meetings = new MeetingsDoor(doors.own(), registrations, timetables);
        this.router = doors.routes()
                .on("GET /roadshows/{id}/directory", directory::list)
                .on("GET /roadshows/{id}/registrations/{rid}/wishes", wishes::get)
                .on("PUT /roadshows/{id}/registrations/{rid}/wishes", wishes::put)
                .on("POST /roadshows/{id}/registrations/{rid}/wishes", wishes::post)
                .on("GET /roadshows/{id}/registrations/{rid}/meetings", meetings::get)
                .on("GET /roadshows/{id}/registrations/{rid}/meetings.ics", meetings::calendar)
                .build();
        this.refusals = new WishesAgain(
                new OwnDirectory(environment, activities, registrations, allWishes, timetables), doors.refusals());
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer, refusals);
    }

    static int rehearse(Environment environment) {
        var store = DryStore.client();
        return SignUpRehearsal.of(DryActivity.publish(ActivityType.ROADSHOW, store, environment))
                .by(new RoadshowHandler(environment, store));
    }
}
