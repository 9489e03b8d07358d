package yunhe.bench.scale;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import yunhe.bench.scale.StoreCall.Kind;
import yunhe.testkit.ItemSize;

/** Notes each call on its way to the embedded store, with what the service would bill for it. */
final class CallRecorder {

    private static final String PARTITION = "pk";
    private static final int WRITE_UNIT_BYTES = 1024;
    private static final int READ_UNIT_BYTES = 4096;

    private final DynamoDbClient real;
    private final DynamoDbClient client;
    private final List<StoreCall> calls = new ArrayList<>();
    private final List<Object> requests = new ArrayList<>();
    private boolean failPuts;

    CallRecorder(DynamoDbClient real) {
        this.real = real;
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.isDefault() && arguments != null && arguments[0] instanceof Consumer) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            return arguments == null ? method.invoke(real) : noted(method, arguments);
        };
        this.client = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler);
    }

    DynamoDbClient client() {
        return client;
    }

    /** As if the process died before its next put. */
    void failPuts(boolean fail) {
        failPuts = fail;
    }

    /** What was called since the last time. */
    List<StoreCall> drain() {
        var drained = List.copyOf(calls);
        calls.clear();
        requests.clear();
        return drained;
    }

    /** The last request of this type since calls were drained. */
    <T> T last(Class<T> type) {
        return requests.reversed().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private Object noted(Method method, Object[] arguments) throws Throwable {
        if (failPuts && arguments[0] instanceof PutItemRequest) {
            throw SdkClientException.create("the process died");
        }
        requests.add(arguments[0]);
        try {
            var answer = method.invoke(real, arguments);
            calls.add(call(arguments[0], false));
            return answer;
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof ConditionalCheckFailedException
                    || thrown.getCause() instanceof TransactionCanceledException) {
                calls.add(call(arguments[0], true));
            }
            throw thrown.getCause();
        }
    }

    private StoreCall call(Object request, boolean refused) {
        return switch (request) {
            case GetItemRequest get -> reads(Kind.GET, get.tableName(), List.of(get.key()));
            case BatchGetItemRequest batch -> {
                var table = batch.requestItems().entrySet().iterator().next();
                yield reads(Kind.BATCH_GET, table.getKey(), table.getValue().keys());
            }
            case PutItemRequest put ->
                new StoreCall(Kind.PUT, List.of(partition(put.item())), writeUnits(put.item()), 0, refused);
            case UpdateItemRequest update ->
                new StoreCall(
                        Kind.UPDATE,
                        List.of(partition(update.key())),
                        writeUnits(stored(update.tableName(), update.key())),
                        0,
                        refused);
            case TransactWriteItemsRequest transaction ->
                new StoreCall(
                        Kind.TRANSACTION,
                        transaction.transactItems().stream()
                                .map(it -> partition(
                                        it.put() == null
                                                ? it.update().key()
                                                : it.put().item()))
                                .toList(),
                        transaction.transactItems().stream()
                                .mapToInt(this::twice)
                                .sum(),
                        0,
                        refused);
            default -> throw new IllegalStateException("no model of " + request.getClass());
        };
    }

    private int twice(TransactWriteItem write) {
        return 2
                * writeUnits(
                        write.put() == null
                                ? stored(
                                        write.update().tableName(),
                                        write.update().key())
                                : write.put().item());
    }

    private StoreCall reads(Kind kind, String table, List<Map<String, AttributeValue>> keys) {
        int units = keys.stream()
                .mapToInt(key -> Math.max(1, Math.ceilDiv(ItemSize.of(stored(table, key)), READ_UNIT_BYTES)))
                .sum();
        return new StoreCall(kind, keys.stream().map(CallRecorder::partition).toList(), 0, units, false);
    }

    static int writeUnits(Map<String, AttributeValue> item) {
        return Math.max(1, Math.ceilDiv(ItemSize.of(item), WRITE_UNIT_BYTES));
    }

    Map<String, AttributeValue> stored(String table, Map<String, AttributeValue> key) {
        return real.getItem(it -> it.tableName(table).key(key).consistentRead(true))
                .item();
    }

    static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).orElseThrow();
    }

    private static String partition(Map<String, AttributeValue> item) {
        return value(item, PARTITION).s();
    }
}
