package yunhe.checkin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.pages.ErrorPage;
import yunhe.web.Http;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router;

/** {@code /door}: the scanner in a browser, for staff who sign in with the issuer. */
public final class DoorHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final DoorSignIn signIn;
    private final DoorScan scan;
    private final Optional<String> publicUrl;
    private final Router router = Router.routes()
            .on("GET /door", (request, path) -> door(request))
            .on("GET /door/sign-in", (request, path) -> begin(request))
            .on("GET /door/callback", (request, path) -> finish(request))
            .on("POST /door/sign-out", (request, path) -> signOut(request))
            .on("POST /door/scan", (request, path) -> scan(request))
            .build();

    public DoorHandler() {
        this(Environment.ofProcess(), Dynamo.client());
    }

    public DoorHandler(Environment environment, DynamoDbClient client) {
        // Whether a token still holds is a matter of real time, whatever the clock of the activities says.
        this(environment, client, Environment.realTime());
    }

    DoorHandler(Environment environment, DynamoDbClient client, Clock realTime) {
        this.signIn = new DoorSignIn(environment, realTime);
        this.scan = new DoorScan(Wiring.of(environment, client), environment);
        this.publicUrl = environment.optional("PUBLIC_URL");
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer, DoorHandler::problem);
    }

    private static Reply problem(Request request, Problem problem) {
        var language = request.language();
        var reply = problem.reply(language);
        if (!request.prefersHtml()) {
            return reply;
        }
        var page = Reply.html(
                reply.status(), ErrorPage.render(reply.status(), language, Optional.of(problem.detail(language))));
        for (var header : problem.headers().entrySet()) {
            page = page.withHeader(header.getKey(), header.getValue());
        }
        return page;
    }

    private Reply door(Request request) {
        return signIn.session(request).map(staff -> scan.page(request, staff)).orElseGet(() -> signIn.page(request));
    }

    private Reply begin(Request request) {
        return signIn.begin(request);
    }

    private Reply finish(Request request) {
        return signIn.finish(request);
    }

    private Reply signOut(Request request) {
        SameOrigin.require(request, publicUrl);
        return signIn.signOut(request);
    }

    private Reply scan(Request request) {
        SameOrigin.require(request, publicUrl);
        var staff = signIn.session(request);
        if (staff.isEmpty()) {
            // The script learns that the session is over; a form leads back to the sign-in.
            if (request.prefersHtml()) {
                return Reply.seeOther("/door?lang=" + request.language().code());
            }
            throw Problem.of(ProblemCode.UNAUTHENTICATED).exception();
        }
        return scan.scan(request, staff.get());
    }
}
