package yunhe.testkit;

import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Counts calls, and read and write units as the service bills them. A write costs the larger of the item before and
 * after, rounded up to 1 KB; twice in a transaction, also in one that is cancelled; the same when its condition fails;
 * and once more in every index whose entry it changes. DynamoDB Local's own figures for writes leave out the doubling
 * and the failures; its figures for reads are taken as they are, except that a query that finds nothing costs as well:
 * they are rounded up to 4 KB, for a query as a sum that counts what a filter drops, and halved when eventually
 * consistent.
 *
 * <p>Source: the service's documentation, "DynamoDB read and write operations" and "DynamoDB item sizes and formats". A
 * kind of call that it cannot count is an error. For one call at a time: what others write meanwhile may be counted
 * twice or never.
 */
public final class UnitMeter {

    private final DynamoDbClient real;
    private final DynamoDbClient client;
    private final WriteUnits costs;
    private final AtomicInteger writeUnits = new AtomicInteger();
    private final DoubleAdder readUnits = new DoubleAdder();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();

    public UnitMeter(DynamoDbClient real) {
        this.real = real;
        this.costs = new WriteUnits(real);
        this.client = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this::invoke);
    }

    public DynamoDbClient client() {
        return client;
    }

    public int writeUnits() {
        return writeUnits.get();
    }

    /** A multiple of one half. */
    public double readUnits() {
        return readUnits.sum();
    }

    /** Calls that write, or would have if their condition had held. */
    public int writes() {
        return writes.get();
    }

    /** Calls that only read; of a query each page. */
    public int reads() {
        return reads.get();
    }

    @SuppressWarnings("NullAway") // Proxies pass null for methods without arguments.
    private Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments == null) {
            try {
                return method.invoke(real);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }
        boolean isShorthand =
                arguments[0] instanceof Consumer || method.getName().endsWith("Paginator");
        return isShorthand ? InvocationHandler.invokeDefault(proxy, method, arguments) : counted(arguments[0]);
    }

    private Object counted(Object request) {
        return switch (request) {
            case GetItemRequest get -> {
                var answer = real.getItem(
                        get.toBuilder().returnConsumedCapacity(TOTAL).build());
                yield read(answer, answer.consumedCapacity().capacityUnits());
            }
            case QueryRequest query -> {
                var answer = real.query(
                        query.toBuilder().returnConsumedCapacity(TOTAL).build());
                yield read(answer, atLeastOne(answer.consumedCapacity(), query.consistentRead()));
            }
            case ScanRequest scan -> {
                var answer =
                        real.scan(scan.toBuilder().returnConsumedCapacity(TOTAL).build());
                yield read(answer, atLeastOne(answer.consumedCapacity(), scan.consistentRead()));
            }
            case BatchGetItemRequest batch -> {
                var answer = real.batchGetItem(
                        batch.toBuilder().returnConsumedCapacity(TOTAL).build());
                yield read(
                        answer,
                        answer.consumedCapacity().stream()
                                .mapToDouble(ConsumedCapacity::capacityUnits)
                                .sum());
            }
            case PutItemRequest put -> write(1, List.of(change(put.tableName(), put.item())), () -> real.putItem(put));
            case UpdateItemRequest update ->
                write(
                        1,
                        List.of(new Change(update.tableName(), update.key(), Map.of())),
                        () -> real.updateItem(update));
            case DeleteItemRequest delete ->
                write(
                        1,
                        List.of(new Change(delete.tableName(), delete.key(), Map.of())),
                        () -> real.deleteItem(delete));
            case TransactWriteItemsRequest all ->
                write(2, all.transactItems().stream().map(this::change).toList(), () -> real.transactWriteItems(all));
            default -> throw new UnsupportedOperationException("nobody knows what this costs: " + request);
        };
    }

    private Object read(Object answer, double units) {
        reads.incrementAndGet();
        readUnits.add(units);
        return answer;
    }

    /** Finding nothing costs as well. */
    private static double atLeastOne(ConsumedCapacity consumed, @Nullable Boolean isConsistent) {
        return Math.max(Boolean.TRUE.equals(isConsistent) ? 1 : 0.5, consumed.capacityUnits());
    }

    private Object write(int times, List<Change> changes, Supplier<Object> call) {
        writes.incrementAndGet();
        var before = changes.stream().map(this::stored).toList();
        try {
            var answer = call.get();
            for (int i = 0; i < changes.size(); i++) {
                var change = changes.get(i);
                writeUnits.addAndGet(costs.of(change.table(), before.get(i), stored(change), times));
            }
            return answer;
        } catch (ConditionalCheckFailedException | TransactionCanceledException refused) {
            for (int i = 0; i < changes.size(); i++) {
                writeUnits.addAndGet(
                        WriteUnits.refused(before.get(i), changes.get(i).wanted(), times));
            }
            throw refused;
        }
    }

    private Change change(TransactWriteItem item) {
        if (item.put() != null) {
            return change(item.put().tableName(), item.put().item());
        }
        if (item.update() != null) {
            return new Change(item.update().tableName(), item.update().key(), Map.of());
        }
        return item.delete() != null
                ? new Change(item.delete().tableName(), item.delete().key(), Map.of())
                : new Change(
                        item.conditionCheck().tableName(), item.conditionCheck().key(), Map.of());
    }

    private Change change(String table, Map<String, AttributeValue> item) {
        var key = new HashMap<>(item);
        key.keySet().retainAll(costs.keyOf(table));
        return new Change(table, key, item);
    }

    /** Empty when there is none. */
    private Map<String, AttributeValue> stored(Change change) {
        return real.getItem(it -> it.tableName(change.table()).key(change.key()).consistentRead(true))
                .item();
    }

    /** @param wanted as far as it is known before the call */
    private record Change(String table, Map<String, AttributeValue> key, Map<String, AttributeValue> wanted) {}
}
