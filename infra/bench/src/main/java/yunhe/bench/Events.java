package yunhe.bench;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Group;
import yunhe.core.activity.RegistrationId;
import yunhe.core.lodging.StationId;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.UnsubscribeTokens;
import yunhe.dynamo.lodging.DynamoStations;
import yunhe.gatherings.GatheringsHandler;
import yunhe.notifications.OutboxHandler;
import yunhe.testkit.StaySamples;
import yunhe.testkit.template.Resource;

/**
 * One event after the other for each function of the template: what it gets most, and such that it has to do its work.
 * A sign-up takes a place, a ticket admits, a notice becomes a mail.
 */
final class Events {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int PLACES = 100_000;
    private static final String AUDIENCE = "audience";

    /** Doors are open, and sign-up does not close during the benchmark. */
    private static final Duration STARTS_IN = Duration.ofMinutes(100);

    private final Surroundings surroundings;
    private final RandomGenerator random = new SecureRandom();
    private final AtomicInteger people = new AtomicInteger();
    private final String gathering;
    private final String roadshow;
    private final StationId station;
    private final GatheringsHandler signUps;
    private final OutboxHandler outbox;
    private final Environment environment;

    Events(Surroundings surroundings) {
        this.surroundings = surroundings;
        var store = surroundings.store();
        // Its sample begins a week after the clock's time.
        var clock = Clock.offset(Clock.systemUTC(), STARTS_IN.minus(Duration.ofDays(7)));
        this.gathering = store.publish(ActivityType.GATHERING, Gathering.details(clock, PLACES, 0), clock);
        this.roadshow = store.publish(ActivityType.ROADSHOW, roadshow(clock), clock);
        this.station = StationId.fresh(random);
        new DynamoStations(store.client(), "LodgingTable", random)
                .create(
                        station,
                        StaySamples.station(StaySamples.policy(), "single:10000"),
                        new Activities.Actor("bench", Clock.systemUTC().instant()));
        this.environment = environment("GatheringsFunction");
        this.signUps = new GatheringsHandler(environment, store.client());
        this.outbox = new OutboxHandler(environment("OutboxFunction"), surroundings.queues());
    }

    Supplier<String> of(Resource function) {
        return switch (function.logicalId()) {
            case "PagesFunction" ->
                () -> HttpEvents.request("GET", "/g/" + gathering).page().withoutBody();
            case "GatheringsFunction" -> () -> signUp(people.getAndIncrement());
            case "GatheringsAdminFunction" -> admin("/admin/gatherings/" + gathering);
            case "PromoterFunction" -> () -> streamed("""
                {"type":{"S":"seats"},"activity":{"S":"%s"},"group":{"S":"%s"},"capacity":{"N":"100"},
                 "taken":{"N":"1"},"waiting":{"N":"1"}}\
                """.formatted(gathering, Gathering.GROUP));
            case "RoadshowFunction" ->
                () -> SignUpEvents.signUp("/roadshows/" + roadshow, AUDIENCE, people.getAndIncrement());
            case "RoadshowAdminFunction" -> admin("/admin/roadshows/" + roadshow);
            case "RoadshowConsoleFunction" ->
                () -> HttpEvents.request("GET", "/console").page().withoutBody();
            case "LodgingFunction" -> () -> booking(people.getAndIncrement());
            case "LodgingAdminFunction" -> admin("/admin/stations/" + station.value());
            case "VacancyFunction" -> () -> streamed("""
                {"type":{"S":"station"},"id":{"S":"%s"},"version":{"N":"2"}}\
                """.formatted(station.value()));
            case "CheckinFunction" ->
                () -> HttpEvents.request("POST", "/checkins")
                        .by("staff")
                        .body("{\"ticket\":\"%s\",\"device\":\"bench\",\"nonce\":\"bench\"}"
                                .formatted(signedUp().get("ticket").asText()));
            case "DoorFunction" ->
                () -> HttpEvents.request("GET", "/door").page().withoutBody();
            case "RemindersFunction", "LodgingTickFunction", "DigestFunction" -> () -> "{}";
            case "OutboxFunction" -> () -> streamed(image(signedUp()));
            case "NotifierFunction" -> this::queued;
            case "NoticesFunction" -> admin("/admin/notices");
            case "UnsubscribeFunction" -> this::unsubscribe;
            default -> throw new IllegalStateException("no event for " + function.where());
        };
    }

    private String signUp(int person) {
        return SignUpEvents.signUp("/gatherings/" + gathering, Gathering.GROUP, person);
    }

    private String booking(int person) {
        var today = LocalDate.now(StaySamples.HANGZHOU);
        return HttpEvents.request("POST", "/stays")
                .header("idempotency-key", "bench-" + person)
                .body("""
                    {"stationId":"%s","roomType":"single","arrive":"%s","depart":"%s","locale":"zh","consent":true,\
                    "person":{"name":"韩梅梅","email":"guest%d@example.com"}}\
                    """.formatted(station.value(), today.plusDays(1), today.plusDays(4), person));
    }

    /** The gathering as a roadshow, which has no kind and groups of its own. */
    private static ActivityDetails roadshow(Clock clock) {
        var details = Gathering.details(clock, PLACES, 0);
        var admission = details.admission();
        return new ActivityDetails(
                Optional.empty(),
                details.headline(),
                details.times(),
                new ActivityDetails.Admission(
                        admission.approval(),
                        List.of(new Group(AUDIENCE, new Bilingual("听众", "Audience"), PLACES, Optional.empty())),
                        admission.waitlist(),
                        admission.eligibility()),
                details.questions(),
                details.reminders());
    }

    private static Supplier<String> admin(String path) {
        return () -> HttpEvents.request("GET", path).by("admin").withoutBody();
    }

    @SuppressWarnings("NullAway") // The handler does not look at its context.
    private JsonNode signedUp() {
        var event = parsed(signUp(people.getAndIncrement()), APIGatewayV2HTTPEvent.class);
        return tree(signUps.handleRequest(event, null).getBody());
    }

    private String unsubscribe() {
        var id = signedUp().get("id").asText();
        var token = new UnsubscribeTokens(Secrets.signing(environment))
                .tokenFor(RegistrationId.parse(id).orElseThrow());
        return HttpEvents.request("GET", "/unsubscribe/" + id)
                .query("token", token)
                .page()
                .withoutBody();
    }

    /** What the outbox makes of a new registration, as the queue hands it on. */
    @SuppressWarnings("NullAway") // The handler does not look at its context.
    private String queued() {
        outbox.handleRequest(parsed(streamed(image(signedUp())), DynamodbEvent.class), null);
        var queue = environment("OutboxFunction").require("NOTICES_QUEUE_URL");
        var message = surroundings
                .queues()
                .receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(5))
                .messages()
                .getFirst();
        surroundings.queues().deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
        var event = JsonNodeFactory.instance.objectNode();
        var record = event.putArray("Records")
                .addObject()
                .put("messageId", message.messageId())
                .put("receiptHandle", message.receiptHandle())
                .put("body", message.body())
                .put("eventSource", "aws:sqs")
                .put("awsRegion", StoreOverHttp.REGION);
        record.putObject("attributes")
                .put("ApproximateReceiveCount", "1")
                .put("SentTimestamp", Long.toString(Clock.systemUTC().millis()));
        record.putObject("messageAttributes");
        return event.toString();
    }

    /** A record of the stream that tells of this item, new. */
    private static String streamed(String image) {
        return """
            {"Records":[{"eventID":"bench","eventName":"INSERT","eventVersion":"1.1","eventSource":"aws:dynamodb",
              "awsRegion":"us-east-1","dynamodb":{"ApproximateCreationDateTime":1796119200,
              "SequenceNumber":"100","SizeBytes":1,"StreamViewType":"NEW_AND_OLD_IMAGES","NewImage":%s}}]}\
            """.formatted(image);
    }

    /** The stored item. */
    private String image(JsonNode registration) {
        var id = registration.get("id").asText();
        var items = surroundings
                .store()
                .client()
                .scanPaginator(scan -> scan.tableName("ActivitiesTable")
                        .filterExpression("#type = :type AND id = :id")
                        .expressionAttributeNames(Map.of("#type", "type"))
                        .expressionAttributeValues(
                                Map.of(":type", AttributeValue.fromS("registration"), ":id", AttributeValue.fromS(id))))
                .items();
        return json(items.iterator().next()).toString();
    }

    private static JsonNode json(Map<String, AttributeValue> item) {
        var json = JsonNodeFactory.instance.objectNode();
        item.forEach((name, value) -> json.set(name, json(value)));
        return json;
    }

    private static JsonNode json(AttributeValue value) {
        var json = JsonNodeFactory.instance.objectNode();
        switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case BOOL -> json.put("BOOL", value.bool());
            case NUL -> json.put("NULL", true);
            case M -> json.set("M", json(value.m()));
            case L -> {
                var list = json.putArray("L");
                value.l().forEach(one -> list.add(json(one)));
            }
            default -> throw new IllegalStateException("no " + value.type() + " is stored");
        }
        return json;
    }

    private Environment environment(String function) {
        var resource = surroundings.functions().stream()
                .filter(it -> it.logicalId().equals(function))
                .findFirst()
                .orElseThrow();
        return new Environment(surroundings.variables(resource), Clock.systemUTC(), random);
    }

    private static <T> T parsed(String json, Class<T> type) {
        return LambdaEventSerializers.serializerFor(type, type.getClassLoader()).fromJson(json);
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("read " + json, cause);
        }
    }
}
