package yunhe.checkin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.checkin.signin.StaffSession;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.pages.ErrorPage;
import yunhe.web.Http;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router;

/** {@code /door}: the scanner and the keeper's pages in a browser, for staff who sign in with the issuer. */
public final class DoorHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final DoorSignIn signIn;
    private final Optional<String> publicUrl;
    private final Router router;

    public DoorHandler() {
        this(Environment.ofProcess(), Dynamo.client());
    }

    public DoorHandler(Environment environment, DynamoDbClient client) {
        // Whether a token still holds is a matter of real time, whatever the clock of the activities says.
        this(environment, client, Environment.realTime());
    }

    DoorHandler(Environment environment, DynamoDbClient client, Clock realTime) {
        this.signIn = new DoorSignIn(environment, realTime);
        this.publicUrl = environment.optional("PUBLIC_URL");
        var wiring = Wiring.of(environment, client);
        var scanner = new DoorScan(wiring, environment);
        var keeper = new KeeperDoors(wiring, environment);
        this.router = Router.routes()
                .on("GET /door", (request, path) -> seen(request, staff -> scanner.page(request, staff)))
                .on("GET /door/sign-in", (request, path) -> signIn.begin(request))
                .on("GET /door/callback", (request, path) -> signIn.finish(request))
                .on("POST /door/sign-out", (request, path) -> signOut(request))
                .on("POST /door/scan", (request, path) -> sent(request, staff -> scanner.scan(request, staff)))
                .on("GET /door/stations", (request, path) -> seen(request, staff -> keeper.list(request)))
                .on(
                        "GET /door/stations/{id}",
                        (request, path) -> seen(request, staff -> keeper.day(request, staff, path.get("id"))))
                .on(
                        "POST /door/stations/{id}/check-in",
                        (request, path) -> sent(request, staff -> keeper.checkIn(request, staff, path.get("id"))))
                .on(
                        "POST /door/stations/{id}/check-out",
                        (request, path) -> sent(request, staff -> keeper.checkOut(request, staff, path.get("id"))))
                .on(
                        "POST /door/stations/{id}/undo",
                        (request, path) -> sent(request, staff -> keeper.undo(request, staff, path.get("id"))))
                .build();
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
        var wrong = problem.errors().stream()
                .map(error -> problem.message(error, language))
                .collect(Collectors.joining(" "));
        var detail = wrong.isEmpty() ? problem.detail(language) : wrong;
        var page = Reply.html(reply.status(), ErrorPage.render(reply.status(), language, Optional.of(detail)));
        for (var header : problem.headers().entrySet()) {
            page = page.withHeader(header.getKey(), header.getValue());
        }
        return page;
    }

    /** A page for staff; whoever is not signed in is asked to. */
    private Reply seen(Request request, Function<StaffSession, Reply> page) {
        return signIn.session(request).map(page).orElseGet(() -> signIn.page(request));
    }

    /** What staff send from one of our pages. */
    private Reply sent(Request request, Function<StaffSession, Reply> answer) {
        SameOrigin.require(request, publicUrl);
        var staff = signIn.session(request);
        if (staff.isEmpty()) {
            // The script learns that the session is over; a form leads back to the sign-in.
            if (request.prefersHtml()) {
                return Reply.seeOther("/door?lang=" + request.language().code());
            }
            throw Problem.of(ProblemCode.UNAUTHENTICATED).exception();
        }
        return answer.apply(staff.get());
    }

    private Reply signOut(Request request) {
        SameOrigin.require(request, publicUrl);
        return signIn.signOut(request);
    }
}
