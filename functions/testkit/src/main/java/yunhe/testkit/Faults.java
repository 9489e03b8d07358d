package yunhe.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A store one of whose calls fails: before it takes effect, or after, so that only the answer is lost. Everything else
 * goes to the real one. For one thread.
 */
public final class Faults {

    private final DynamoDbClient real;
    private final DynamoDbClient client;
    private @Nullable Fault next;
    private int callsLeft;

    private Faults(DynamoDbClient real) {
        this.real = real;
        this.client = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler());
    }

    public static Faults in(DynamoDbClient real) {
        return new Faults(real);
    }

    /** When a call fails. */
    public enum When {
        BEFORE,
        AFTER
    }

    public DynamoDbClient client() {
        return client;
    }

    /** Lets one call fail as if the store had not answered: 1 is the next call. */
    public void failCall(int number, When when) {
        failCall(number, when, () -> SdkClientException.create("the store does not answer"));
    }

    public void failCall(int number, When when, Supplier<? extends RuntimeException> exception) {
        next = new Fault(when, exception);
        callsLeft = number;
    }

    /** Whether the failure that was asked for is still to come: there were fewer calls. Then it no longer is. */
    public boolean takeBack() {
        boolean pending = next != null;
        next = null;
        return pending;
    }

    private InvocationHandler handler() {
        return (proxy, method, arguments) -> {
            // Pages come one by one through the client that the paginator holds: that has to be this one.
            boolean isShorthand = arguments != null && arguments[0] instanceof Consumer || isPaginator(method);
            if (method.isDefault() && isShorthand) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            var fault = method.isDefault() ? due() : null;
            if (fault != null && fault.when() == When.BEFORE) {
                throw fault.exception().get();
            }
            try {
                return call(method, arguments);
            } finally {
                lose(fault);
            }
        };
    }

    /** The answer, whether it is good or bad. */
    private static void lose(@Nullable Fault fault) {
        if (fault != null) {
            throw fault.exception().get();
        }
    }

    private static boolean isPaginator(Method method) {
        return method.getName().endsWith("Paginator");
    }

    private @Nullable Fault due() {
        var fault = next;
        if (fault == null || --callsLeft > 0) {
            return null;
        }
        next = null;
        return fault;
    }

    @SuppressWarnings("NullAway") // Proxies get null for no arguments, and a method without an answer gives null.
    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private record Fault(When when, Supplier<? extends RuntimeException> exception) {}
}
