package yunhe.dynamo.activity;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;

/** A store of which one item is read as it was: of a transaction a reader may see one item sooner than another. */
record Stale(DynamoDbClient client, AtomicBoolean shown) {

    static Stale showing(DynamoDbClient real, Map<String, AttributeValue> old) {
        var shown = new AtomicBoolean();
        var client = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    if (method.isDefault() && arguments != null && arguments[0] instanceof Consumer) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    try {
                        var answer = method.invoke(real, arguments);
                        return answer instanceof BatchGetItemResponse batch ? with(old, batch, shown) : answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        return new Stale(client, shown);
    }

    boolean isShown() {
        return shown.get();
    }

    private static BatchGetItemResponse with(
            Map<String, AttributeValue> old, BatchGetItemResponse batch, AtomicBoolean shown) {
        var responses = batch.responses().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, table -> with(old, table.getValue(), shown)));
        return batch.toBuilder().responses(responses).build();
    }

    private static List<Map<String, AttributeValue>> with(
            Map<String, AttributeValue> old, List<Map<String, AttributeValue>> items, AtomicBoolean shown) {
        return items.stream()
                .map(item -> {
                    boolean same = item.get("pk").equals(old.get("pk"))
                            && item.get("sk").equals(old.get("sk"));
                    shown.compareAndSet(false, same);
                    return same ? old : item;
                })
                .toList();
    }
}
