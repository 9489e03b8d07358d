package yunhe.dynamo.roadshow;

import static yunhe.dynamo.StoreCalls.asking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;
import yunhe.core.roadshow.Wishes;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.Transaction;
import yunhe.dynamo.keys.ActivityKeys;

/** Wishes in the activities table: an item for each who wishes, all of one roadshow in one partition. */
public final class DynamoWishes implements Wishes {

    private static final String TYPE = "wishes";

    private final DynamoDbClient client;
    private final String table;
    private final RandomGenerator random;

    public DynamoWishes(DynamoDbClient client, String table, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.random = random;
    }

    @Override
    public List<RegistrationId> of(RegistrationId id) {
        return asking("read the wishes of " + id, () -> {
            var answer = client.getItem(it -> it.tableName(table)
                    .key(ActivityKeys.wishes(id).attributes())
                    .consistentRead(true));
            return answer.hasItem() ? ranked(answer.item()) : List.of();
        });
    }

    @Override
    public Map<RegistrationId, List<RegistrationId>> all(ActivityId roadshow) {
        return asking(
                "read the wishes of " + roadshow,
                () -> client
                        .queryPaginator(it -> it.tableName(table)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(":pk", AttributeValue.fromS(ActivityKeys.wishes(roadshow))))
                                .consistentRead(true))
                        .items()
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(DynamoWishes::whose, DynamoWishes::ranked)));
    }

    @Override
    public boolean put(RegistrationId id, List<RegistrationId> ranked, Instant deleteAt) {
        var item = Attributes.fresh()
                .put("type", TYPE)
                .put("schema", 1)
                .put("version", 1)
                .put("id", id.value())
                .put(
                        "ranked",
                        Attributes.texts(
                                ranked.stream().map(RegistrationId::value).toList()))
                .put("expiresAt", deleteAt.getEpochSecond());
        item.map().putAll(ActivityKeys.wishes(id).attributes());
        var transaction = new Transaction(client, random, "wish of " + id);
        transaction.put(Put.builder().tableName(table).item(item.map()));
        transaction.check(ConditionCheck.builder()
                .tableName(table)
                .key(ActivityKeys.publishedTimetable(id.activity()).attributes())
                .conditionExpression(DynamoTimetables.NOT_PUBLISHED));
        return transaction.commit().isEmpty();
    }

    private static RegistrationId whose(Map<String, AttributeValue> item) {
        return RegistrationId.parse(Attributes.of(item).text("id")).orElseThrow();
    }

    private static List<RegistrationId> ranked(Map<String, AttributeValue> item) {
        return Attributes.of(item).texts("ranked").stream()
                .map(id -> RegistrationId.parse(id).orElseThrow())
                .toList();
    }
}
