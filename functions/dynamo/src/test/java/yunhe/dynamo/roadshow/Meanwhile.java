package yunhe.dynamo.roadshow;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A store in which somebody else does something, just before one of its calls. For one thread. */
final class Meanwhile {

    private final Runnable somethingElse;
    private final DynamoDbClient client;
    private int callsLeft;

    /** @param call 1 is the next one */
    Meanwhile(DynamoDbClient real, int call, Runnable somethingElse) {
        this.somethingElse = somethingElse;
        this.callsLeft = call;
        this.client = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    // Pages come one by one through the client that the paginator holds: that has to be this one.
                    boolean isShorthand = arguments != null && arguments[0] instanceof Consumer
                            || method.getName().endsWith("Paginator");
                    if (method.isDefault() && isShorthand) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    happen();
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    DynamoDbClient client() {
        return client;
    }

    /** False when there were fewer calls. */
    boolean hasHappened() {
        return callsLeft <= 0;
    }

    private void happen() {
        if (--callsLeft == 0) {
            somethingElse.run();
        }
    }
}
