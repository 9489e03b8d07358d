package yunhe.simulation;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as somebody sends it, and sends it again when no answer comes.
 *
 * @param purpose what it is about, for checkers and for the story
 * @param about the registration it is about; empty for a new one
 * @param sent what it says
 */
record Call(Purpose purpose, Caller caller, String about, Sent sent) {

    /** What it is about. */
    enum Purpose {
        SIGN_UP,
        LOOK,
        CHANGE,
        CANCEL,
        SEND_LINK,
        ACCEPT,
        DECLINE,
        GUESS,
        LIST,
        LIST_AS_STAFF,
        LIST_AS_NOBODY,
        READ_ACTIVITY,
        RESIZE,
        CANCEL_ONE,
        DECIDE,
        CANCEL_ALL,
        CREATE,
        PUBLISH,
        SCAN,
        UNDO
    }

    /** Who calls; organisers and staff have a role, people have none. */
    record Caller(String name, Optional<String> role) {

        static final Caller ORGANISER = new Caller("mei", Optional.of("organiser"));
        static final Caller NOBODY = new Caller("nobody", Optional.empty());

        static Caller staff(int number) {
            return new Caller("staff-" + number, Optional.of("staff"));
        }

        static Caller person(int number) {
            return new Caller("person " + number, Optional.empty());
        }
    }

    /** What goes over the wire. */
    record Sent(String method, String path, Map<String, String> headers, String body) {}

    /** The idempotency key, or else what tells this call from others. */
    String key() {
        return sent.headers().getOrDefault("idempotency-key", "");
    }

    APIGatewayV2HTTPEvent event() {
        var headers = new HashMap<>(sent.headers());
        headers.put("content-type", "application/json");
        headers.put("accept", "application/json");
        var context = RequestContext.builder()
                .withDomainName("yunhe.example.org")
                .withHttp(RequestContext.Http.builder()
                        .withMethod(sent.method())
                        .withPath(sent.path())
                        .build());
        caller.role()
                .ifPresent(role -> context.withAuthorizer(RequestContext.Authorizer.builder()
                        .withJwt(RequestContext.Authorizer.JWT
                                .builder()
                                .withClaims(Map.of("sub", caller.name(), "roles", "[" + role + "]"))
                                .build())
                        .build()));
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(sent.path())
                .withRawQueryString("")
                .withHeaders(headers)
                .withBody(sent.body())
                .withRequestContext(context.build())
                .build();
    }
}
