package yunhe.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's events and answers in JSON, payload 2.0. Of an event only what {@link Request} reads; what is missing
 * or null there is null here.
 */
final class GatewayJson {

    private GatewayJson() {}

    static APIGatewayV2HTTPEvent read(InputStream json) throws IOException {
        var tree = Json.read(new String(json.readAllBytes(), UTF_8));
        var event = new APIGatewayV2HTTPEvent();
        event.setRouteKey(text(tree, "routeKey"));
        event.setRawPath(text(tree, "rawPath"));
        event.setRawQueryString(text(tree, "rawQueryString"));
        event.setCookies(texts(tree.path("cookies")));
        event.setHeaders(map(tree.path("headers")));
        event.setQueryStringParameters(map(tree.path("queryStringParameters")));
        event.setBody(text(tree, "body"));
        event.setIsBase64Encoded(tree.path("isBase64Encoded").asBoolean());
        event.setRequestContext(context(tree.path("requestContext")));
        return event;
    }

    static void write(APIGatewayV2HTTPResponse response, OutputStream json) throws IOException {
        var tree = Json.object().put("statusCode", response.getStatusCode());
        var headers = tree.putObject("headers");
        response.getHeaders().forEach(headers::put);
        var cookies = tree.putArray("cookies");
        response.getCookies().forEach(cookies::add);
        tree.put("body", response.getBody()).put("isBase64Encoded", response.getIsBase64Encoded());
        json.write(Json.write(tree).getBytes(UTF_8));
    }

    private static APIGatewayV2HTTPEvent.@Nullable RequestContext context(JsonNode tree) {
        if (!tree.isObject()) {
            return null;
        }
        var http = new APIGatewayV2HTTPEvent.RequestContext.Http();
        http.setMethod(text(tree.path("http"), "method"));
        var context = new APIGatewayV2HTTPEvent.RequestContext();
        context.setHttp(http);
        context.setDomainName(text(tree, "domainName"));
        context.setRequestId(text(tree, "requestId"));
        var claims = tree.path("authorizer").path("jwt").path("claims");
        if (claims.isObject()) {
            var jwt = new APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT();
            jwt.setClaims(map(claims));
            var authorizer = new APIGatewayV2HTTPEvent.RequestContext.Authorizer();
            authorizer.setJwt(jwt);
            context.setAuthorizer(authorizer);
        }
        return context;
    }

    private static @Nullable String text(JsonNode tree, String name) {
        return tree.path(name).isTextual() ? tree.path(name).textValue() : null;
    }

    private static @Nullable List<String> texts(JsonNode tree) {
        if (!tree.isArray()) {
            return null;
        }
        var texts = new ArrayList<String>();
        tree.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static @Nullable Map<String, String> map(JsonNode tree) {
        if (!tree.isObject()) {
            return null;
        }
        var map = new HashMap<String, String>();
        tree.properties()
                .forEach(property ->
                        map.put(property.getKey(), property.getValue().asText()));
        return map;
    }
}
