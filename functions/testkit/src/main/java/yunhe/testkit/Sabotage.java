package yunhe.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A store with one safeguard taken out: the control of a race test, which has to fail with it. Also counts how often
 * the safeguard was met, so that a control cannot pass because the condition no longer exists.
 */
public final class Sabotage {

    private final AtomicInteger met = new AtomicInteger();
    private final DynamoDbClient client;

    /** @param condition that is not asked; none when a write is left out instead */
    private Sabotage(DynamoDbClient real, String condition, Predicate<TransactWriteItem> leftOut) {
        UnaryOperator<String> weaken = text -> {
            if (!text.equals(condition)) {
                return text;
            }
            met.incrementAndGet();
            // True of every item and of none, and still using every placeholder, as the store demands.
            return "(" + condition + ") OR attribute_exists(pk) OR attribute_not_exists(pk)";
        };
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.isDefault() && arguments != null && arguments[0] instanceof Consumer) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            if (arguments != null && arguments[0] instanceof TransactWriteItemsRequest request) {
                arguments[0] = request.toBuilder()
                        .transactItems(request.transactItems().stream()
                                .flatMap(item -> leaveOut(item, leftOut))
                                .map(item -> weaken(item, weaken))
                                .toList())
                        .build();
            }
            if (arguments != null
                    && arguments[0] instanceof UpdateItemRequest request
                    && request.conditionExpression() != null) {
                arguments[0] = request.toBuilder()
                        .conditionExpression(weaken.apply(request.conditionExpression()))
                        .build();
            }
            if (arguments != null
                    && arguments[0] instanceof PutItemRequest request
                    && request.conditionExpression() != null) {
                arguments[0] = request.toBuilder()
                        .conditionExpression(weaken.apply(request.conditionExpression()))
                        .build();
            }
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
        this.client = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler);
    }

    /** Wherever {@code condition} is asked for, nothing is. */
    public static Sabotage without(String condition, DynamoDbClient real) {
        return new Sabotage(real, condition, write -> false);
    }

    /** Transactions without one of their writes. They have to have another one. */
    public static Sabotage leavingOut(Predicate<TransactWriteItem> write, DynamoDbClient real) {
        return new Sabotage(real, "", write);
    }

    public DynamoDbClient client() {
        return client;
    }

    public int timesMet() {
        return met.get();
    }

    private Stream<TransactWriteItem> leaveOut(TransactWriteItem item, Predicate<TransactWriteItem> leftOut) {
        if (!leftOut.test(item)) {
            return Stream.of(item);
        }
        met.incrementAndGet();
        return Stream.empty();
    }

    private static TransactWriteItem weaken(TransactWriteItem item, UnaryOperator<String> weaken) {
        if (item.update() != null && item.update().conditionExpression() != null) {
            return item.toBuilder()
                    .update(item.update().toBuilder()
                            .conditionExpression(weaken.apply(item.update().conditionExpression()))
                            .build())
                    .build();
        }
        if (item.put() != null && item.put().conditionExpression() != null) {
            return item.toBuilder()
                    .put(item.put().toBuilder()
                            .conditionExpression(weaken.apply(item.put().conditionExpression()))
                            .build())
                    .build();
        }
        if (item.conditionCheck() != null) {
            return item.toBuilder()
                    .conditionCheck(item.conditionCheck().toBuilder()
                            .conditionExpression(
                                    weaken.apply(item.conditionCheck().conditionExpression()))
                            .build())
                    .build();
        }
        return item;
    }
}
