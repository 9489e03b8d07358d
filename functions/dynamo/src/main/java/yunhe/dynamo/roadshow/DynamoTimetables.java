package yunhe.dynamo.roadshow;

import static yunhe.dynamo.StoreCalls.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;
import yunhe.core.agenda.Tasks;
import yunhe.core.roadshow.DraftTimetable;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.core.roadshow.RunningOrder;
import yunhe.core.roadshow.TimetableId;
import yunhe.core.roadshow.Timetables;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.AuditTrail;
import yunhe.dynamo.Transaction;
import yunhe.dynamo.Updates;
import yunhe.dynamo.activity.TaskItem;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/** Timetables and running orders in the activities table, all of one roadshow in one partition. */
public final class DynamoTimetables implements Timetables {

    static final String NOT_PUBLISHED = "attribute_not_exists(pk)";
    static final String NO_OTHER_REPAIR = "version = :before";

    private final DynamoDbClient client;
    private final String table;
    private final RandomGenerator random;
    private final Updates updates;

    public DynamoTimetables(DynamoDbClient client, String table, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.random = random;
        this.updates = new Updates(client, random);
    }

    @Override
    public Optional<DraftTimetable> draft(ActivityId roadshow, TimetableId id) {
        return get(ActivityKeys.timetable(roadshow, id.value())).map(DraftItem::read);
    }

    @Override
    public Optional<DraftTimetable> lastDraft(ActivityId roadshow) {
        return asking(
                "read the last timetable of " + roadshow,
                () -> client
                        .query(it -> it.tableName(table)
                                .keyConditionExpression("pk = :pk AND begins_with(sk, :draft)")
                                .expressionAttributeValues(Map.of(
                                        ":pk", AttributeValue.fromS(ActivityKeys.timetables(roadshow)),
                                        ":draft", AttributeValue.fromS(TimetableId.PREFIX)))
                                .scanIndexForward(false)
                                .limit(1)
                                .consistentRead(true))
                        .items()
                        .stream()
                        .findFirst()
                        .map(DraftItem::read));
    }

    @Override
    public boolean keep(DraftTimetable draft, Instant deleteAt, AuditEntry audit) {
        var transaction = new Transaction(client, random, "keep a timetable of " + draft.roadshow());
        transaction.put(Put.builder().tableName(table).item(DraftItem.of(draft, deleteAt)));
        transaction.check(ConditionCheck.builder()
                .tableName(table)
                .key(ActivityKeys.publishedTimetable(draft.roadshow()).attributes())
                .conditionExpression(NOT_PUBLISHED));
        transaction.put(AuditTrail.put(table, audit, random));
        return transaction.commit().isEmpty();
    }

    @Override
    public Optional<PublishedTimetable> published(ActivityId roadshow) {
        return get(ActivityKeys.publishedTimetable(roadshow)).map(PublishedItem::read);
    }

    @Override
    public boolean publish(PublishedTimetable timetable, Instant deleteAt, AuditEntry audit) {
        var transaction = new Transaction(client, random, "publish a timetable of " + timetable.roadshow());
        transaction.put(Put.builder()
                .tableName(table)
                .item(PublishedItem.of(timetable, deleteAt))
                .conditionExpression(NOT_PUBLISHED));
        transaction.put(TaskItem.put(
                table, Tasks.meet(timetable.roadshow(), timetable.draft().value(), timetable.publishedAt())));
        transaction.put(AuditTrail.put(table, audit, random));
        return transaction.commit().isEmpty();
    }

    @Override
    public boolean repair(PublishedTimetable next) {
        return updates.write(
                        "repair the timetable of " + next.roadshow(),
                        PublishedItem.replace(next)
                                .tableName(table)
                                .conditionExpression(NO_OTHER_REPAIR)
                                .build())
                .isPresent();
    }

    @Override
    public void keepUntil(ActivityId roadshow, Instant deleteAt) {
        for (var key : List.of(ActivityKeys.publishedTimetable(roadshow), ActivityKeys.runningOrder(roadshow))) {
            updates.write(
                    "keep a timetable of " + roadshow,
                    Update.builder()
                            .tableName(table)
                            .key(key.attributes())
                            .updateExpression("SET expiresAt = :expiresAt")
                            .conditionExpression("attribute_exists(pk)")
                            .expressionAttributeValues(
                                    Map.of(":expiresAt", Attributes.number(deleteAt.getEpochSecond())))
                            .build());
        }
    }

    @Override
    public Optional<RunningOrder> runningOrder(ActivityId roadshow) {
        return get(ActivityKeys.runningOrder(roadshow)).map(attributes -> {
            var item = Attributes.of(attributes);
            return new RunningOrder(
                    roadshow,
                    item.texts("projects").stream()
                            .map(id -> RegistrationId.parse(id).orElseThrow())
                            .toList(),
                    Duration.ofMinutes(item.number("minutes")));
        });
    }

    @Override
    public void put(RunningOrder order, Instant deleteAt, AuditEntry audit) {
        var item = Attributes.fresh()
                .put("type", "running-order")
                .put("schema", 1)
                .put("version", 1)
                .put(
                        "projects",
                        Attributes.texts(order.projects().stream()
                                .map(RegistrationId::value)
                                .toList()))
                .put("minutes", order.each().toMinutes())
                .put("expiresAt", deleteAt.getEpochSecond());
        item.map().putAll(ActivityKeys.runningOrder(order.roadshow()).attributes());
        var transaction = new Transaction(client, random, "set the running order of " + order.roadshow());
        transaction.put(Put.builder().tableName(table).item(item.map()));
        transaction.put(AuditTrail.put(table, audit, random));
        transaction.commit();
    }

    private Optional<Map<String, AttributeValue>> get(Key key) {
        return asking("read one item", () -> {
            var answer = client.getItem(
                    it -> it.tableName(table).key(key.attributes()).consistentRead(true));
            return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
        });
    }
}
