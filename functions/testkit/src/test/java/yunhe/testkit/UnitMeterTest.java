package yunhe.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Against the rules of the service's documentation, on DynamoDB Local. */
final class UnitMeterTest {

    private static final String TABLE = "ActivitiesTable";
    private static final String LEFT_ALONE = "attribute_not_exists(pk)";

    private final EmbeddedStore store = EmbeddedStore.start();
    private final UnitMeter meter = new UnitMeter(store.client());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void reading_one_item_costs_a_unit_for_each_4_kilobytes_and_half_when_it_may_be_old() {
        store(item("small", 100));
        store(item("large", 4_097));
        assertEquals(1, get("small", true));
        assertEquals(0.5, get("small", false));
        assertEquals(2, get("large", true));
        assertEquals(1, get("large", false));
        assertEquals(1, get("nobody", true));
        assertEquals(0.5, get("nobody", false));
    }

    @Test
    void a_query_costs_what_it_looks_at_together_also_what_a_filter_drops() {
        IntStream.range(0, 6).forEach(number -> store(item("item" + number, 1_500)));
        assertEquals(3, query(all().consistentRead(true)));
        assertEquals(1.5, query(all()));
        assertEquals(3, query(all().consistentRead(true).filterExpression("attribute_not_exists(filling)")));
        assertEquals(1, query(all().consistentRead(true).limit(1)));
        assertEquals(1, query(only("nobody").consistentRead(true)));
        assertEquals(0.5, query(only("nobody")));
    }

    @Test
    void every_page_counts() {
        IntStream.range(0, 4).forEach(number -> store(item("item" + number, 10)));
        var pages = meter.client()
                .queryPaginator(all().limit(2).consistentRead(true).build());
        assertEquals(4, pages.items().stream().count());
        assertEquals(List.of(3, 0), List.of(meter.reads(), meter.writes()));
        assertEquals(3, meter.readUnits());
    }

    @Test
    void a_batch_rounds_each_item_up() {
        store(item("small", 1_500));
        store(item("large", 6_500));
        meter.client()
                .batchGetItem(it -> it.requestItems(Map.of(
                        store.tableName(TABLE),
                        KeysAndAttributes.builder()
                                .keys(List.of(key("small"), key("large")))
                                .consistentRead(true)
                                .build())));
        assertEquals(3, meter.readUnits());
    }

    @Test
    void a_write_costs_a_unit_for_each_kilobyte_of_the_larger_of_before_and_after() {
        assertEquals(1, put(item("one", 100), 0));
        assertEquals(3, put(item("one", 2_500), 1));
        assertEquals(3, put(item("one", 100), 4));
        assertEquals(3, put(item("one", 2_500), 7));
        meter.client().deleteItem(it -> it.tableName(store.tableName(TABLE)).key(key("one")));
        assertEquals(13, meter.writeUnits());
        meter.client().deleteItem(it -> it.tableName(store.tableName(TABLE)).key(key("one")));
        assertEquals(14, meter.writeUnits());
        assertEquals(List.of(6, 0), List.of(meter.writes(), meter.reads()));
    }

    @Test
    void a_condition_that_fails_costs_as_much_as_a_write() {
        store(item("large", 2_500));
        assertThrows(
                ConditionalCheckFailedException.class,
                () -> meter.client()
                        .putItem(it -> it.tableName(store.tableName(TABLE))
                                .item(item("large", 10))
                                .conditionExpression(LEFT_ALONE)));
        assertEquals(3, meter.writeUnits());
        assertThrows(
                ConditionalCheckFailedException.class,
                () -> meter.client()
                        .updateItem(it -> it.tableName(store.tableName(TABLE))
                                .key(key("nobody"))
                                .updateExpression("SET filling = :none")
                                .expressionAttributeValues(Map.of(":none", AttributeValue.fromS("")))
                                .conditionExpression("attribute_exists(pk)")));
        assertEquals(List.of(4, 2), List.of(meter.writeUnits(), meter.writes()));
    }

    @Test
    void a_transaction_costs_twice_also_when_it_is_cancelled() {
        transact("one", "two");
        assertEquals(4, meter.writeUnits());
        assertThrows(TransactionCanceledException.class, () -> transact("two", "three"));
        assertEquals(List.of(8, 2), List.of(meter.writeUnits(), meter.writes()));
    }

    @Test
    void an_index_costs_what_changes_in_it() {
        var listed = new HashMap<>(item("activity", 10));
        listed.put("listed", AttributeValue.fromS("published"));
        listed.put("startsAt", AttributeValue.fromS("2026-12-01"));
        assertEquals(2, put(listed, 0), "item and entry");
        assertEquals(1, put(listed, 2), "nothing changed");
        listed.put("filling", AttributeValue.fromS("another"));
        assertEquals(2, put(listed, 3), "the entry shows everything");
        listed.put("startsAt", AttributeValue.fromS("2026-12-02"));
        assertEquals(3, put(listed, 5), "an entry goes, another comes");
        listed.remove("listed");
        assertEquals(2, put(listed, 8), "an entry goes");
        assertEquals(1, put(listed, 10));
    }

    @Test
    void what_it_cannot_count_is_an_error() {
        assertThrows(
                UnsupportedOperationException.class,
                () -> meter.client().executeStatement(it -> it.statement("SELECT * FROM anything")));
    }

    private double get(String name, boolean isConsistent) {
        double before = meter.readUnits();
        meter.client()
                .getItem(it ->
                        it.tableName(store.tableName(TABLE)).key(key(name)).consistentRead(isConsistent));
        return meter.readUnits() - before;
    }

    private double query(QueryRequest.Builder query) {
        double before = meter.readUnits();
        meter.client().query(query.build());
        return meter.readUnits() - before;
    }

    private QueryRequest.Builder all() {
        return only("item");
    }

    private QueryRequest.Builder only(String prefix) {
        return QueryRequest.builder()
                .tableName(store.tableName(TABLE))
                .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS("p"), ":sk", AttributeValue.fromS(prefix)));
    }

    private int put(Map<String, AttributeValue> item, int before) {
        meter.client().putItem(it -> it.tableName(store.tableName(TABLE)).item(item));
        return meter.writeUnits() - before;
    }

    private void transact(String... names) {
        meter.client()
                .transactWriteItems(it -> it.transactItems(List.of(names).stream()
                        .map(name -> TransactWriteItem.builder()
                                .put(put -> put.tableName(store.tableName(TABLE))
                                        .item(item(name, 10))
                                        .conditionExpression(LEFT_ALONE))
                                .build())
                        .toList()));
    }

    private void store(Map<String, AttributeValue> item) {
        store.client().putItem(it -> it.tableName(store.tableName(TABLE)).item(item));
    }

    /** Of about so many bytes. */
    private static Map<String, AttributeValue> item(String name, int bytes) {
        var item = new HashMap<>(key(name));
        item.put("filling", AttributeValue.fromS("x".repeat(bytes)));
        return item;
    }

    private static Map<String, AttributeValue> key(String name) {
        return Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS(name));
    }
}
