package yunhe.testkit.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** A browser in one part of the site, as {@code /door}, that signs in there with the issuer. */
public record StaffBrowser(
        Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler, FakeIssuer issuer, String area) {

    public APIGatewayV2HTTPResponse answer(Call call) {
        return handler.apply(call.event());
    }

    /** What the browser is told when it comes back from the issuer. */
    public APIGatewayV2HTTPResponse comeBack() {
        var begun = answer(Call.get(area + "/sign-in"));
        assertEquals(303, begun.getStatusCode(), begun.getBody());
        return answer(Call.get(issuer.authorize(location(begun))).cookie(attempt(begun)));
    }

    /** The cookie of a new session, with the issuer's roles. */
    public String signIn() {
        var reply = comeBack();
        assertEquals(303, reply.getStatusCode(), reply.getBody());
        return cookie(reply, "session");
    }

    public String signIn(String role) {
        issuer.roles = List.of(role);
        return signIn();
    }

    /** The cookie of a sign-in that has begun. */
    public String attempt(APIGatewayV2HTTPResponse begun) {
        return cookie(begun, "sign_in");
    }

    public static URI location(APIGatewayV2HTTPResponse reply) {
        return URI.create(reply.getHeaders().get("location"));
    }

    private String cookie(APIGatewayV2HTTPResponse reply, String purpose) {
        var name = area.substring(1) + "_" + purpose;
        return reply.getCookies().stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }
}
