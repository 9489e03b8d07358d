package yunhe.gatherings;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Promote;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.shared.Environment;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Faults;

/** Both handlers on an embedded store, called as the gateway calls them. */
final class Deployment implements AfterAllCallback {

    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final EmbeddedStore store = EmbeddedStore.start();
    private final Faults faults = Faults.in(store.client());
    private final MovableClock clock = new MovableClock();
    private final Environment environment = new Environment(
            Map.of(
                    "ACTIVITIES_TABLE", store.tableName("ActivitiesTable"),
                    "NOTICES_TABLE", store.tableName("NoticesTable"),
                    "LODGING_TABLE", store.tableName("LodgingTable"),
                    "RETENTION_DAYS", "180",
                    "PHONE_REGION", "CN",
                    "SMS_CHANNEL", "webhook",
                    "IDENTITY_SECRET", "identity of a test",
                    "SIGNING_SECRET_1", "first of a test",
                    "SIGNING_SECRET_2", "second of a test",
                    "SIGNING_KEY", "1"),
            clock,
            new SplittableRandom(1));
    private final GatheringsHandler visitors = new GatheringsHandler(environment, faults.client());
    private final GatheringsAdminHandler organisers = new GatheringsAdminHandler(environment, store.client());

    Environment environment() {
        return environment;
    }

    EmbeddedStore store() {
        return store;
    }

    /** Lets calls of the visitors' handler fail. */
    Faults faults() {
        return faults;
    }

    void passTime(Duration duration) {
        clock.now = clock.now.plus(duration);
    }

    Instant now() {
        return clock.now;
    }

    Answer visitor(String method, String path, String body, String... headers) {
        return answer(visitors.handleRequest(event(method, path, body, headers), null));
    }

    Answer get(String path, String... headers) {
        return visitor("GET", path, "", headers);
    }

    Answer form(String path, String form, String... headers) {
        return visitor("POST", path, form, withType(headers, "application/x-www-form-urlencoded"));
    }

    Answer json(String method, String path, String body, String... headers) {
        return visitor(method, path, body, withType(headers, "application/json; charset=utf-8"));
    }

    Answer organiser(String method, String path, String body, String... headers) {
        return as("[organiser]", method, path, body, headers);
    }

    Answer as(String roles, String method, String path, String body, String... headers) {
        var event = event(method, path, body, withType(headers, "application/json"));
        event.getRequestContext()
                .setAuthorizer(RequestContext.Authorizer.builder()
                        .withJwt(RequestContext.Authorizer.JWT
                                .builder()
                                .withClaims(Map.of("sub", "mei", "roles", roles))
                                .build())
                        .build());
        return answer(organisers.handleRequest(event, null));
    }

    Answer nobody(String method, String path) {
        return answer(organisers.handleRequest(event(method, path, ""), null));
    }

    /** Moves the line up, as the stream would. */
    void promote(String activity, String group) {
        var table = store.tableName("ActivitiesTable");
        var random = environment.random();
        var published =
                new PublishedActivities(new DynamoActivities(store.client(), table, random), clock, Duration.ZERO);
        new Promote(published, new DynamoRegistrations(store.client(), table, random), clock)
                .promote(ActivityId.parse(activity).orElseThrow(), group);
    }

    /** A published gathering with whatever differs from {@link Bodies#gathering}. */
    String published(String... changes) {
        var draft = organiser("POST", "/admin/gatherings", Bodies.gathering(changes));
        var id = draft.json().path("id").asText();
        passTime(Duration.ofSeconds(1));
        organiser("POST", "/admin/gatherings/" + id + "/publish", "");
        passTime(Duration.ofSeconds(1));
        return id;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        store.close();
    }

    private static String[] withType(String[] headers, String type) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "content-type";
        all[headers.length + 1] = type;
        return all;
    }

    private static APIGatewayV2HTTPEvent event(String method, String path, String body, String... headers) {
        int question = path.indexOf('?');
        var map = new HashMap<String, String>();
        for (int i = 0; i < headers.length; i += 2) {
            map.putIfAbsent(headers[i].toLowerCase(Locale.ROOT), headers[i + 1]);
        }
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(question < 0 ? path : path.substring(0, question))
                .withRawQueryString(question < 0 ? "" : path.substring(question + 1))
                .withHeaders(map)
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
        return new Answer(response.getStatusCode(), response.getHeaders(), response.getBody());
    }

    /** What came back. */
    record Answer(int status, Map<String, String> headers, String body) {

        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (JsonProcessingException cause) {
                throw new AssertionError("no JSON: " + body, cause);
            }
        }

        ObjectNode object() {
            return (ObjectNode) json();
        }

        String text(String name) {
            return json().path(name).asText();
        }

        String code() {
            return text("code");
        }

        /** As in {@code person.name required, group unknown_group}. */
        String errors() {
            var all = new TreeSet<String>();
            json().path("errors")
                    .forEach(it -> all.add(
                            it.path("field").asText() + " " + it.path("code").asText()));
            return String.join(", ", all);
        }
    }

    private static final class MovableClock extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
