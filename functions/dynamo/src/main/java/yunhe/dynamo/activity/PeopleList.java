package yunhe.dynamo.activity;

import static yunhe.dynamo.StoreCalls.asking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Page;
import yunhe.core.activity.Registration;
import yunhe.dynamo.keys.ActivityKeys;

/**
 * Lists an activity's people, one partition after the other.
 *
 * @param consistent whether every registration that was answered with success has to be there
 */
record PeopleList(DynamoDbClient client, String table, boolean consistent) {

    /** Pointers under further contacts lie between them. */
    private static final int READ_AT_ONCE = 100;

    Page<Registration> page(ActivityId activity, int limit, Optional<String> cursor) {
        var partitions = ActivityKeys.people(activity);
        var from = PeopleCursor.parse(cursor, activity);
        var registrations = new ArrayList<Registration>();
        for (int bucket = from.bucket(); bucket < partitions.size(); bucket++) {
            var after = bucket == from.bucket() ? from.after() : Optional.<String>empty();
            var page = readPeople(partitions.get(bucket), after, limit - registrations.size());
            registrations.addAll(page);
            if (registrations.size() == limit) {
                var last = registrations.getLast().id().person().value();
                return new Page<>(registrations, Optional.of(new PeopleCursor(bucket, Optional.of(last)).text()));
            }
        }
        return new Page<>(registrations, Optional.empty());
    }

    private List<Registration> readPeople(String partition, Optional<String> after, int limit) {
        return asking("list people", () -> {
            var values = new HashMap<>(Map.of(
                    ":pk", AttributeValue.fromS(partition),
                    ":type", AttributeValue.fromS(RegistrationItem.TYPE)));
            after.ifPresent(it -> values.put(":after", AttributeValue.fromS(it)));
            return client
                    .queryPaginator(it -> it.tableName(table)
                            .keyConditionExpression("pk = :pk" + (after.isPresent() ? " AND sk > :after" : ""))
                            .filterExpression("#type = :type")
                            .expressionAttributeNames(Map.of("#type", "type"))
                            .expressionAttributeValues(values)
                            .limit(Math.max(limit, READ_AT_ONCE))
                            .consistentRead(consistent))
                    .items()
                    .stream()
                    .limit(limit)
                    .map(RegistrationItem::read)
                    .toList();
        });
    }
}
