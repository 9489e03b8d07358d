package yunhe.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yunhe.core.activity.FieldError;
import yunhe.core.shared.Language;
import yunhe.core.shared.StoreUnavailable;

class HttpTest {

    private static final Router ROUTER = Router.routes()
            .on(
                    "GET /things/{id}",
                    (request, path) -> Reply.json(200, Json.object().put("id", path.get("id"))))
            .on("DELETE /things/{id}", (request, path) -> Reply.noContent())
            .on("POST /things/special", (request, path) -> Reply.seeOther("/"))
            .on("GET /page", (request, path) -> Reply.html(200, "<p>你好</p>"))
            .on(
                    "GET /bytes",
                    (request, path) ->
                            Reply.bytes("image/png", new byte[] {1, 2}).cached("public, max-age=60"))
            .on("GET /store", (request, path) -> {
                throw new StoreUnavailable("read gath_1", new IllegalStateException("han@example.com"));
            })
            .on("GET /fault", (request, path) -> {
                throw new IllegalArgumentException("han@example.com");
            })
            .build();

    @Test
    void every_reply_is_guarded_and_kept_by_nobody() {
        var reply = call("GET", "/things/7");
        assertEquals("{\"id\":\"7\"}", reply.getBody());
        assertEquals("nosniff", reply.getHeaders().get("x-content-type-options"));
        assertEquals("no-referrer", reply.getHeaders().get("referrer-policy"));
        assertEquals("no-store", reply.getHeaders().get("cache-control"));
        assertFalse(reply.getHeaders().containsKey("content-security-policy"));
    }

    @Test
    void pages_run_nothing_but_our_own() {
        var page = call("GET", "/page", "accept-language", "en");
        assertTrue(page.getHeaders().get("content-security-policy").startsWith("default-src 'none'"));
        assertFalse(page.getHeaders().get("content-security-policy").contains("unsafe"));
        assertEquals("en", page.getHeaders().get("content-language"));
    }

    @Test
    void bytes_travel_as_base64_and_may_be_kept_when_said_so() {
        var reply = call("GET", "/bytes");
        assertTrue(reply.getIsBase64Encoded());
        assertEquals("AQI=", reply.getBody());
        assertEquals("public, max-age=60", reply.getHeaders().get("cache-control"));
    }

    @Test
    void another_method_is_told_what_is_allowed_and_head_has_no_body() {
        var put = call("PUT", "/things/special");
        assertEquals(405, put.getStatusCode());
        assertEquals("POST", put.getHeaders().get("allow"));
        var head = call("HEAD", "/things/7");
        assertEquals(200, head.getStatusCode());
        assertEquals("", head.getBody());
        assertEquals(404, call("GET", "/things").getStatusCode());
        assertEquals(404, call("GET", "/things/").getStatusCode());
        assertEquals(303, call("POST", "/things/special").getStatusCode());
    }

    @Test
    void a_fault_says_nothing_about_itself() {
        var store = call("GET", "/store");
        var fault = call("GET", "/fault");
        assertEquals(503, store.getStatusCode());
        assertEquals("2", store.getHeaders().get("retry-after"));
        assertEquals(500, fault.getStatusCode());
        assertTrue(fault.getBody().contains("\"code\":\"internal\""));
        assertFalse(fault.getBody().contains("example.com"));
        assertFalse(fault.getBody().contains("Exception"));
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void every_problem_has_words_in_both_languages(ProblemCode code) {
        for (var language : Language.values()) {
            var body = Problem.of(code).reply(language).bodyText();
            assertTrue(body.contains("\"code\":\"" + code.code() + "\""));
            assertTrue(body.contains("urn:yunhe:problem:" + code.code()));
        }
    }

    @ParameterizedTest
    @EnumSource(FieldError.Code.class)
    void every_mistake_names_its_field(FieldError.Code code) {
        var plain = FieldError.of("person.name", code);
        var limited = FieldError.of("groups[3].capacity", code, 1, 9);
        for (var language : Language.values()) {
            var problem = Problem.invalid(List.of(plain, limited));
            assertFalse(problem.message(plain, language).contains("{"));
            assertFalse(problem.message(limited, language).contains("{"));
        }
        assertEquals(
                "姓名太长。",
                Problem.invalid(List.of())
                        .message(FieldError.of("person.name", FieldError.Code.TOO_LONG), Language.ZH));
        assertEquals(
                "Places of the group must be between 1 and 9.",
                Problem.invalid(List.of())
                        .message(FieldError.of("groups[3].capacity", FieldError.Code.OUT_OF_RANGE, 1, 9), Language.EN));
    }

    private static APIGatewayV2HTTPResponse call(String method, String path, String... headers) {
        return Http.answer(Events.event(method, path, "", "", headers), ROUTER::answer);
    }
}
