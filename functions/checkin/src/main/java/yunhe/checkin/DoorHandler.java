package yunhe.checkin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.snapshot.DryStore;
import yunhe.dynamo.snapshot.Snapshot;
import yunhe.pages.SignInPage;
import yunhe.signin.StaffArea;
import yunhe.signin.StaffPages;
import yunhe.web.Http;
import yunhe.web.HttpHandler;
import yunhe.web.Rehearsal;
import yunhe.web.Role;
import yunhe.web.Router;

/** {@code /door}: the scanner and the keeper's pages in a browser, for staff who sign in with the issuer. */
public final class DoorHandler extends HttpHandler {

    private static final StaffArea AREA = new StaffArea("/door", Role.STAFF, SignInPage.DOOR);

    private final Router router;

    public DoorHandler() {
        this(Environment.ofProcess(), Dynamo.client());
        Snapshot.rehearse(DoorHandler::rehearse);
    }

    public DoorHandler(Environment environment, DynamoDbClient client) {
        // Whether a token still holds is a matter of real time, whatever the clock of the activities says.
        this(environment, client, Environment.realTime());
    }

    DoorHandler(Environment environment, DynamoDbClient client, Clock realTime) {
        var pages = new StaffPages(environment, realTime, AREA);
        var wiring = Wiring.of(environment, client);
        var scanner = new DoorScan(wiring, environment);
        var keeper = new KeeperDoors(wiring, environment);
        this.router = pages.routes()
                .on("GET /door", (request, path) -> pages.seen(request, staff -> scanner.page(request, staff)))
                .on("POST /door/scan", (request, path) -> pages.sent(request, staff -> scanner.scan(request, staff)))
                .on("GET /door/stations", (request, path) -> pages.seen(request, staff -> keeper.list(request)))
                .on(
                        "GET /door/stations/{id}",
                        (request, path) -> pages.seen(request, staff -> keeper.day(request, staff, path.get("id"))))
                .on(
                        "POST /door/stations/{id}/check-in",
                        (request, path) -> pages.sent(request, staff -> keeper.checkIn(request, staff, path.get("id"))))
                .on(
                        "POST /door/stations/{id}/check-out",
                        (request, path) ->
                                pages.sent(request, staff -> keeper.checkOut(request, staff, path.get("id"))))
                .on(
                        "POST /door/stations/{id}/undo",
                        (request, path) -> pages.sent(request, staff -> keeper.undo(request, staff, path.get("id"))))
                .build();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer, StaffPages::problem);
    }

    static int rehearse(Environment environment) {
        return Rehearsal.get("/door").by(new DoorHandler(environment, DryStore.client()));
    }
}
