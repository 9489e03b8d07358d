package yunhe.testkit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** What a change of one item costs in write units, with the table's indexes, all of which project everything. */
final class WriteUnits {

    private static final int UNIT_BYTES = 1024;

    private final DynamoDbClient store;
    private final Map<String, Keys> tables = new ConcurrentHashMap<>();

    WriteUnits(DynamoDbClient store) {
        this.store = store;
    }

    /**
     * The larger of before and after, empty for none, and what each index writes. A transaction writes the table twice.
     */
    int of(String table, Map<String, AttributeValue> before, Map<String, AttributeValue> after, int times) {
        int units = refused(before, after, times);
        if (before.equals(after)) {
            return units;
        }
        for (var keys : keys(table).ofIndexes()) {
            boolean was = before.keySet().containsAll(keys);
            boolean is = after.keySet().containsAll(keys);
            boolean stays = was && is && keys.stream().allMatch(key -> Objects.equals(before.get(key), after.get(key)));
            if (stays) {
                units += Math.max(kilobytes(before), kilobytes(after));
            } else {
                units += was ? kilobytes(before) : 0;
                units += is ? kilobytes(after) : 0;
            }
        }
        return units;
    }

    /** A condition that fails costs as much as if it had held, without indexes: nothing is written to them. */
    static int refused(Map<String, AttributeValue> stored, Map<String, AttributeValue> wanted, int times) {
        return Math.max(kilobytes(stored), kilobytes(wanted)) * times;
    }

    /** The names of the attributes that are the table's key. */
    List<String> keyOf(String table) {
        return keys(table).own();
    }

    private Keys keys(String table) {
        return tables.computeIfAbsent(table, this::read);
    }

    /** At least one, even for nothing. */
    private static int kilobytes(Map<String, AttributeValue> item) {
        return Math.ceilDiv(Math.max(1, ItemSize.of(item)), UNIT_BYTES);
    }

    private Keys read(String table) {
        var described = store.describeTable(it -> it.tableName(table)).table();
        return new Keys(
                names(described.keySchema()),
                described.globalSecondaryIndexes().stream()
                        .map(index -> names(index.keySchema()))
                        .toList());
    }

    private static List<String> names(List<KeySchemaElement> keys) {
        return keys.stream().map(KeySchemaElement::attributeName).toList();
    }

    private record Keys(List<String> own, List<List<String>> ofIndexes) {}
}
