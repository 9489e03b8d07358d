package yunhe.dynamo;

import static yunhe.dynamo.StoreCalls.asking;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Page;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/** Audit entries beside what they are about: appended, never changed. */
public record AuditTrail(DynamoDbClient client, String table, RandomGenerator random) {

    /** For an entry that is part of another write. */
    public Put.Builder entry(AuditEntry entry) {
        return put(table, entry, random);
    }

    /** For an entry that is part of another write. */
    public static Put.Builder put(String table, AuditEntry entry, RandomGenerator random) {
        // Fixed width, so that entries sort by time as texts; chance keeps two of one moment apart.
        var place = "%013d-%08x".formatted(entry.at().toEpochMilli(), random.nextInt());
        var item = Attributes.fresh()
                .put("type", "audit")
                .put("schema", 1)
                .put("version", 1)
                .put("at", entry.at().toString())
                .put("actor", entry.actor())
                .put("action", entry.action())
                .put("subject", entry.subject());
        item.map().putAll(new Key(ActivityKeys.audit(entry.subject()), place).attributes());
        return Put.builder().tableName(table).item(item.map()).conditionExpression("attribute_not_exists(pk)");
    }

    public void append(AuditEntry entry) {
        var put = entry(entry).build();
        asking(
                "audit " + entry.subject(),
                () -> client.putItem(it -> it.tableName(table).item(put.item())));
    }

    /** Oldest first. */
    public Page<AuditEntry> of(String subject, int limit, Optional<String> cursor) {
        return asking("read the audit of " + subject, () -> {
            var values = new HashMap<>(Map.of(":pk", AttributeValue.fromS(ActivityKeys.audit(subject))));
            // A broken cursor begins anew; an empty one the store would refuse.
            var after = cursor.filter(it -> !it.isBlank());
            after.ifPresent(it -> values.put(":after", AttributeValue.fromS(it)));
            var answer = client.query(it -> it.tableName(table)
                    .keyConditionExpression("pk = :pk" + (after.isPresent() ? " AND sk > :after" : ""))
                    .expressionAttributeValues(values)
                    .limit(limit)
                    .consistentRead(true));
            return new Page<>(
                    answer.items().stream().map(AuditTrail::read).toList(),
                    answer.hasLastEvaluatedKey()
                            ? Optional.of(
                                    Attributes.of(answer.lastEvaluatedKey()).text(Key.SK))
                            : Optional.empty());
        });
    }

    private static AuditEntry read(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        return new AuditEntry(item.instant("at"), item.text("actor"), item.text("action"), item.text("subject"));
    }
}
