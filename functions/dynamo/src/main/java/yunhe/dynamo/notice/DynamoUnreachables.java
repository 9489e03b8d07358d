package yunhe.dynamo.notice;

import static yunhe.dynamo.StoreCalls.asking;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;
import yunhe.core.notice.Unreachable;
import yunhe.core.notice.Unreachables;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.NoticeKeys;

/** Marks of whom nothing reaches, one partition for each activity. */
public final class DynamoUnreachables implements Unreachables {

    private final DynamoDbClient client;
    private final String table;

    public DynamoUnreachables(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void mark(Unreachable person) {
        var item = Attributes.fresh()
                .put(NoticeItem.TYPE, "unreachable")
                .put(NoticeItem.SCHEMA, NoticeItem.SCHEMA_NOW)
                .put(NoticeItem.VERSION, 1)
                .put(NoticeItem.CHANNEL, person.channel().code())
                .put(NoticeItem.REASON, person.reason())
                .put(NoticeItem.AT, person.at().toString())
                .put(
                        NoticeItem.EXPIRES_AT,
                        person.at().plus(DynamoNotices.KEEP_FOR).getEpochSecond());
        item.map().putAll(NoticeKeys.unreachable(person.about()).attributes());
        asking(
                "mark unreachable " + person.about(),
                () -> client.putItem(it -> it.tableName(table).item(item.map())));
    }

    @Override
    public void clear(RegistrationId about) {
        asking(
                "clear unreachable " + about,
                () -> client.deleteItem(it ->
                        it.tableName(table).key(NoticeKeys.unreachable(about).attributes())));
    }

    @Override
    public Map<RegistrationId, Unreachable> among(ActivityId activity, Collection<RegistrationId> registrations) {
        if (registrations.isEmpty()) {
            return Map.of();
        }
        var wanted = new HashSet<>(registrations);
        var ids = registrations.stream().map(RegistrationId::value).sorted().toList();
        return asking(
                "list unreachable of " + activity,
                () -> client
                        .query(it -> it.tableName(table)
                                .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                                .expressionAttributeValues(Map.of(
                                        ":pk", AttributeValue.fromS(NoticeKeys.unreachables(activity)),
                                        ":first", AttributeValue.fromS(ids.getFirst()),
                                        ":last", AttributeValue.fromS(ids.getLast()))))
                        .items()
                        .stream()
                        .map(DynamoUnreachables::read)
                        .filter(mark -> wanted.contains(mark.about()))
                        .collect(Collectors.toMap(Unreachable::about, Function.identity())));
    }

    private static Unreachable read(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        return new Unreachable(
                RegistrationId.parse(item.text("sk")).orElseThrow(),
                NoticeItem.channel(item.text(NoticeItem.CHANNEL)),
                item.text(NoticeItem.REASON),
                item.instant(NoticeItem.AT));
    }
}
