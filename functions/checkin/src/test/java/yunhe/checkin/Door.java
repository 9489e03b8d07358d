package yunhe.checkin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import yunhe.testkit.simulation.SimulatedClock;
import yunhe.testkit.staff.Call;
import yunhe.testkit.staff.FakeIssuer;
import yunhe.testkit.staff.StaffBrowser;

/** A browser at the door, signed in with some role. */
final class Door implements AutoCloseable {

    final FakeIssuer issuer;
    private final StaffBrowser browser;

    Door(Hall hall) {
        // Another time than the activities', whose clock an organiser may have moved.
        var realTime = new SimulatedClock(Instant.parse("2026-11-23T08:00:00Z"));
        issuer = new FakeIssuer(realTime);
        hall.variables.putAll(issuer.variables());
        var handler = new DoorHandler(hall.environment(), hall.client(), realTime);
        browser = new StaffBrowser(event -> handler.handleRequest(event, null), issuer, "/door");
    }

    /** The cookie of a new session. */
    String session(String role) {
        return browser.signIn(role);
    }

    APIGatewayV2HTTPResponse answer(Call call) {
        return browser.answer(call);
    }

    @Override
    public void close() {
        issuer.close();
    }
}
