package yunhe.dynamo.activity;

import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/** An audit entry: appended, never changed. */
public final class AuditItem {

    private AuditItem() {}

    public static Put.Builder of(String table, AuditEntry entry, RandomGenerator random) {
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

    static AuditEntry read(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        return new AuditEntry(item.instant("at"), item.text("actor"), item.text("action"), item.text("subject"));
    }
}
