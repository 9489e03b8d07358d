package yunhe.checkin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Locale;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.ActivityType;
import yunhe.core.door.CheckIn;
import yunhe.core.door.UndoAdmission;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.Tickets;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.snapshot.DryActivity;
import yunhe.dynamo.snapshot.DryStore;
import yunhe.dynamo.snapshot.Snapshot;
import yunhe.web.Fields;
import yunhe.web.Http;
import yunhe.web.HttpHandler;
import yunhe.web.Json;
import yunhe.web.Rehearsal;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Role;
import yunhe.web.Roles;
import yunhe.web.Router;

/** {@code /checkins}: scans and what takes them back, by staff with a token. */
public final class CheckinHandler extends HttpHandler {

    private final CheckIn checkIn;
    private final UndoAdmission undoAdmission;
    private final Router router = Router.routes()
            .on("POST /checkins", (request, path) -> scan(request))
            .on("POST /checkins/undo", (request, path) -> undo(request))
            .build();

    public CheckinHandler() {
        this(Environment.ofProcess(), Dynamo.client());
        Snapshot.rehearse(CheckinHandler::rehearse);
    }

    public CheckinHandler(Environment environment, DynamoDbClient client) {
        var wiring = Wiring.of(environment, client);
        this.checkIn = wiring.checkIn();
        this.undoAdmission = wiring.undoAdmission();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer);
    }

    private Reply scan(Request request) {
        var staff = Roles.require(request, Role.STAFF);
        var fields = Fields.of(request.json());
        var scan = ScanForm.parse(fields, staff.subject());
        fields.orRefuse();
        var answer = checkIn.scan(scan.orElseThrow());
        ScanReply.log(answer);
        return Reply.json(200, ScanReply.json(answer));
    }

    private Reply undo(Request request) {
        var staff = Roles.require(request, Role.STAFF);
        var fields = Fields.of(request.json());
        var ticket = fields.required(ScanForm.TICKET, ScanForm.ticket(fields));
        var reason = fields.required("reason", fields.lines("reason", UndoAdmission.REASON_LENGTH_MAX));
        fields.orRefuse();
        var result = undoAdmission.undo(ticket.orElseThrow(), staff.subject(), reason.orElseThrow());
        return Reply.json(200, Json.object().put("result", result.name().toLowerCase(Locale.ROOT)));
    }

    static int rehearse(Environment environment) {
        var store = DryStore.client();
        var ticket = new Tickets(Secrets.signing(environment))
                .ticketFor(DryActivity.publish(ActivityType.GATHERING, store, environment)
                        .signUp());
        return Rehearsal.post("/checkins", "{\"ticket\":\"" + ticket + "\"}")
                .by(new CheckinHandler(environment, store));
    }
}
