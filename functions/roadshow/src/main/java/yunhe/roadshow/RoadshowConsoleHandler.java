package yunhe.roadshow;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.pages.SignInPage;
import yunhe.signin.StaffArea;
import yunhe.signin.StaffPages;
import yunhe.web.Http;
import yunhe.web.Role;
import yunhe.web.Router;

/** {@code /console}: the organiser's pages in a browser, for organisers who sign in with the issuer. */
public final class RoadshowConsoleHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final StaffArea AREA = new StaffArea("/console", Role.ORGANISER, SignInPage.CONSOLE);

    private final Router router;

    public RoadshowConsoleHandler() {
        this(Environment.ofProcess(), Dynamo.client());
    }

    public RoadshowConsoleHandler(Environment environment, DynamoDbClient client) {
        // Whether a token still holds is a matter of real time, whatever the clock of the activities says.
        this(environment, client, Environment.realTime());
    }

    RoadshowConsoleHandler(Environment environment, DynamoDbClient client, Clock realTime) {
        var pages = new StaffPages(environment, realTime, AREA);
        var activities = new DynamoActivities(client, environment.require("ACTIVITIES_TABLE"), environment.random());
        var list = new ConsoleList(activities, environment.clock());
        this.router = pages.routes()
                .on("GET /console", (request, path) -> pages.seen(request, staff -> list.page(request, staff)))
                .build();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer, StaffPages::problem);
    }
}
