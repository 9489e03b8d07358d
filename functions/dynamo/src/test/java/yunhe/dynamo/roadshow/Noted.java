package yunhe.dynamo.roadshow;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import yunhe.core.activity.RegistrationId;
import yunhe.dynamo.keys.ActivityKeys;

/** A store that writes down whom it was let know of which revision of their meetings: every entry becomes a message. */
final class Noted {

    private static final String REVISION = ":revision";

    private final Map<Map<String, AttributeValue>, Queue<Integer>> revisions = new ConcurrentHashMap<>();
    private final DynamoDbClient client;

    Noted(DynamoDbClient real) {
        this.client = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    if (method.isDefault() && arguments != null && arguments[0] instanceof Consumer) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    try {
                        var answer = method.invoke(real, arguments);
                        if (arguments != null && arguments[0] instanceof UpdateItemRequest update) {
                            note(update);
                        }
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    DynamoDbClient client() {
        return client;
    }

    /** In the order in which they were noted. */
    Queue<Integer> of(RegistrationId id) {
        return revisions.getOrDefault(ActivityKeys.registration(id).attributes(), new ConcurrentLinkedQueue<>());
    }

    private void note(UpdateItemRequest update) {
        if (update.expressionAttributeValues().containsKey(REVISION)) {
            revisions
                    .computeIfAbsent(update.key(), unknown -> new ConcurrentLinkedQueue<>())
                    .add(Integer.valueOf(
                            update.expressionAttributeValues().get(REVISION).n()));
        }
    }
}
