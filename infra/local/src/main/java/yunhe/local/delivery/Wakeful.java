package yunhe.local.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;

/** A client that wakes whoever delivers what it writes, so that nobody needs to poll often. */
public final class Wakeful {
    private Wakeful() {}

    public static <T> T client(Class<T> type, T client, Predicate<String> writes, Runnable wake) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return invoke(client, method, arguments);
                    } finally {
                        // Also after a failure: the call may have taken effect.
                        if (writes.test(method.getName())) {
                            wake.run();
                        }
                    }
                });
        return type.cast(proxy);
    }

    @SuppressWarnings(
            "NullAway") // Proxies pass null for methods without arguments and give back whatever the client does.
    private static Object invoke(Object client, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
