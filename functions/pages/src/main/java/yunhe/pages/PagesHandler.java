package yunhe.pages;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.ActivityType;
import yunhe.core.lodging.StayId;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.lodging.DynamoStations;
import yunhe.dynamo.lodging.DynamoStays;
import yunhe.dynamo.roadshow.DynamoTimetables;
import yunhe.dynamo.roadshow.DynamoWishes;
import yunhe.dynamo.snapshot.DryActivity;
import yunhe.dynamo.snapshot.DryStore;
import yunhe.dynamo.snapshot.Snapshot;
import yunhe.web.Http;
import yunhe.web.HttpHandler;
import yunhe.web.Rehearsal;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router;

/** Pages that only show something. Forms are sent to the functions that own what they change. */
public final class PagesHandler extends HttpHandler {
    private final Router router;

    public PagesHandler() {
        this(Environment.ofProcess(), Dynamo.client());
        Snapshot.rehearse(PagesHandler::rehearse);
    }

    public PagesHandler(Environment environment, DynamoDbClient client) {
        var table = environment.require("ACTIVITIES_TABLE");
        var activities = new DynamoActivities(client, table, environment.random());
        var registrations = new DynamoRegistrations(client, table, environment.random());
        var lodging = environment.require("LODGING_TABLE");
        var stations = new DynamoStations(client, lodging, environment.random());
        var stays = new DynamoStays(client, lodging, environment.random());
        var publicPages = new PublicPages(environment, activities, registrations, stations, stays);
        var wishes = new DynamoWishes(client, table, environment.random());
        var timetables = new DynamoTimetables(client, table, environment.random());
        var ownPages = new OwnPages(environment, activities, registrations, wishes, timetables);
        var directory = new OwnDirectory(environment, activities, registrations, wishes, timetables);
        var ownStays = new OwnStays(environment, stations, stays);
        this.router = Router.routes()
                .on("GET /", (request, path) -> publicPages.home(request))
                .on(
                        "GET /g/{id}",
                        (request, path) -> publicPages.activity(request, ActivityType.GATHERING, path.get("id")))
                .on(
                        "GET /r/{id}",
                        (request, path) -> publicPages.activity(request, ActivityType.ROADSHOW, path.get("id")))
                .on("GET /r/{id}/directory", (request, path) -> directory.show(request, path.get("id")))
                .on("GET /s/{id}", (request, path) -> publicPages.station(request, path.get("id")))
                .on("GET /m/{id}", (request, path) -> manage(ownPages, ownStays, request, path.get("id")))
                .on("GET /t/{ticket}", (request, path) -> ticket(ownPages, ownStays, request, path.get("ticket")))
                .on("GET /tickets/{picture}", (request, path) -> ownPages.picture(request, path.get("picture")))
                .on("GET /assets/{name}", (request, path) -> publicPages.asset(request))
                .build();
    }

    /** Of a stay or of a registration: the id says which. */
    private static Reply manage(OwnPages ownPages, OwnStays ownStays, Request request, String id) {
        return id.startsWith(StayId.PREFIX) ? ownStays.manage(request, id) : ownPages.manage(request, id);
    }

    /** Likewise a ticket, which says it more quietly. */
    private static Reply ticket(OwnPages ownPages, OwnStays ownStays, Request request, String ticket) {
        return ownStays.ticket(request, ticket).orElseGet(() -> ownPages.ticket(request, ticket));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer, ErrorPage::reply);
    }

    static int rehearse(Environment environment) {
        var store = DryStore.client();
        var id = DryActivity.publish(ActivityType.GATHERING, store, environment).id();
        return Rehearsal.get("/g/" + id.value()).by(new PagesHandler(environment, store));
    }
}
