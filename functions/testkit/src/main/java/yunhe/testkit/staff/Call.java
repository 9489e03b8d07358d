package yunhe.testkit.staff;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request as the gateway hands it over. */
public final class Call {

    private final APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    private final RequestContext context = new RequestContext();
    private final Map<String, String> headers = new HashMap<>();

    private Call(String method, String path) {
        int query = path.indexOf('?');
        event.setRawPath(query < 0 ? path : path.substring(0, query));
        event.setRawQueryString(query < 0 ? "" : path.substring(query + 1));
        var http = new RequestContext.Http();
        http.setMethod(method);
        context.setHttp(http);
        context.setDomainName("door.example.org");
        event.setRequestContext(context);
        event.setHeaders(headers);
    }

    public static Call get(String path) {
        return new Call("GET", path).header("accept", "text/html");
    }

    public static Call post(String path, String json) {
        var call = new Call("POST", path).header("content-type", "application/json");
        call.event.setBody(json);
        return call;
    }

    public static Call delete(String path) {
        return new Call("DELETE", path).header("accept", "application/json");
    }

    public static Call form(String path, String body) {
        var call = new Call("POST", path)
                .header("content-type", "application/x-www-form-urlencoded")
                .header("accept", "text/html");
        call.event.setBody(body);
        return call;
    }

    public Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Call cookie(String cookie) {
        event.setCookies(List.of(cookie));
        return this;
    }

    /** As a browser marks what our own pages send. */
    public Call own() {
        return header("sec-fetch-site", "same-origin");
    }

    /** As the gateway's authorizer words it. */
    public Call as(String subject, String role) {
        var jwt = new RequestContext.Authorizer.JWT();
        jwt.setClaims(Map.of("sub", subject, "roles", "[" + role + "]"));
        var authorizer = new RequestContext.Authorizer();
        authorizer.setJwt(jwt);
        context.setAuthorizer(authorizer);
        return this;
    }

    public APIGatewayV2HTTPEvent event() {
        return event;
    }
}
