package yunhe.roadshow;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.activities.AskedActivity;
import yunhe.core.activity.ActivityType;
import yunhe.core.roadshow.MakeTimetable;
import yunhe.core.roadshow.Programmes;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.roadshow.DynamoTimetables;
import yunhe.dynamo.roadshow.DynamoWishes;
import yunhe.dynamo.snapshot.DryStore;
import yunhe.dynamo.snapshot.Snapshot;
import yunhe.pages.SignInPage;
import yunhe.roadshow.matching.FlowMatchmaker;
import yunhe.signin.StaffArea;
import yunhe.signin.StaffPages;
import yunhe.signin.StaffSession;
import yunhe.web.Http;
import yunhe.web.HttpHandler;
import yunhe.web.Rehearsal;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Role;
import yunhe.web.Router;
import yunhe.web.Router.PathParameters;

/** {@code /console}: the organiser's pages in a browser, for organisers who sign in with the issuer. */
public final class RoadshowConsoleHandler extends HttpHandler {

    private static final StaffArea AREA = new StaffArea("/console", Role.ORGANISER, SignInPage.CONSOLE);

    private static final String ONE = "/console/roadshows/{id}";

    private final Router router;

    public RoadshowConsoleHandler() {
        this(Environment.ofProcess(), Dynamo.client());
        Snapshot.rehearse(RoadshowConsoleHandler::rehearse);
    }

    public RoadshowConsoleHandler(Environment environment, DynamoDbClient client) {
        // Whether a token still holds is a matter of real time, whatever the clock of the activities says.
        this(environment, client, Environment.realTime());
    }

    RoadshowConsoleHandler(Environment environment, DynamoDbClient client, Clock realTime) {
        var pages = new StaffPages(environment, realTime, AREA);
        var table = environment.require("ACTIVITIES_TABLE");
        var activities = new DynamoActivities(client, table, environment.random());
        var registrations = new DynamoRegistrations(client, table, environment.random());
        var timetables = new DynamoTimetables(client, table, environment.random());
        var wishes = new DynamoWishes(client, table, environment.random());
        var asked = new AskedActivity(ActivityType.ROADSHOW, activities);
        var timetable = new ConsoleTimetable(
                asked,
                timetables,
                new MakeTimetable(timetables, wishes, registrations, new FlowMatchmaker(), environment),
                new ConsoleTimetableViews(activities, registrations, wishes, timetables, environment.clock()));
        var pitches = new ConsolePitches(
                asked,
                new SetRunningOrder(timetables, new Programmes(timetables, registrations), environment),
                registrations,
                wishes,
                environment.clock());
        var list = new ConsoleList(activities, environment.clock());
        this.router = pages.routes()
                .on("GET /console", (request, path) -> pages.seen(request, staff -> list.page(request, staff)))
                .on("GET " + ONE + "/timetable", seen(pages, timetable::page))
                .on("POST " + ONE + "/timetable", sent(pages, timetable::solve))
                .on("POST " + ONE + "/timetable/{timetable}/pin", sent(pages, timetable::pin))
                .on("POST " + ONE + "/timetable/{timetable}/forbid", sent(pages, timetable::forbid))
                .on("POST " + ONE + "/timetable/{timetable}/release", sent(pages, timetable::release))
                .on("POST " + ONE + "/timetable/{timetable}/publish", sent(pages, timetable::publish))
                .on("GET " + ONE + "/pitches", seen(pages, pitches::page))
                .on("POST " + ONE + "/pitches", sent(pages, pitches::save))
                .on("GET " + ONE + "/programme.pdf", seen(pages, pitches::programme))
                .on("GET " + ONE + "/hall", seen(pages, pitches::hall))
                .build();
    }

    private static Router.Door seen(StaffPages pages, StaffDoor door) {
        return (request, path) -> pages.seen(request, staff -> door.answer(request, staff, path));
    }

    private static Router.Door sent(StaffPages pages, StaffDoor door) {
        return (request, path) -> pages.sent(request, staff -> door.answer(request, staff, path));
    }

    /** Answers somebody who is signed in. */
    private interface StaffDoor {
        Reply answer(Request request, StaffSession staff, PathParameters path);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer, StaffPages::problem);
    }

    static int rehearse(Environment environment) {
        return Rehearsal.get("/console").by(new RoadshowConsoleHandler(environment, DryStore.client()));
    }
}
