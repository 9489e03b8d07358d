package yunhe.lodging;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.snapshot.DryStore;
import yunhe.dynamo.snapshot.Snapshot;
import yunhe.pages.OwnStays;
import yunhe.pages.StationPage;
import yunhe.web.Http;
import yunhe.web.HttpHandler;
import yunhe.web.Rehearsal;
import yunhe.web.Router;

/** Stations and stays for everyone: look, book, manage one's own stay. */
public final class LodgingHandler extends HttpHandler {

    private final Router router;
    private final FormAgain refusals;

    public LodgingHandler() {
        this(Environment.ofProcess(), Dynamo.client());
        Snapshot.rehearse(LodgingHandler::rehearse);
    }

    public LodgingHandler(Environment environment, DynamoDbClient client) {
        var wiring = Wiring.of(environment, client);
        var own = wiring.own();
        var stations = new StationDoors(own.stations(), own.stays(), environment.optional("PUBLIC_URL"));
        var decoy = new Decoy(own.links(), environment);
        var book = new BookDoor(wiring.bookStay(), wiring.form(), own, wiring.view(), decoy);
        var stay = new OwnStayDoors(own, wiring.view(), environment.clock());
        this.refusals = new FormAgain(
                own.stations(),
                own.stays(),
                new StationPage(environment),
                new OwnStays(environment, own.stations(), own.stays()));
        this.router = Router.routes()
                .on("GET /stations", stations::list)
                .on("GET /stations/{id}", stations::get)
                .on("GET /stations/{id}/availability", stations::availability)
                .on("POST /stays", book::post)
                .on("GET /stays/{id}", stay::get)
                .on("PATCH /stays/{id}", stay::patch)
                .on("DELETE /stays/{id}", stay::delete)
                .on("GET /stays/{id}/calendar.ics", stay::calendar)
                .on("POST /stays/{id}/accept", stay::accept)
                .on("POST /stays/{id}/decline", stay::decline)
                .on("POST /stays/{id}/cancel", stay::cancel)
                .on("POST /stays/{id}/change", stay::change)
                .build();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer, refusals);
    }

    static int rehearse(Environment environment) {
        return Rehearsal.get("/stations").by(new LodgingHandler(environment, DryStore.client()));
    }
}
