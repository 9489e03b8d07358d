package yunhe.bench.cost;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import yunhe.local.delivery.Activity;
import yunhe.local.delivery.Poller;
import yunhe.local.functions.LocalFunction;
import yunhe.local.mailbox.Mailbox;
import yunhe.local.queues.QueueServer;
import yunhe.local.queues.Queues;
import yunhe.local.state.DataFolder;
import yunhe.local.streams.Streams;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.simulation.SimulatedClock;
import yunhe.testkit.staff.Call;
import yunhe.testkit.template.LocalNames;
import yunhe.testkit.template.Resource;
import yunhe.testkit.template.Template;
import yunhe.testkit.template.Tree;

/**
 * Every function of the template in this process, metered. Nothing moves by itself: streams and the queue are emptied
 * when asked, so that the same actions always make the same batches.
 */
final class Deployment implements AutoCloseable {

    static final String FUNCTION = "AWS::Serverless::Function";
    private static final JsonMapper JSON = new JsonMapper();
    private static final long SEED = 1;

    /** A stream may answer with nothing and have more. */
    private static final int QUIET_ROUNDS = 3;

    final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-12-01T02:00:00Z"));
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("function").daemon().factory());
    private final QueueServer queues = QueueServer.start(Optional.empty());
    private final Mailbox mailbox = Mailbox.start(clock, Optional.empty());
    private final Template template = Template.read(
            Template.find(),
            Map.of(
                    "OidcIssuer", "https://issuer.example.org",
                    "PublicUrl", "https://yunhe.example.org",
                    "SmtpHost", "127.0.0.1",
                    "SmtpPort", Integer.toString(mailbox.smtpPort()),
                    "SmtpSecurity", "none"),
            new Names(queues));
    private final EmbeddedStore store = EmbeddedStore.inMemory(template);
    private final Map<String, MeteredFunction> functions = new LinkedHashMap<>();
    private final List<Poller> pollers = new ArrayList<>();
    private int mailsBefore;
    private int requests;

    Deployment() {
        queues.create(template);
        var world =
                new MeteredFunction.World(store.client(), queues.client(), clock, new SplittableRandom(SEED), thread);
        var streams = new Streams(store, queues, DataFolder.of(Optional.empty()), clock, new Activity());
        var sources = new Queues(queues, new Activity());
        for (var resource : template.ofType(FUNCTION)) {
            var function = new MeteredFunction(world, resource);
            functions.put(resource.logicalId(), function);
            var called = new LocalFunction(resource.logicalId(), function, Duration.ofMinutes(1));
            events(resource).forEach((name, event) -> {
                var properties = new HashMap<>(Tree.map(event.get("Properties"), name));
                switch (Tree.text(event, "Type", name)) {
                    case "DynamoDB" -> pollers.add(streams.reader(name, properties, called, template));
                    case "SQS" -> {
                        properties.put("ScalingConfig", Map.of("MaximumConcurrency", 1));
                        pollers.add(sources.poller(name, properties, called, template));
                    }
                    default -> {} // Called by their routes and their schedules, below.
                }
            });
        }
    }

    /** As it is written, for whoever only reads it. */
    static Template template() {
        return Template.read(Template.find(), Map.of("OidcIssuer", "https://issuer.example.org"), new LocalNames());
    }

    static Map<String, Map<String, Object>> events(Resource function) {
        var events = new LinkedHashMap<String, Map<String, Object>>();
        Tree.map(function.properties().get("Events"), function.where())
                .forEach((name, event) -> events.put(name, Tree.map(event, function.where())));
        return events;
    }

    /** A request to the API; fails unless this is the answer's status. */
    JsonNode ask(String function, int status, Call call) {
        requests++;
        var answer = call(function, call.header("host", "yunhe.example.org").event());
        if (!(answer instanceof APIGatewayV2HTTPResponse response) || response.getStatusCode() != status) {
            throw new IllegalStateException(function + " answered " + answer + " to " + call.event());
        }
        var body = response.getBody();
        try {
            return body == null || !body.startsWith("{") ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(function + " answered " + body, cause);
        }
    }

    void tick(String function) {
        call(function, Map.of());
    }

    /** Delivers what streams and the queue hold, until they hold nothing. */
    void settle() {
        int quiet = 0;
        while (quiet < QUIET_ROUNDS) {
            quiet = deliver() ? 0 : quiet + 1;
        }
    }

    private boolean deliver() {
        boolean moved = false;
        for (var poller : pollers) {
            for (var found = poller.step(); found != Poller.Found.NOTHING; found = poller.step()) {
                moved = true;
                rest(found);
            }
        }
        return moved;
    }

    /** What was taken since the last time that somebody asked. */
    Usage taken() {
        var spent = new HashMap<String, Spent>();
        functions.forEach((id, function) -> {
            var taken = function.taken();
            if (taken.invocations() > 0) {
                spent.put(id, taken);
            }
        });
        int mails = mailbox.mails().size();
        var usage = new Usage(requests, mails - mailsBefore, spent);
        requests = 0;
        mailsBefore = mails;
        return usage;
    }

    private Object call(String function, Object event) {
        var called = functions.get(function);
        if (called == null) {
            throw new IllegalArgumentException("the template has no " + function);
        }
        var answer = called.handleRequest(event, null);
        return answer == null ? "nothing" : answer;
    }

    private static void rest(Poller.Found found) {
        try {
            TimeUnit.MILLISECONDS.sleep(found == Poller.Found.IN_FLIGHT ? 1 : 0);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("wait for a delivery", stop);
        }
    }

    @Override
    public void close() {
        pollers.forEach(Poller::close);
        thread.shutdown();
        mailbox.close();
        store.close();
        queues.close();
    }

    /** A queue is addressed by its URL. */
    private static final class Names extends LocalNames {
        private static final String QUEUE = "AWS::SQS::Queue";

        private final QueueServer queues;

        Names(QueueServer queues) {
            this.queues = queues;
        }

        @Override
        public String ref(String logicalId, String type) {
            return type.equals(QUEUE) ? queues.url(logicalId) : super.ref(logicalId, type);
        }

        @Override
        public String attribute(String logicalId, String type, String attribute) {
            return type.equals(QUEUE) && attribute.equals("Arn")
                    ? QueueServer.arn(logicalId)
                    : super.attribute(logicalId, type, attribute);
        }
    }
}
