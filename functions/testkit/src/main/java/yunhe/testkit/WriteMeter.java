package yunhe.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Counts write units as the service bills them: each item by its size rounded up to 1 KB, twice in a transaction, and
 * once more in every index that holds it. DynamoDB Local's own figures leave out the doubling.
 *
 * <p>Sizes follow the service's documentation, "DynamoDB item sizes and formats". Also counts reads and calls.
 */
public final class WriteMeter {

    private static final int UNIT_BYTES = 1024;

    private final DynamoDbClient real;
    private final DynamoDbClient client;
    private final String indexedBy;
    private final AtomicInteger units = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();

    /** @param indexedBy the attribute that puts an item into the table's one index */
    public WriteMeter(DynamoDbClient real, String indexedBy) {
        this.real = real;
        this.indexedBy = indexedBy;
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.isDefault() && arguments != null && arguments[0] instanceof Consumer) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            try {
                var result = method.invoke(real, arguments);
                if (arguments != null) {
                    count(arguments[0]);
                }
                return result;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
        this.client = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler);
    }

    public DynamoDbClient client() {
        return client;
    }

    public int units() {
        return units.get();
    }

    /** Calls that write. */
    public int writes() {
        return writes.get();
    }

    /** Calls that only read. */
    public int reads() {
        return reads.get();
    }

    private void count(Object request) {
        switch (request) {
            case TransactWriteItemsRequest transaction -> {
                writes.incrementAndGet();
                transaction.transactItems().forEach(item -> units.addAndGet(units(item)));
            }
            case PutItemRequest put -> {
                writes.incrementAndGet();
                units.addAndGet(units(put.item(), 1));
            }
            case UpdateItemRequest update -> {
                writes.incrementAndGet();
                units.addAndGet(units(stored(update.tableName(), update.key()), 1));
            }
            case DeleteItemRequest _ -> {
                writes.incrementAndGet();
                units.incrementAndGet();
            }
            default -> reads.incrementAndGet();
        }
    }

    private int units(TransactWriteItem item) {
        if (item.put() != null) {
            return units(item.put().item(), 2);
        }
        if (item.update() != null) {
            return units(stored(item.update().tableName(), item.update().key()), 2);
        }
        // A deletion or a condition check: at least one unit, twice.
        return 2;
    }

    private int units(Map<String, AttributeValue> item, int onTable) {
        int kilobytes = Math.ceilDiv(Math.max(1, size(item)), UNIT_BYTES);
        return kilobytes * (onTable + (item.containsKey(indexedBy) ? 1 : 0));
    }

    private Map<String, AttributeValue> stored(String table, Map<String, AttributeValue> key) {
        return real.getItem(it -> it.tableName(table).key(key).consistentRead(true))
                .item();
    }

    /** Bytes of an item. */
    public static int size(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry -> entry.getKey().getBytes(UTF_8).length + size(entry.getValue()))
                .sum();
    }

    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(UTF_8).length;
            case N -> Math.ceilDiv(value.n().length(), 2) + 1;
            case BOOL, NUL -> 1;
            case B -> value.b().asByteArray().length;
            case SS ->
                value.ss().stream().mapToInt(it -> it.getBytes(UTF_8).length).sum();
            case NS ->
                value.ns().stream()
                        .mapToInt(it -> Math.ceilDiv(it.length(), 2) + 1)
                        .sum();
            case L -> 3 + value.l().stream().mapToInt(it -> size(it) + 1).sum();
            case M -> 3 + size(value.m()) + value.m().size();
            default -> throw new IllegalArgumentException("no size known for " + value.type());
        };
    }
}
