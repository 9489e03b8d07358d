package yunhe.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.Registration;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.person.PersonKeys;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.core.shared.Secrets;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.testkit.EmbeddedStore;

/**
 * Ten o'clock on two cores: everybody signs up for one gathering over HTTP, against the local runner in a process of
 * its own; then the same writes on the same kind of embedded store without anything around them.
 */
public final class Rush {

    private static final List<Integer> CLIENTS = List.of(16, 64);
    private static final int PLACES = 2_000;
    private static final int PLACES_OF_MANY = 20_000;
    // A cold JVM spends more on compiling than on people; after twice as many all are warm.
    private static final int WARM_UP = 6_000;
    private static final int SETTLE_ATTEMPTS_MAX = 40;

    private static final Pattern STATUS = Pattern.compile("\"status\":\"([a-z]+)\"");

    private static final String CONFIRMED = "201 confirmed";

    private Rush() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.printf(
                "%-50s %11s %9s %8s %8s %12s %s%n",
                "over HTTP", "confirmed/s", "answers/s", "p50 ms", "p99 ms", "CPU ms each", "answers");
        for (int clients : CLIENTS) {
            overHttp(clients);
        }
        System.out.printf("%n%-50s %11s%n", "on the embedded store, " + CLIENTS.getFirst() + " threads", "rate/s");
        onTheStore(CLIENTS.getFirst());
    }

    private static void overHttp(int clients) throws IOException, InterruptedException {
        try (var runner = LocalRunner.start()) {
            rush("cold", runner, clients, PLACES, people(PLACES));
            rush("warming", runner, clients, WARM_UP, WARM_UP);
            settle(runner.client());
            var announced = publish(runner.client(), WARM_UP, 0);
            rush("warming", runner, clients, announced, new Crowdedness(WARM_UP, WARM_UP));
            settle(runner.client());
            if (clients == CLIENTS.getFirst()) {
                announce(runner.client(), announced, WARM_UP);
            }
            double few = rush("warm", runner, clients, PLACES, people(PLACES));
            settle(runner.client());
            double many = rush("warm", runner, clients, PLACES_OF_MANY, people(PLACES_OF_MANY));
            System.out.printf("%-50s %11.2f%n", "20,000 places to 2,000", many / few);
        }
    }

    /** A fifth more people than places. */
    private static int people(int places) {
        return places + places / 5;
    }

    private record Crowdedness(int places, int people) {}

    /** What a client does for a person. */
    private interface ByClient {
        void accept(int client, int person);
    }

    private static double rush(String how, LocalRunner runner, int clients, int places, int people)
            throws InterruptedException {
        var gathering = publish(runner.client(), places, people - places);
        return rush(how, runner, clients, gathering, new Crowdedness(places, people));
    }

    /** The warm-up's mails are not to be sent at the measurement's expense. */
    private static void settle(Client client) {
        for (int attempt = 0; attempt < SETTLE_ATTEMPTS_MAX; attempt++) {
            if (client.get("/local/settled").status() == 200) {
                return;
            }
        }
        throw new IllegalStateException("the runner did not settle");
    }

    /** Another place is told to everybody: from the organiser's change to the last mail in the mailbox. */
    private static void announce(Client client, String gathering, int people) {
        var path = "/admin/gatherings/" + gathering;
        var headers = LocalRunner.organiser(client);
        try {
            var json = new JsonMapper();
            var whole = (ObjectNode) json.readTree(client.get(path, headers).body());
            whole.putObject("venue").put("name", "示例南门").put("address", "示例路 2 号");
            var change = new HashMap<>(headers);
            change.put("If-Match", whole.get("version").asText());
            long start = System.nanoTime();
            var changed = client.put(path, whole.toString(), change);
            if (changed.status() != 200) {
                throw new IllegalStateException("change: " + changed);
            }
            settle(client);
            double seconds = (System.nanoTime() - start) / 1e9;
            for (int person : new int[] {0, people / 2, people - 1}) {
                var mails = client.get("/local/mail?to=" + "guest" + person + "@example.com")
                        .body();
                if (!mails.contains("\"activity.changed\"")) {
                    throw new IllegalStateException("guest " + person + " was not told");
                }
            }
            System.out.printf("told %d people of another place%n", people);
            System.out.printf(
                    "messages through the queue to the mailbox           %6.0f per second%n", people / seconds);
        } catch (IOException cause) {
            throw new IllegalStateException("change a gathering", cause);
        }
    }

    private static double rush(String how, LocalRunner runner, int clients, String gathering, Crowdedness crowd)
            throws InterruptedException {
        var outcomes = new ConcurrentHashMap<String, Integer>();
        var latencies = new ConcurrentLinkedQueue<Long>();
        var lastConfirmed = new AtomicLong();
        var cpuBefore = runner.cpu();
        long start = System.nanoTime();
        Crowd.of(clients, crowd.people(), person -> {
            long before = System.nanoTime();
            var answer = runner.client()
                    .post(
                            "/gatherings/" + gathering + "/registrations",
                            SignUpEvents.body(Gathering.GROUP, person),
                            Map.of("Idempotency-Key", "rush-" + person));
            latencies.add(System.nanoTime() - before);
            var status = STATUS.matcher(answer.body());
            var outcome = answer.status() + (status.find() ? " " + status.group(1) : "");
            outcomes.merge(outcome, 1, Integer::sum);
            if (outcome.equals(CONFIRMED)) {
                lastConfirmed.accumulateAndGet(System.nanoTime(), Math::max);
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = runner.cpu().minus(cpuBefore).toNanos() / 1e6 / crowd.people();
        var sorted = latencies.stream().sorted().toList();
        // Until the last place was taken: those who join the line after it are counted with the answers only.
        double rate = crowd.places() / ((lastConfirmed.get() - start) / 1e9);
        System.out.printf(
                "%-50s %11.0f %9.0f %8.0f %8.0f %12.2f %s%n",
                how + ": " + clients + " clients, " + crowd.places() + " places",
                rate,
                crowd.people() / seconds,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                cpu,
                new TreeMap<>(outcomes));
        if (outcomes.getOrDefault(CONFIRMED, 0) != crowd.places()
                || outcomes.values().stream().mapToInt(it -> it).sum() != crowd.people()
                || outcomes.keySet().stream().anyMatch(it -> !it.startsWith("201"))) {
            throw new IllegalStateException("not exact: " + outcomes);
        }
        return rate;
    }

    private static String publish(Client client, int places, int waitlist) {
        try {
            var json = new JsonMapper();
            var headers = LocalRunner.organiser(client);
            var id = json.readTree(client.post(
                                    "/admin/gatherings", Gathering.json(Clock.systemUTC(), places, waitlist), headers)
                            .body())
                    .get("id")
                    .asText();
            var published = client.post("/admin/gatherings/" + id + "/publish", "{}", headers);
            if (published.status() != 200) {
                throw new IllegalStateException("publish: " + published);
            }
            return id;
        } catch (IOException cause) {
            throw new IllegalStateException("publish a gathering", cause);
        }
    }

    private static void onTheStore(int clients) throws InterruptedException {
        try (var store = EmbeddedStore.start()) {
            var clock = Clock.systemUTC();
            var random = new SecureRandom();
            var table = store.tableName("ActivitiesTable");
            var activities = new DynamoActivities(store.client(), table, random);
            var keys = new PersonKeys(
                    Secrets.identity(new Environment(Map.of("IDENTITY_SECRET", "bench"), clock, random)));
            var ledger = new DynamoRegistrations(store.client(), table, random);
            for (var how : List.of("warming", "measured")) {
                var id = publish(activities, clock, random);
                rate(how, "claim, record and all that decides", clients, (client, person) -> {
                    var _ = ledger.signUp(newcomer(id, keys, person, clock));
                });
                var raw = RawWrites.of(store.client(), clients, client -> {
                    var _ = new DynamoRegistrations(client, table, random)
                            .signUp(newcomer(publish(activities, clock, random), keys, 0, clock));
                });
                double two = rate(how, "the same two writes, bare", clients, raw::ledger);
                double one = rate(
                        how, "one transaction of the two, bare", clients, (client, person) -> raw.transaction(person));
                if (how.equals("measured")) {
                    System.out.printf("%-50s %11.2f%n", "ratio of two writes to one transaction", two / one);
                }
            }
        }
    }

    private static ActivityId publish(Activities activities, Clock clock, RandomGenerator random) {
        var actor = new Activities.Actor("bench", clock.instant());
        var id = ActivityId.fresh(ActivityType.GATHERING, random);
        var draft = activities.create(id, Gathering.details(clock, PLACES_OF_MANY, 0), actor);
        var _ = activities.publish(draft, actor).orElseThrow();
        return id;
    }

    private static double rate(String how, String what, int clients, ByClient each) throws InterruptedException {
        var numbers = new AtomicInteger();
        var number = ThreadLocal.withInitial(() -> numbers.getAndIncrement() % clients);
        long start = System.nanoTime();
        Crowd.of(clients, PLACES, person -> each.accept(number.get(), person));
        double rate = PLACES / ((System.nanoTime() - start) / 1e9);
        if (how.equals("measured")) {
            System.out.printf("%-50s %11.0f%n", what, rate);
        }
        return rate;
    }

    private static Newcomer newcomer(ActivityId id, PersonKeys keys, int number, Clock clock) {
        var person = new Person(
                "韩梅梅",
                Optional.of(new Email("guest" + number + "@example.com")),
                Optional.empty(),
                Optional.empty(),
                Optional.of("示例科技"));
        var origin = new Registration.Origin(
                clock.instant(),
                "2026-11",
                Optional.of(new Registration.Request("key", "digest")),
                Map.of(),
                Integer.toString(number),
                clock.instant().plus(Duration.ofDays(180)));
        return new Newcomer(
                id,
                Gathering.GROUP,
                new Newcomer.Terms(Approval.AUTOMATIC, true, 1, 1),
                person,
                keys.of(id.value(), person),
                Map.of("diet", "none"),
                Optional.empty(),
                Language.ZH,
                origin);
    }
}
