package yunhe.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A store whose caller is slow at the worst moment: before one of its calls, others do what they do. For one thread.
 */
public final class Interlude {

    private final DynamoDbClient client;
    private final ArrayDeque<Scene> scenes = new ArrayDeque<>();

    private record Scene(Predicate<Object> before, Runnable others) {}

    private Interlude(DynamoDbClient real) {
        this.client = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    if (method.isDefault() && arguments != null && arguments[0] instanceof Consumer) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (arguments != null
                            && !scenes.isEmpty()
                            && scenes.getFirst().before().test(arguments[0])) {
                        scenes.removeFirst().others().run();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    public static Interlude in(DynamoDbClient real) {
        return new Interlude(real);
    }

    public DynamoDbClient client() {
        return client;
    }

    /** Once, before the next request that is one of these; several in the order in which they are given. */
    public Interlude before(Predicate<Object> request, Runnable others) {
        scenes.addLast(new Scene(request, others));
        return this;
    }

    /** Whether all that was to happen has happened. */
    public boolean isOver() {
        return scenes.isEmpty();
    }
}
