package yunhe.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** A browser at the door, signed in with some role. */
final class Door implements AutoCloseable {

    final FakeIssuer issuer;
    private final DoorHandler handler;

    Door(Hall hall) {
        var realTime = new Hall.MovableClock(Instant.parse("2026-11-23T08:00:00Z"));
        issuer = new FakeIssuer(realTime);
        hall.variables.put("OIDC_ISSUER", issuer.address());
        hall.variables.put("OIDC_AUDIENCE", "yunhe-api");
        hall.variables.put("OIDC_CLIENT_ID", "yunhe");
        hall.variables.put("OIDC_CLIENT_SECRET", FakeIssuer.CLIENT_SECRET);
        handler = new DoorHandler(hall.environment(), hall.client(), realTime);
    }

    /** The cookie of a new session. */
    String session(String role) {
        issuer.roles = List.of(role);
        var begun = answer(Call.get("/door/sign-in"));
        var back = issuer.authorize(URI.create(begun.getHeaders().get("location")));
        var reply = answer(Call.get(back).cookie(cookie(begun, "door_sign_in")));
        assertEquals(303, reply.getStatusCode(), reply.getBody());
        return cookie(reply, "door_session");
    }

    APIGatewayV2HTTPResponse answer(Call call) {
        return handler.handleRequest(call.event(), null);
    }

    private static String cookie(APIGatewayV2HTTPResponse reply, String name) {
        return reply.getCookies().stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        issuer.close();
    }
}
