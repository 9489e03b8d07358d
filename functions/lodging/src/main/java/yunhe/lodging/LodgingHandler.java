package yunhe.lodging;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.LocalDate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.snapshot.DryStation;
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
        var store = DryStore.client();
        var station = DryStation.open(store, environment);
        var today = LocalDate.ofInstant(environment.clock().instant(), DryStation.ZONE);
        return Rehearsal.post("/stays", """
            {"stationId":"%1$s","roomType":"%2$s","arrive":"%3$s","depart":"%4$s","locale":"zh","consent":true,
             "person":{"name":"示例 Sample","email":"sample%6$s@example.com","phone":"+86138001380%6$s",
               "graduationDate":"%5$s"}}\
            """.formatted(
                                station.value(),
                                DryStation.ROOM,
                                today.plusDays(1),
                                today.plusDays(4),
                                today.minusMonths(6),
                                Rehearsal.TURN))
                .by(new LodgingHandler(environment, store));
    }
}
