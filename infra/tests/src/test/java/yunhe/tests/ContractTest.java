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

    @Test
    void a_roadshow_is_held_against_what_it_shares_with_a_gathering_and_has_no_kind() {
        JsonNode roadshow = Json.of("""
            {'id':'show_1','title':{'zh':'路演'},'timeZone':'Asia/Shanghai','state':'open','approval':'automatic',
             'startsAt':'2026-12-05T14:00:00+08:00','endsAt':'2026-12-05T17:00:00+08:00',
             'registrationClosesAt':'2026-12-05T14:00:00+08:00','cancelUntil':'2026-12-05T14:00:00+08:00',
             'groups':[{'id':'project','title':{'zh':'项目方'},'capacity':3,'free':3,'waiting':0}],
             'waitlist':{'capacity':50}}\
            """);
        headers.put("ETag", List.of("\"1\""));

        assertEquals(List.of(), objections("GET", "/roadshows/show_1", 200, roadshow));
        for (String change : List.of("{'kind':'salon'}", "{'id':'gath_1'}", "{'surprise':1}")) {
            ObjectNode changed = roadshow.deepCopy();
            changed.setAll((ObjectNode) Json.of(change));
            assertFalse(objections("GET", "/roadshows/show_1", 200, changed).isEmpty(), change);
        }
        ObjectNode gathering = roadshow.deepCopy();
        gathering.put("id", "gath_1").put("kind", "salon");
        assertEquals(List.of(), objections("GET", "/gatherings/gath_1", 200, gathering));
        gathering.remove("kind");
        assertFalse(objections("GET", "/gatherings/gath_1", 200, gathering).isEmpty(), "without its kind");
    }

    @Test
    void a_directory_that_says_too_much_is_noticed() {
        String path = "/roadshows/show_1/directory";
        String entry = "{'id':'reg_1','organisation':'示例资本','sectors':['ai'],'stages':[]%s}";
        assertEquals(List.of(), objections("GET", path, 200, directory(entry.formatted(""))));
        for (String more :
                List.of("'name':'韩梅梅'", "'email':'a@b.c'", "'ticketMin':1", "'seeking':1", "'deckUrl':'x'")) {
            JsonNode reply = directory(entry.formatted("," + more));
            assertFalse(objections("GET", path, 200, reply).isEmpty(), more);
        }
    }

    private static JsonNode directory(String entry) {
        return Json.of("{'items':[" + entry + "],'next':null}");
    }

    private void noticed(Consumer<ObjectNode> change) {
        ObjectNode reply = (ObjectNode) Json.of(CONFIRMED);
        change.accept(reply);
        assertFalse(objections(201, reply).isEmpty(), reply::toString);
    }

    private List<String> objections(int status, JsonNode body) {
        return objections("POST", SIGN_UP, status, body);
    }

    private List<String> objections(String method, String path, int status, JsonNode body) {
        HttpHeaders all = HttpHeaders.of(headers, (name, value) -> true);
        return Contract.objectionsTo(
                method, path, new Reply("", status, all, body.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
