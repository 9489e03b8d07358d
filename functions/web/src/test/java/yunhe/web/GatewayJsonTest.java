package yunhe.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GatewayJsonTest {

    @Test
    void an_event_is_read_as_the_gateway_words_it() throws IOException {
        var event = read("""
            {"version":"2.0","routeKey":"ANY /admin/gatherings","rawPath":"/admin/gatherings",
             "rawQueryString":"a=1&a=2","cookies":["one=1","two=2"],
             "headers":{"accept":"text/html","x-name":"\u5c0f"},"queryStringParameters":{"a":"1,2"},
             "requestContext":{"accountId":"1","domainName":"example.org","requestId":"r-1","timeEpoch":1796119200000,
               "authorizer":{"jwt":{"claims":{"sub":"s","roles":"[staff admin]","exp":"1796119200"},"scopes":null}},
               "http":{"method":"POST","path":"/admin/gatherings","protocol":"HTTP/1.1"}},
             "stageVariables":{"unread":"unread"},"body":"e30=","isBase64Encoded":true}
            """);
        assertEquals("ANY /admin/gatherings", event.getRouteKey());
        assertEquals("/admin/gatherings", event.getRawPath());
        assertEquals("a=1&a=2", event.getRawQueryString());
        assertEquals(List.of("one=1", "two=2"), event.getCookies());
        assertEquals(Map.of("accept", "text/html", "x-name", "小"), event.getHeaders());
        assertEquals(Map.of("a", "1,2"), event.getQueryStringParameters());
        assertEquals("e30=", event.getBody());
        assertTrue(event.getIsBase64Encoded());
        var context = event.getRequestContext();
        assertEquals("POST", context.getHttp().getMethod());
        assertEquals("example.org", context.getDomainName());
        assertEquals("r-1", context.getRequestId());
        assertEquals(
                Map.of("sub", "s", "roles", "[staff admin]", "exp", "1796119200"),
                context.getAuthorizer().getJwt().getClaims());
    }

    @Test
    void what_is_missing_or_null_is_null() throws IOException {
        var event = read("{\"rawPath\":null,\"body\":null,\"cookies\":null,\"headers\":null,\"requestContext\":{}}");
        assertNull(event.getRawPath());
        assertNull(event.getBody());
        assertNull(event.getCookies());
        assertNull(event.getHeaders());
        assertNull(event.getQueryStringParameters());
        assertFalse(event.getIsBase64Encoded());
        assertNull(event.getRequestContext().getHttp().getMethod());
        assertNull(event.getRequestContext().getAuthorizer());
        assertNull(read("{}").getRequestContext());
    }

    @Test
    void an_answer_is_written_as_the_gateway_reads_it() throws IOException {
        var reply = Reply.html(200, "<p>\"小\"</p>").withCookie("one=1").toGateway();
        var written = new ByteArrayOutputStream();
        GatewayJson.write(reply, written);
        var tree = Json.read(written.toString(UTF_8));
        assertEquals(200, tree.get("statusCode").intValue());
        assertEquals(
                "text/html; charset=utf-8",
                tree.get("headers").get("content-type").textValue());
        assertEquals("one=1", tree.get("cookies").get(0).textValue());
        assertEquals("<p>\"小\"</p>", tree.get("body").textValue());
        assertFalse(tree.get("isBase64Encoded").booleanValue());
    }

    @Test
    void bytes_are_answered_in_base64() throws IOException {
        var written = new ByteArrayOutputStream();
        GatewayJson.write(Reply.bytes("image/png", new byte[] {1, 2, 3}).toGateway(), written);
        var tree = Json.read(written.toString(UTF_8));
        assertEquals("AQID", tree.get("body").textValue());
        assertTrue(tree.get("isBase64Encoded").booleanValue());
    }

    private static APIGatewayV2HTTPEvent read(String json) throws IOException {
        return GatewayJson.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }
}
