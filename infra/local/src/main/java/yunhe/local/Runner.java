package yunhe.local;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import yunhe.local.delivery.Activity;
import yunhe.local.delivery.Settling;
import yunhe.local.delivery.Wakeful;
import yunhe.local.desk.Desk;
import yunhe.local.desk.Time;
import yunhe.local.functions.Handlers;
import yunhe.local.gateway.GatewaySetup;
import yunhe.local.gateway.HttpServer;
import yunhe.local.gateway.RateLimit;
import yunhe.local.issuer.Issuer;
import yunhe.local.issuer.Tokens;
import yunhe.local.mailbox.Mailbox;
import yunhe.local.mailbox.TextMessages;
import yunhe.local.queues.QueueServer;
import yunhe.local.queues.Queues;
import yunhe.local.schedules.Schedules;
import yunhe.local.state.DataFolder;
import yunhe.local.state.MovableClock;
import yunhe.local.state.Secrets;
import yunhe.local.streams.Streams;
import yunhe.local.streams.WrittenTables;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.template.Resource;
import yunhe.testkit.template.Template;
import yunhe.testkit.template.TemplateException;
import yunhe.testkit.template.Tree;

/** The whole system of the template in this process. Closing stops it. */
public final class Runner implements AutoCloseable {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    private final Deque<AutoCloseable> parts;
    private final String url;
    private final EmbeddedStore store;
    private final QueueServer queues;
    private final Template template;

    private Runner(Options options, Deque<AutoCloseable> parts) {
        this.parts = parts;
        SQLITE.setLevel(Level.SEVERE);
        SecureRandom random = new SecureRandom();
        DataFolder data = DataFolder.of(options.data());
        MovableClock clock = new MovableClock(Clock.systemUTC(), data);
        Secrets secrets = new Secrets(data, random);

        HttpServer http = part(HttpServer.listen(options.port()));
        this.url = http.url();
        this.queues = part(QueueServer.start(data.folder("queues")));
        Mailbox mailbox = part(Mailbox.start(clock, data.folder("mails")));
        Map<String, String> settings = Settings.of(options, url, mailbox.smtpPort());
        this.template = Template.read(options.template(), settings, new Names(queues, secrets));
        KnownTypes.check(template);
        template.brokenRules().stream().findFirst().ifPresent(rule -> {
            throw new TemplateException(rule);
        });
        queues.create(template);
        this.store = part(store(data));

        Activity activity = new Activity();
        Schedules schedules = part(new Schedules(clock, queues, activity));
        GatewaySetup gateway = new GatewaySetup(
                clock, options.has(Options.Extra.RATE_LIMIT) ? Optional.of(limit()) : Optional.empty(), activity);
        Streams streams = new Streams(store, queues, data, clock, activity);
        Pollers pollers = part(new Pollers());
        Handlers handlers = new Handlers(store(pollers), queues(pollers), clock, random);
        pollers.add(new Wiring(
                        template,
                        handlers,
                        new Wiring.Sources(gateway, streams, new Queues(queues, activity), schedules))
                .connect());

        Tokens tokens = new Tokens(url + Issuer.PATH, audience(), Clock.systemUTC(), data);
        http.serve(
                new Desk(new Desk.Parts(
                        mailbox,
                        new TextMessages(secrets.value("SmsWebhookSecret"), data),
                        new Time(clock, schedules),
                        new Settling(pollers.all(), activity),
                        new Issuer(tokens, random),
                        tokens)),
                gateway);
        pollers.start();
        schedules.start();
        if (options.has(Options.Extra.SAMPLES)) {
            new Samples(url, tokens, clock).makeIfNone();
        }
    }

    public static Runner start(Options options) {
        Deque<AutoCloseable> started = new ArrayDeque<>();
        try {
            return new Runner(options, started);
        } catch (RuntimeException | Error fault) {
            stop(started);
            throw fault;
        }
    }

    /** Where it answers, without a slash at the end. */
    public String url() {
        return url;
    }

    /** The store itself, for tests that look behind the API. */
    public EmbeddedStore store() {
        return store;
    }

    /** The queues themselves, for tests that look behind the API. */
    public SqsClient queueClient() {
        return queues.client();
    }

    /** What the template's names stand for here. */
    public Template template() {
        return template;
    }

    private EmbeddedStore store(DataFolder data) {
        return data.folder("store")
                .map(folder -> EmbeddedStore.onDisk(template, folder))
                .orElseGet(() -> EmbeddedStore.inMemory(template));
    }

    private DynamoDbClient store(Pollers pollers) {
        return Wakeful.client(
                DynamoDbClient.class,
                store.client(),
                request -> WrittenTables.of(request).forEach(table -> pollers.wake(Streams.readersOf(table))));
    }

    private SqsClient queues(Pollers pollers) {
        return Wakeful.client(SqsClient.class, queues.client(), request -> {
            if (request instanceof SendMessageRequest || request instanceof SendMessageBatchRequest) {
                pollers.wake(Queues.POLLERS);
            }
        });
    }

    private RateLimit limit() {
        Map<String, Object> settings = template.ofType("AWS::Serverless::HttpApi").stream()
                .findFirst()
                .map(Resource::properties)
                .map(properties -> Tree.map(properties.get("DefaultRouteSettings"), "DefaultRouteSettings"))
                .orElse(Map.of());
        int rate = Tree.number(settings, "ThrottlingRateLimit", 10_000);
        return new RateLimit(rate, Tree.number(settings, "ThrottlingBurstLimit", rate));
    }

    private String audience() {
        return template.parameter("OidcAudience").orElse("yunhe");
    }

    private <T extends AutoCloseable> T part(T part) {
        parts.push(part);
        return part;
    }

    /** In the opposite order of starting. */
    @Override
    public void close() {
        stop(parts);
    }

    private static void stop(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception cause) {
                throw new IllegalStateException("stop the local runner", cause);
            }
        }
    }
}
