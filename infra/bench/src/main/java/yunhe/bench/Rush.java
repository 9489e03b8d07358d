package yunhe.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
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

    private static final int CLIENTS = 16;
    private static final int PLACES = 2_000;
    private static final int PEOPLE = 2_400;
    // A cold JVM spends more on compiling than on people; both sides are warm before they are measured.
    private static final int WARM_UP = 6_000;
    private static final int SETTLE_ATTEMPTS_MAX = 10;

    private Rush() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        double overHttp = overHttp();
        double raw = raw();
        System.out.printf("raw: the same transactions on the embedded store   %6.0f per second%n", raw);
        System.out.printf("ratio over HTTP to raw                             %6.2f%n", overHttp / raw);
    }

    private static double overHttp() throws IOException, InterruptedException {
        try (var runner = LocalRunner.start()) {
            var client = runner.client();
            var warmUp = publish(client, WARM_UP, 0);
            rush(client, warmUp, WARM_UP, WARM_UP);
            settle(client);
            announce(client, warmUp, WARM_UP);
            return rush(client, publish(client, PLACES, PEOPLE - PLACES), PLACES, PEOPLE);
        }
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

    private static double rush(Client client, String gathering, int places, int people) throws InterruptedException {
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var confirmed = new AtomicInteger();
        var latencies = new ConcurrentLinkedQueue<Long>();
        long start = System.nanoTime();
        Crowd.of(CLIENTS, people, person -> {
            long before = System.nanoTime();
            var answer = client.post(
                    "/gatherings/" + gathering + "/registrations",
                    SignUpEvents.body(person),
                    Map.of("Idempotency-Key", "rush-" + person));
            latencies.add(System.nanoTime() - before);
            statuses.add(answer.status());
            if (answer.body().contains("\"status\":\"confirmed\"")) {
                confirmed.incrementAndGet();
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        if (people > places) {
            var sorted = latencies.stream().sorted().toList();
            System.out.printf("%d clients, %d places, %d people%n", CLIENTS, places, people);
            System.out.printf(
                    "confirmed %d, answers other than 201: %d%n",
                    confirmed.get(), statuses.stream().filter(it -> it != 201).count());
            System.out.printf(
                    "over HTTP                                          %6.0f per second%n", people / seconds);
            System.out.printf(
                    "p50 %.0f ms, p99 %.0f ms%n",
                    sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 99 / 100) / 1e6);
        }
        return people / seconds;
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

    private static double raw() throws InterruptedException {
        try (var store = EmbeddedStore.start()) {
            var random = RandomGenerator.of("L64X128MixRandom");
            var table = store.tableName("ActivitiesTable");
            var registrations = new DynamoRegistrations(store.client(), table, random);
            rawRush(store, registrations, table, WARM_UP);
            return rawRush(store, registrations, table, PLACES);
        }
    }

    private static double rawRush(EmbeddedStore store, Registrations registrations, String table, int people)
            throws InterruptedException {
        var random = RandomGenerator.of("L64X128MixRandom");
        var clock = Clock.systemUTC();
        var actor = new Activities.Actor("bench", clock.instant());
        var activities = new DynamoActivities(store.client(), table, random);
        var id = ActivityId.fresh(ActivityType.GATHERING, random);
        activities.publish(activities.create(id, Gathering.details(clock, people, 0), actor), actor);
        var keys = new PersonKeys(Secrets.identity(new Environment(Map.of("IDENTITY_SECRET", "bench"), clock, random)));
        long start = System.nanoTime();
        Crowd.of(CLIENTS, people, person -> registrations.signUp(newcomer(id, keys, person, clock)));
        return people / ((System.nanoTime() - start) / 1e9);
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
