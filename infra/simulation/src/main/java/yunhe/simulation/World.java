package yunhe.simulation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.simulation.Step.Reader;
import yunhe.simulation.Step.Trouble;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.simulation.Change;
import yunhe.testkit.simulation.Image;
import yunhe.testkit.simulation.Invocation;
import yunhe.testkit.simulation.Processes;
import yunhe.testkit.simulation.SimulatedClock;
import yunhe.testkit.simulation.SimulatedQueue;
import yunhe.testkit.simulation.SimulatedStore;
import yunhe.testkit.simulation.SimulatedStream;

/** The service and everything around it: functions, store, stream, queue, letterbox, in simulated time. */
final class World {

    private static final Deployed DEPLOYED = Deployed.project();
    static final int SHARDS = 2;

    /** Work without which things are not at rest. */
    private static final Set<String> SOON = Set.of("move-up", "cancel-all", "announce");

    /** Every sixth address is refused for good. */
    private static final int UNREACHABLE_ONE_IN = 6;

    final SimulatedClock clock;
    final Processes processes;
    final SimulatedStore store;
    final SimulatedQueue queue;
    final Letterbox letterbox;
    final Functions functions;
    final List<Exchange> exchanges = new ArrayList<>();
    final List<String> story = new ArrayList<>();
    private final Map<Reader, SimulatedStream> streams = new EnumMap<>(Reader.class);
    private final Map<Invocation, Long> startedAfter = new HashMap<>();
    private final Tampering tampering;

    World(EmbeddedStore embedded, Plan plan, Tampering tampering) {
        this.tampering = tampering;
        clock = new SimulatedClock(plan.setting().when().now());
        processes = new Processes(clock);
        store = new SimulatedStore(embedded.client(), processes, clock);
        queue = new SimulatedQueue(clock, DEPLOYED.visibilityTimeout("NoticesQueue"));
        letterbox = new Letterbox(processes, clock, unreachable(plan.setting().people()));
        functions = new Functions(
                embedded,
                clock,
                plan.seed(),
                new Functions.Outside(store.client(), new NoticesQueue(processes, queue), letterbox, tampering));
        var table = embedded.tableName("ActivitiesTable");
        // As in any deployment that is not new, the schedule has got up to this hour.
        store.client()
                .putItem(it -> it.tableName(table)
                        .item(Map.of(
                                "pk", AttributeValue.fromS("due"),
                                "sk", AttributeValue.fromS("watermark"),
                                "type", AttributeValue.fromS("watermark"),
                                "version", AttributeValue.fromN("1"),
                                "until",
                                        AttributeValue.fromN(Long.toString(clock.instant()
                                                .truncatedTo(ChronoUnit.HOURS)
                                                .minusSeconds(3_600)
                                                .getEpochSecond())))));
        for (var reader : Reader.values()) {
            var wanted = DEPLOYED.wanted(function(reader));
            streams.put(
                    reader,
                    new SimulatedStream(
                            store.changes(),
                            change -> change.key().table().equals(table) && wanted.test(change),
                            SHARDS));
        }
    }

    private static Set<String> unreachable(int people) {
        return IntStream.range(0, people)
                .filter(person -> person % UNREACHABLE_ONE_IN == UNREACHABLE_ONE_IN - 1)
                .mapToObj(People::email)
                .collect(Collectors.toSet());
    }

    /** The number of the last change before it started. */
    long startedAfter(Invocation invocation) {
        return startedAfter.getOrDefault(invocation, 0L);
    }

    /** Everything that was ever started. */
    Set<Invocation> invocations() {
        return startedAfter.keySet();
    }

    /** Somebody calls; the listener hears of the answer, or that there was none. */
    Invocation http(Call call, int choice, Trouble trouble, Listener listener) {
        var from = clock.instant();
        long firstChange = store.lastChange();
        return start(call.caller().name() + " " + call.purpose(), apiFunction(call), trouble, (context, clock) -> {
            Optional<Exchange.Answer> answer = Optional.empty();
            try {
                var response = answer(call, choice, context);
                answer = Optional.of(new Exchange.Answer(response.getStatusCode(), Json.read(response.getBody())))
                        .filter(it -> !trouble.lost());
            } finally {
                var span = new Exchange.Span(from, clock.instant(), firstChange, store.lastChange());
                var exchange = new Exchange(call, span, answer);
                exchanges.add(exchange);
                tell(exchange);
                listener.hear(exchange);
            }
        });
    }

    private APIGatewayV2HTTPResponse answer(Call call, int choice, Context context) {
        return switch (apiFunction(call)) {
            case "CheckinFunction" -> {
                var instance = functions.checkin.take(choice);
                var response = instance.handleRequest(call.event(), context);
                functions.checkin.giveBack(instance);
                yield response;
            }
            case "GatheringsAdminFunction" -> {
                var instance = functions.admin.take(choice);
                var response = instance.handleRequest(call.event(), context);
                functions.admin.giveBack(instance);
                yield response;
            }
            default -> {
                var instance = functions.gatherings.take(choice);
                APIGatewayV2HTTPEvent event = call.event();
                var response = instance.handleRequest(event, context);
                functions.gatherings.giveBack(instance);
                yield response;
            }
        };
    }

    private static String apiFunction(Call call) {
        var path = call.sent().path();
        if (path.startsWith("/checkins")) {
            return "CheckinFunction";
        }
        return path.startsWith("/admin/") ? "GatheringsAdminFunction" : "GatheringsFunction";
    }

    boolean canDeliver(Reader reader, int choice) {
        return stream(reader).isReady(choice % SHARDS);
    }

    void deliver(Reader reader, int choice, int size, Trouble trouble) {
        int shard = choice % SHARDS;
        var stream = stream(reader);
        if (!stream.isReady(shard)) {
            return;
        }
        var batch = stream.take(shard, size);
        start(reader + " " + numbers(batch), function(reader), trouble, (context, clock) -> {
            Optional<StreamsEventResponse> answer = Optional.empty();
            try {
                answer = Optional.of(hear(reader, batch, choice, context));
            } finally {
                answer.ifPresentOrElse(
                        it -> checkpoint(stream, shard, batch, it, trouble.lost()), () -> stream.failed(shard));
            }
        });
    }

    private StreamsEventResponse hear(Reader reader, List<Change> batch, int choice, Context context) {
        var event = StreamEvents.of(batch);
        return switch (reader) {
            case OUTBOX -> {
                var instance = functions.outbox.take(choice);
                var answer = instance.handleRequest(event, context);
                functions.outbox.giveBack(instance);
                yield tampering.outboxAnswers(answer);
            }
            case PROMOTER -> {
                var instance = functions.promoter.take(choice);
                var answer = instance.handleRequest(event, context);
                functions.promoter.giveBack(instance);
                yield tampering.promoterAnswers(answer);
            }
        };
    }

    private static void checkpoint(
            SimulatedStream stream, int shard, List<Change> batch, StreamsEventResponse answer, boolean lost) {
        var failed = answer.getBatchItemFailures().stream()
                .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
                .collect(Collectors.toSet());
        batch.stream()
                .filter(change -> failed.contains(StreamEvents.sequenceNumber(change)))
                .findFirst()
                .ifPresentOrElse(first -> stream.failedFrom(shard, first), () -> stream.done(shard, batch, lost));
    }

    /** What could not be delivered is given up: nothing may rest on a delivery. */
    void loseWakeUps(int choice, int size) {
        int shard = choice % SHARDS;
        if (stream(Reader.PROMOTER).isReady(shard)) {
            tell("the promoter loses " + numbers(stream(Reader.PROMOTER).giveUp(shard, size)));
        }
    }

    void notify(int size, int choice, Trouble trouble) {
        var batch = queue.receive(size, new java.util.SplittableRandom(choice), trouble.lost());
        if (batch.isEmpty()) {
            return;
        }
        var ids = batch.stream().map(SimulatedQueue.Message::id).toList();
        start("notifier " + ids, "NotifierFunction", trouble, (context, clock) -> {
            var instance = functions.notifier.take(choice);
            var answer = instance.handleRequest(QueueEvents.of(batch), context);
            functions.notifier.giveBack(instance);
            queue.delete(QueueEvents.done(batch, answer));
        });
    }

    void tick(int choice, Trouble trouble) {
        if (!tampering.ticks()) {
            return;
        }
        start("tick", "RemindersFunction", trouble, (context, clock) -> {
            var instance = functions.reminders.take(choice);
            try {
                instance.handleRequest(Map.of(), context);
            } catch (yunhe.core.shared.StoreUnavailable away) {
                // The schedule comes again.
                tell("the tick failed");
            }
            functions.reminders.giveBack(instance);
        });
    }

    private Invocation start(String name, String function, Trouble trouble, Body body) {
        tell("starts: " + name + (trouble.equals(Trouble.NONE) ? "" : " " + trouble));
        var timeout = DEPLOYED.timeout(function);
        var context = TimeLeft.until(clock.instant().plus(timeout), clock);
        long before = store.lastChange();
        var invocation = processes.start(name, timeout, trouble.faults(), () -> body.run(context, clock));
        startedAfter.put(invocation, before);
        return invocation;
    }

    void go(int choice, int calls, Duration each) {
        var active = processes.active();
        if (active.isEmpty()) {
            return;
        }
        var process = active.get(choice % active.size());
        for (int call = 0; call < calls && !process.isOver(); call++) {
            clock.advance(each);
            processes.resume(process);
        }
        if (process.isDead()) {
            tell("dies: " + process + " at call " + process.calls());
        }
    }

    /** Everything under way goes on, turn by turn, to its end. */
    void finishAll() {
        while (!processes.active().isEmpty()) {
            processes.active().forEach(process -> {
                clock.advance(Duration.ofMillis(1));
                processes.resume(process);
            });
        }
    }

    /** When the next task is due that everybody waits for, or that looks after a line. */
    Optional<Instant> nextTask() {
        return tasks().filter(task -> SOON.contains(task.text("work")))
                .map(World::dueAt)
                .min(Instant::compareTo);
    }

    /** Whether a task that is still to be done is due now, and was not yet at that moment. */
    boolean becameDueAfter(Instant moment) {
        return tasks().map(World::dueAt).anyMatch(at -> at.isAfter(moment) && !at.isAfter(clock.instant()));
    }

    private Stream<Image> tasks() {
        return store.items().values().stream().filter(item -> item.is("task"));
    }

    private static Instant dueAt(Image task) {
        return Instant.parse(task.text("at"));
    }

    boolean isDrained() {
        return streams.values().stream().allMatch(SimulatedStream::isDrained);
    }

    private SimulatedStream stream(Reader reader) {
        return Optional.ofNullable(streams.get(reader)).orElseThrow();
    }

    private static String function(Reader reader) {
        return switch (reader) {
            case OUTBOX -> "OutboxFunction";
            case PROMOTER -> "PromoterFunction";
        };
    }

    private static String numbers(List<Change> batch) {
        return batch.stream().map(change -> "#" + change.number()).collect(Collectors.joining(" "));
    }

    private void tell(Exchange exchange) {
        var answer = exchange.answer()
                .map(it -> it.status() + " " + it.code() + it.text("id") + " " + it.text("status") + it.text("result"))
                .orElse("no answer");
        tell(exchange.call().caller().name() + " " + exchange.call().purpose() + " "
                + exchange.call().about() + exchange.call().key() + " -> " + answer);
    }

    void tell(String line) {
        story.add(clock.instant() + " @" + store.lastChange() + " " + line);
    }

    /** What a process does. */
    @FunctionalInterface
    private interface Body {
        void run(Context context, Clock clock);
    }

    /** Who waits for an answer. */
    @FunctionalInterface
    interface Listener {
        void hear(Exchange exchange);
    }
}
