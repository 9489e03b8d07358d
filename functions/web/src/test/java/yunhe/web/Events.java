package yunhe.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.HashMap;
import java.util.Map;

/** Events as the gateway makes them. */
final class Events {

    private Events() {}

    static APIGatewayV2HTTPEvent event(String method, String path, String query, String body, String... headers) {
        var map = new HashMap<String, String>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withRawQueryString(query)
                .withHeaders(map)
                .withBody(body)
                .withRouteKey(method + " " + path)
                .withRequestContext(RequestContext.builder()
                        .withDomainName("yunhe.example.org")
                        .withRequestId("r1")
                        .withHttp(RequestContext.Http.builder()
                                .withMethod(method)
                                .withPath(path)
                                .build())
                        .build())
                .build();
    }

    static Request get(String path, String query, String... headers) {
        return Request.of(event("GET", path, query, "", headers));
    }

    static Request post(String type, String body) {
        return Request.of(event("POST", "/", "", body, "content-type", type));
    }

    static Request signedIn(String roles) {
        var event = event("GET", "/admin", "", "");
        event.getRequestContext()
                .setAuthorizer(RequestContext.Authorizer.builder()
                        .withJwt(RequestContext.Authorizer.JWT
                                .builder()
                                .withClaims(Map.of("sub", "mei", "roles", roles))
                                .build())
                        .build());
        return Request.of(event);
    }
}
