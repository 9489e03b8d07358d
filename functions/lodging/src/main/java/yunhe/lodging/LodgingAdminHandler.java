package yunhe.lodging;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.snapshot.DryStation;
import yunhe.dynamo.snapshot.DryStore;
import yunhe.dynamo.snapshot.Snapshot;
import yunhe.web.Http;
import yunhe.web.HttpHandler;
import yunhe.web.Rehearsal;
import yunhe.web.Router;

/** Stations and stays for those who keep them. */
public final class LodgingAdminHandler extends HttpHandler {

    private final Router router;

    public LodgingAdminHandler() {
        this(Environment.ofProcess(), Dynamo.client());
        Snapshot.rehearse(LodgingAdminHandler::rehearse);
    }

    public LodgingAdminHandler(Environment environment, DynamoDbClient client) {
        var wiring = Wiring.of(environment, client);
        var stations = new AdminStationDoors(wiring.own().stations(), environment);
        var stays = new AdminStayDoors(wiring.own(), wiring.form(), wiring.bookStay(), wiring.view(), environment);
        this.router = Router.routes()
                .on("POST /admin/stations", stations::create)
                .on("GET /admin/stations", stations::list)
                .on("GET /admin/stations/{id}", stations::get)
                .on("PUT /admin/stations/{id}", stations::replace)
                .on("GET /admin/stations/{id}/stays", stays::list)
                .on("POST /admin/stations/{id}/walk-ins", stays::walkIn)
                .on("GET /admin/stays/{id}", stays::get)
                .on("PATCH /admin/stays/{id}", stays::change)
                .on("POST /admin/stays/{id}/check-out", stays::checkOut)
                .on("POST /admin/stays/{id}/decision", stays::decide)
                .build();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer);
    }

    static int rehearse(Environment environment) {
        var store = DryStore.client();
        return Rehearsal.get("/admin/stations/" + DryStation.open(store, environment))
                .by(new LodgingAdminHandler(environment, store));
    }
}
