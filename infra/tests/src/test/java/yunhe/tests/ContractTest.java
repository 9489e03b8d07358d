package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The control: replies that are not what the contract says must be noticed. */
class ContractTest {

    private static final String SIGN_UP = "/gatherings/gath_1/registrations";
    private static final String CONFIRMED = """
        {'id':'reg_1','activityId':'gath_1','group':'all','status':'confirmed',
         'ticket':'abc','ticketUrl':'/tickets/abc.svg',
         'calendarUrl':'/gatherings/gath_1/registrations/reg_1/calendar.ics',
         'manageUrl':'/m/reg_1','token':'0123456789abcdef','person':{'name':'韩梅梅','email':'han@example.com'},
         'answers':{'diet':'none','topics':['ai'],'years':3},'createdAt':'2026-12-05T14:00:00+08:00','version':1}\
        """;

    private final Map<String, List<String>> headers = new HashMap<>(Map.of(
            "Content-Type", List.of("application/json"),
            "X-Content-Type-Options", List.of("nosniff"),
            "Referrer-Policy", List.of("no-referrer"),
            "Cache-Control", List.of("no-store")));

    @Test
    void a_good_reply_passes() {
        assertEquals(List.of(), objections(201, Json.of(CONFIRMED)));
    }

    @Test
    void a_reply_that_differs_is_noticed() {
        noticed(reply -> reply.remove("ticket"));
        noticed(reply -> reply.remove("token"));
        noticed(reply -> reply.put("surprise", 1));
        noticed(reply -> reply.put("status", "waitlisted"));
        noticed(reply -> reply.put("status", "let in"));
        noticed(reply -> reply.put("waitlistPosition", 3));
        noticed(reply -> reply.put("createdAt", "2026-12-05T14:00:00"));
        noticed(reply -> reply.put("version", "1"));
        noticed(reply -> reply.put("id", "1"));
        noticed(reply -> reply.withObject("/person").put("phone", "13800000001"));
        noticed(reply -> reply.withObject("/person").put("document", "1"));
    }

    @Test
    void a_header_that_is_missing_is_noticed() {
        for (String name : List.of("X-Content-Type-Options", "Referrer-Policy", "Cache-Control")) {
            List<String> kept = headers.remove(name);
            assertFalse(objections(201, Json.of(CONFIRMED)).isEmpty(), name);
            headers.put(name, kept);
        }
        headers.put("Content-Type", List.of("text/plain"));
        assertFalse(objections(201, Json.of(CONFIRMED)).isEmpty());
    }

    @Test
    void a_status_or_code_that_is_not_foreseen_is_noticed() {
        JsonNode problem =
                Json.of("{'type':'about:blank','title':'t','status':409,'detail':'d','code':'activity.full'}");
        assertFalse(objections(409, problem).isEmpty(), "a problem has a content type of its own");

        headers.put("Content-Type", List.of("application/problem+json"));
        assertEquals(List.of(), objections(409, problem));
        assertFalse(objections(418, problem).isEmpty());
        assertFalse(objections(409, ((ObjectNode) problem).put("code", "cancel.too_late"))
                .isEmpty());
    }

    private void noticed(Consumer<ObjectNode> change) {
        ObjectNode reply = (ObjectNode) Json.of(CONFIRMED);
        change.accept(reply);
        assertFalse(objections(201, reply).isEmpty(), reply::toString);
    }

    private List<String> objections(int status, JsonNode body) {
        HttpHeaders all = HttpHeaders.of(headers, (name, value) -> true);
        return Contract.objectionsTo(
                "POST", SIGN_UP, new Reply("", status, all, body.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
