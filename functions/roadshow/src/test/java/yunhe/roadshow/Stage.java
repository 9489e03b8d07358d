package yunhe.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import yunhe.core.shared.Environment;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Faults;
import yunhe.testkit.simulation.SimulatedClock;

/** Both handlers of roadshows on an embedded store, called as the gateway calls them. */
final class Stage implements AutoCloseable {

    static final String SLOTS = "\"slots\":[{\"startsAt\":\"2026-12-05T15:00:00+08:00\","
            + "\"endsAt\":\"2026-12-05T15:15:00+08:00\"}],\"tables\":2";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final EmbeddedStore store = EmbeddedStore.start();
    private final Faults faults = Faults.in(store.client());
    // Shared by threads: the plain generators would hand two of them one number.
    private final Environment environment = new Environment(
            Map.of(
                    "ACTIVITIES_TABLE", store.tableName("ActivitiesTable"),
                    "NOTICES_TABLE", store.tableName("NoticesTable"),
                    "RETENTION_DAYS", "180",
                    "PHONE_REGION", "CN",
                    "SMS_CHANNEL", "webhook",
                    "IDENTITY_SECRET", "identity of a test",
                    "SIGNING_SECRET_1", "first of a test",
                    "SIGNING_SECRET_2", "second of a test",
                    "SIGNING_KEY", "1"),
            new SimulatedClock(Instant.parse("2026-11-23T02:00:00Z")),
            new SecureRandom());
    private final RoadshowHandler visitors = new RoadshowHandler(environment, store.client());
    private final RoadshowAdminHandler organisers = new RoadshowAdminHandler(environment, store.client());
    private final RoadshowHandler unluckyVisitors = new RoadshowHandler(environment, faults.client());
    private final RoadshowAdminHandler unluckyOrganisers = new RoadshowAdminHandler(environment, faults.client());

    /** Lets calls of {@link #unluckyVisitor} and {@link #unluckyOrganiser} fail. */
    Faults faults() {
        return faults;
    }

    Answer visitor(String method, String path, String body) {
        return answer(visitors.handleRequest(event(method, path, body), null));
    }

    Answer unluckyVisitor(String method, String path, String body) {
        return answer(unluckyVisitors.handleRequest(event(method, path, body), null));
    }

    Answer organiser(String method, String path, String body) {
        return answer(organisers.handleRequest(asOrganiser(event(method, path, body)), null));
    }

    Answer unluckyOrganiser(String method, String path, String body) {
        return answer(unluckyOrganisers.handleRequest(asOrganiser(event(method, path, body)), null));
    }

    /** A published one; returns its id. */
    String roadshow() {
        var draft = organiser("POST", "/admin/roadshows", """
            {"title":{"zh":"示例路演","en":"Sample roadshow"},
             "startsAt":"2026-12-05T14:00:00+08:00","endsAt":"2026-12-05T17:00:00+08:00",
             "groups":[{"id":"project","capacity":50},{"id":"investor","capacity":50},
                       {"id":"audience","capacity":50}]}
            """);
        assertEquals(201, draft.status(), draft.body());
        var id = draft.text("id");
        assertEquals(
                200,
                organiser("POST", "/admin/roadshows/" + id + "/publish", "").status());
        return id;
    }

    Guest project(String roadshow, int number) {
        return signUp(roadshow, "project", number, "\"profile\":{\"sectors\":[\"ai\"],\"stage\":\"seed\"},");
    }

    Guest investor(String roadshow, int number) {
        return signUp(roadshow, "investor", number, "\"profile\":{\"sectors\":[\"ai\"],\"stages\":[\"seed\"]},");
    }

    Guest listener(String roadshow, int number) {
        return signUp(roadshow, "audience", number, "");
    }

    private Guest signUp(String roadshow, String group, int number, String profile) {
        var answer = visitor(
                "POST", "/roadshows/" + roadshow + "/registrations", """
                    {"group":"%s","person":{"name":"示例","email":"%s%d@example.com","organisation":"示例公司"},
                     %s"consent":true}
                    """.formatted(group, group, number, profile));
        assertEquals(201, answer.status(), answer.body());
        return new Guest(roadshow, answer.text("id"), answer.text("token"));
    }

    /** Returns the draft's id. */
    String draft(String roadshow) {
        var made = organiser("POST", timetable(roadshow), "{" + SLOTS + "}");
        assertEquals(201, made.status(), made.body());
        return made.text("id");
    }

    static String timetable(String roadshow) {
        return "/admin/roadshows/" + roadshow + "/timetable";
    }

    static String publication(String roadshow, String draft) {
        return timetable(roadshow) + "/" + draft + "/publish";
    }

    static String ranked(List<Guest> guests) {
        return guests.stream()
                .map(guest -> '"' + guest.id() + '"')
                .collect(Collectors.joining(",", "{\"ranked\":[", "]}"));
    }

    @Override
    public void close() {
        store.close();
    }

    private static APIGatewayV2HTTPEvent asOrganiser(APIGatewayV2HTTPEvent event) {
        event.getRequestContext()
                .setAuthorizer(RequestContext.Authorizer.builder()
                        .withJwt(RequestContext.Authorizer.JWT
                                .builder()
                                .withClaims(Map.of("sub", "mei", "roles", "[organiser]"))
                                .build())
                        .build());
        return event;
    }

    private static APIGatewayV2HTTPEvent event(String method, String path, String body) {
        int question = path.indexOf('?');
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(question < 0 ? path : path.substring(0, question))
                .withRawQueryString(question < 0 ? "" : path.substring(question + 1))
                .withHeaders(new HashMap<>(Map.of("content-type", "application/json")))
                .withBody(body)
                .withRequestContext(RequestContext.builder()
                        .withDomainName("yunhe.example.org")
                        .withHttp(RequestContext.Http.builder()
                                .withMethod(method)
                                .withPath(path)
                                .build())
                        .build())
                .build();
    }

    private static Answer answer(APIGatewayV2HTTPResponse response) {
        return new Answer(response.getStatusCode(), response.getBody());
    }

    /** Somebody with a manage link. */
    record Guest(String roadshow, String id, String token) {

        String path(String what) {
            return "/roadshows/" + roadshow + "/registrations/" + id + what + "?token=" + token;
        }
    }

    /** What came back. */
    record Answer(int status, String body) {

        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (JsonProcessingException cause) {
                throw new AssertionError("no JSON: " + body, cause);
            }
        }

        String text(String name) {
            return json().path(name).asText();
        }

        String code() {
            return text("code");
        }

        List<String> ranked() {
            return json().path("ranked").valueStream().map(JsonNode::asText).toList();
        }
    }
}
