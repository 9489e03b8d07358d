package yunhe.dynamo.activity;

import static yunhe.dynamo.StoreCalls.asking;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import yunhe.core.agenda.Agenda;
import yunhe.core.agenda.Task;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.Transaction;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/** Tasks in the activities table, beside what makes them due. */
public final class DynamoAgenda implements Agenda {

    static final String STILL_TO_DO = "attribute_exists(pk)";
    static final String FURTHER_THAN_BEFORE = "attribute_not_exists(pk) OR #until < :until";

    private final DynamoDbClient client;
    private final String table;
    private final RandomGenerator random;

    public DynamoAgenda(DynamoDbClient client, String table, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.random = random;
    }

    @Override
    public Optional<Instant> watermark() {
        return get(ActivityKeys.watermark())
                .map(item -> Instant.ofEpochSecond(Attributes.of(item).number("until")));
    }

    /** Sets the watermark, if there is none. */
    void begin(Instant hour) {
        asking(
                "begin the agenda",
                () -> client.updateItem(it -> it.tableName(table)
                        .key(ActivityKeys.watermark().attributes())
                        .updateExpression("SET #until = if_not_exists(#until, :until), #type = :type")
                        .expressionAttributeNames(Map.of("#until", "until", "#type", "type"))
                        .expressionAttributeValues(Map.of(
                                ":until", Attributes.number(hour.getEpochSecond()),
                                ":type", AttributeValue.fromS("watermark")))));
    }

    @Override
    public void advance(Instant hour) {
        asking("advance the watermark", () -> {
            try {
                return client.updateItem(it -> it.tableName(table)
                        .key(ActivityKeys.watermark().attributes())
                        .updateExpression("SET #until = :until, #type = :type ADD version :one")
                        .conditionExpression(FURTHER_THAN_BEFORE)
                        .expressionAttributeNames(Map.of("#until", "until", "#type", "type"))
                        .expressionAttributeValues(Map.of(
                                ":until", Attributes.number(hour.getEpochSecond()),
                                ":type", AttributeValue.fromS("watermark"),
                                ":one", Attributes.number(1))));
            } catch (ConditionalCheckFailedException another) {
                return another;
            }
        });
    }

    @Override
    public List<Task> due(Instant hour, Instant now, Optional<Task> after, int limit) {
        var values = new HashMap<>(Map.of(
                ":pk", AttributeValue.fromS(ActivityKeys.dueIn(hour)),
                ":until", AttributeValue.fromS(ActivityKeys.dueUntil(now))));
        var from = after.map(ActivityKeys::task).map(Key::attributes);
        return asking(
                "read what is due",
                () -> client
                        .query(it -> it.tableName(table)
                                .keyConditionExpression("pk = :pk AND sk < :until")
                                .expressionAttributeValues(values)
                                .exclusiveStartKey(from.orElse(null))
                                .limit(limit))
                        .items()
                        .stream()
                        .map(TaskItem::read)
                        // Keys are of whole seconds.
                        .filter(task -> !task.at().isAfter(now))
                        .toList());
    }

    @Override
    public Optional<Task> find(Task task) {
        return get(ActivityKeys.task(task)).map(TaskItem::read);
    }

    @Override
    public void postpone(Task task, Instant at) {
        var transaction = new Transaction(client, random, "postpone a task of " + task.activity());
        transaction.put(TaskItem.put(table, Task.at(at, task.activity(), task.work())));
        transaction.delete(TaskItem.delete(table, task));
        transaction.commit();
    }

    @Override
    public void progress(Task task) {
        asking("note the progress of a task of " + task.activity(), () -> {
            try {
                return client.updateItem(it -> it.tableName(table)
                        .key(ActivityKeys.task(task).attributes())
                        .updateExpression("SET #cursor = :cursor ADD version :one")
                        .conditionExpression(STILL_TO_DO)
                        .expressionAttributeNames(Map.of("#cursor", "cursor"))
                        .expressionAttributeValues(Map.of(
                                ":cursor", AttributeValue.fromS(task.cursor().orElseThrow()),
                                ":one", Attributes.number(1))));
            } catch (ConditionalCheckFailedException doneMeanwhile) {
                return doneMeanwhile;
            }
        });
    }

    @Override
    public void done(Task task) {
        asking(
                "finish a task of " + task.activity(),
                () -> client.deleteItem(
                        it -> it.tableName(table).key(ActivityKeys.task(task).attributes())));
    }

    private Optional<Map<String, AttributeValue>> get(Key key) {
        return asking("read one item", () -> {
            var answer = client.getItem(
                    it -> it.tableName(table).key(key.attributes()).consistentRead(true));
            return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
        });
    }
}
