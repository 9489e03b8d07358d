package yunhe.bench.scale;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import yunhe.bench.scale.Recordings.Situation;
import yunhe.bench.scale.StoreCall.Kind;
import yunhe.bench.scale.StoreCall.Role;
import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.shared.StoreUnavailable;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.activity.Shards;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.ItemSize;
import yunhe.testkit.Samples;

/** Signs people up with the real code on the embedded store, in each situation, and notes what it calls. */
final class RealSignUps {

    static final List<Integer> MARKS = List.of(0, 10, 30, 60);

    /** Of activities whose number of shards is asked for. */
    static final List<Integer> PLACES = List.of(500, 2_000, 10_000, 20_000);

    private static final String GROUP = "women";
    private static final int PEOPLE_SAMPLED = 400;
    private static final int ROOM = 1_000;
    private static final int MARKS_MANY = 18;
    private static final Instant LATER = Samples.NOW.plusSeconds(11);

    private final String table;
    private final RandomGenerator random;
    private final CallRecorder recorder;
    private final Map<Situation, List<StoreCall>> calls = new TreeMap<>();
    private int people;

    private RealSignUps(EmbeddedStore store, RandomGenerator random) {
        this.table = store.tableName("ActivitiesTable");
        this.random = random;
        this.recorder = new CallRecorder(store.client());
    }

    static Recordings record(RandomGenerator random) {
        try (var store = EmbeddedStore.start()) {
            return new RealSignUps(store, random).run();
        }
    }

    private Recordings run() {
        oneAfterTheOther();
        calls.put(Situation.SHARD_DRY, dryShard());
        line();
        manyMarks();
        calls.put(Situation.ONE_TRANSACTION, transaction());
        var bytes = new TreeMap<Integer, Integer>();
        MARKS.forEach(number -> bytes.put(number, bytesWith(number)));
        var byDefault = new TreeMap<Integer, Integer>();
        PLACES.forEach(places -> byDefault.put(places, shardsByDefault(places)));
        return new Recordings(calls, bytes, peopleKeys(), byDefault);
    }

    private void oneAfterTheOther() {
        var activity = published(3, 3, 0);
        var process = process();
        calls.put(Situation.FIRST_OF_A_PROCESS, signUp(process, activity));
        int there = people;
        calls.put(Situation.FURTHER, signUp(process, activity));
        calls.put(Situation.AGAIN, signUp(process, activity, there, Samples.NOW));
        calls.put(Situation.LAST_PLACE, signUp(process, activity));
        calls.put(Situation.FOUND_FULL, signUp(process, activity));
        calls.put(Situation.STILL_FULL, signUp(process, activity));
    }

    /** One process keeps to a shard that another one fills. */
    private List<StoreCall> dryShard() {
        int places = 20;
        var activity = published(places, places / 2, 0);
        var first = process();
        var shard = shard(signUp(first, activity));
        for (int attempt = 0; attempt < places / 2; attempt++) {
            var other = process();
            if (shard(signUp(other, activity)).equals(shard)) {
                while (!isFull(activity, shard)) {
                    signUp(other, activity);
                }
                return signUp(first, activity);
            }
        }
        throw new IllegalStateException("no second process took the first one's shard");
    }

    private static String shard(List<StoreCall> calls) {
        return calls.stream()
                .filter(call -> call.kind() == Kind.UPDATE)
                .flatMap(call -> call.keys().stream())
                .filter(key -> Role.of(key) == Role.SHARD)
                .findFirst()
                .orElseThrow();
    }

    private boolean isFull(ActivityId activity, String shard) {
        var item = shardItem(activity, shard);
        return number(item, "taken") >= number(item, "capacity");
    }

    private static int number(Map<String, AttributeValue> item, String name) {
        return Integer.parseInt(CallRecorder.value(item, name).n());
    }

    private Map<String, AttributeValue> shardItem(ActivityId activity, String key) {
        if (!key.startsWith(activity.value())) {
            throw new IllegalArgumentException(key + " is no shard of " + activity);
        }
        return recorder.stored(
                table, Map.of("pk", AttributeValue.fromS(key), "sk", AttributeValue.fromS(Role.SHARD_SORT_KEY)));
    }

    private void line() {
        var activity = published(1, 1, 5);
        var process = process();
        signUp(process, activity);
        calls.put(Situation.FIRST_IN_LINE, signUp(process, activity));
        calls.put(Situation.FURTHER_IN_LINE, signUp(process, activity));
        calls.put(Situation.LINE_SEEN_TO, signUp(process, activity));
    }

    private void manyMarks() {
        var many = published(ROOM, ROOM, 0);
        IntStream.range(0, MARKS_MANY).forEach(number -> signUp(process(), many));
        calls.put(Situation.MANY_MARKS, signUp(process(), many));

        var old = published(ROOM, ROOM, 0);
        signUp(process(), old);
        calls.put(Situation.OLD_MARK, signUp(process(), old, ++people, LATER));

        var dead = published(ROOM, ROOM, 0);
        die(dead);
        calls.put(Situation.DEAD_MARK, signUp(process(), dead, ++people, LATER));
    }

    /** A process that claims a place and never records it. */
    private List<StoreCall> die(ActivityId activity) {
        recorder.failPuts(true);
        try {
            signUp(process(), activity);
            throw new IllegalStateException("a put was to fail");
        } catch (StoreUnavailable expected) {
            return recorder.drain();
        } finally {
            recorder.failPuts(false);
        }
    }

    /** Bytes of a shard's item with so many marks, each left by a process that died. */
    private int bytesWith(int marks) {
        var activity = published(ROOM, ROOM, 0);
        var shard = shard(die(activity));
        // The one that told which item it is gives its place to those that are counted.
        IntStream.range(1, marks).forEach(number -> die(activity));
        var item = new HashMap<>(shardItem(activity, shard));
        if (marks == 0) {
            item.put("marks", AttributeValue.fromM(Map.of()));
        }
        return ItemSize.of(item);
    }

    /** The two items of a real sign-up, written by one transaction. */
    private List<StoreCall> transaction() {
        var activity = published(ROOM, ROOM, 0);
        process().signUp(Samples.newcomer(activity, GROUP, Samples.withEmail(++people), random));
        var claim = recorder.last(UpdateItemRequest.class);
        var record = recorder.last(PutItemRequest.class);
        recorder.drain();
        var item = new HashMap<>(record.item());
        item.put("sk", AttributeValue.fromS("another"));
        recorder.client()
                .transactWriteItems(it -> it.transactItems(
                        TransactWriteItem.builder()
                                .put(Put.builder()
                                        .tableName(table)
                                        .item(item)
                                        .conditionExpression("attribute_not_exists(pk)")
                                        .build())
                                .build(),
                        TransactWriteItem.builder()
                                .update(Update.builder()
                                        .tableName(table)
                                        .key(claim.key())
                                        .updateExpression("ADD taken :one, version :one")
                                        .conditionExpression("attribute_exists(pk) AND taken < #capacity")
                                        .expressionAttributeNames(Map.of("#capacity", "capacity"))
                                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                                        .build())
                                .build()));
        return recorder.drain();
    }

    private int peopleKeys() {
        var activity = published(ROOM, ROOM, 0);
        var process = process();
        return Math.toIntExact(IntStream.range(0, PEOPLE_SAMPLED)
                .boxed()
                .flatMap(number -> signUp(process, activity).stream())
                .flatMap(call -> call.keys().stream())
                .filter(key -> Role.of(key) == Role.PERSON)
                .distinct()
                .count());
    }

    private int shardsByDefault(int places) {
        var activity = published(places, Shards.DEFAULT, 0);
        var head = recorder.stored(
                table,
                Map.of(
                        "pk", AttributeValue.fromS(activity.value() + "#seats#" + GROUP),
                        "sk", AttributeValue.fromS("seats")));
        return number(head, "shards");
    }

    private List<StoreCall> signUp(Registrations process, ActivityId activity) {
        return signUp(process, activity, ++people, Samples.NOW);
    }

    private List<StoreCall> signUp(Registrations process, ActivityId activity, int person, Instant at) {
        var request =
                Optional.of(new Registration.Request("key-%018d".formatted(person), "digest-%015d".formatted(person)));
        recorder.drain();
        var _ = process.signUp(Samples.newcomer(activity, GROUP, Samples.withEmail(person), request, at, random));
        return recorder.drain();
    }

    /** A process remembers its shard, and marks to be cleared. */
    private Registrations process() {
        return new DynamoRegistrations(recorder.client(), table, random);
    }

    private ActivityId published(int places, int placesPerShard, int line) {
        return published(places, new Shards(placesPerShard), line);
    }

    private ActivityId published(int places, Shards shards, int line) {
        var activities = new DynamoActivities(recorder.client(), table, random, shards);
        var actor = new Activities.Actor("scale", Samples.NOW);
        var id = ActivityId.fresh(ActivityType.GATHERING, random);
        var draft = activities.create(id, Samples.mixer(line, GROUP + ":" + places), actor);
        var _ = activities.publish(draft, actor).orElseThrow();
        recorder.drain();
        return id;
    }
}
