package yunhe.signin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import yunhe.core.shared.Environment;
import yunhe.pages.SignInPage;
import yunhe.testkit.simulation.SimulatedClock;
import yunhe.testkit.staff.Call;
import yunhe.testkit.staff.FakeIssuer;
import yunhe.testkit.staff.StaffBrowser;
import yunhe.web.Http;
import yunhe.web.Reply;
import yunhe.web.Role;
import yunhe.web.Router;

/** A part of a site with one page, which calls its reader by name, and one form. */
final class Desk implements AutoCloseable {

    final Map<String, String> variables = new HashMap<>(Map.of(
            "SIGNING_SECRET_1", "the first secret of these tests",
            "SIGNING_SECRET_2", "the second secret of these tests",
            "SIGNING_KEY", "1"));

    /** Another time than the activities', whose clock an organiser may have moved. */
    final SimulatedClock realTime = new SimulatedClock(Instant.parse("2026-11-23T08:00:00Z"));

    final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-12-08T08:00:00Z"));
    final FakeIssuer issuer = new FakeIssuer(realTime);
    final StaffBrowser browser;

    private final StaffArea area;
    private Router router;

    Desk(String path, Role role) {
        area = new StaffArea(path, role, SignInPage.DOOR);
        browser = new StaffBrowser(this::handle, issuer, path);
        variables.putAll(issuer.variables());
        start();
    }

    /** Anew, with the variables as they are now. */
    void start() {
        var environment = new Environment(Map.copyOf(variables), clock, RandomGenerator.of("L64X128MixRandom"));
        var pages = new StaffPages(environment, realTime, area);
        router = pages.routes()
                .on(
                        "GET " + area.path(),
                        (request, path) -> pages.seen(request, staff -> Reply.html(200, "Hello " + staff.name())))
                .on(
                        "POST " + area.path() + "/note",
                        (request, path) -> pages.sent(request, staff -> Reply.html(200, "Noted by " + staff.subject())))
                .build();
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        return Http.answer(event, router::answer, StaffPages::problem);
    }

    APIGatewayV2HTTPResponse answer(Call call) {
        return browser.answer(call);
    }

    boolean isSignedIn(String session) {
        return answer(Call.get(area.path()).cookie(session)).getBody().equals("Hello 李雷");
    }

    @Override
    public void close() {
        issuer.close();
    }
}
