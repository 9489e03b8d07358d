package yunhe.local.delivery;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A client that says what it was asked for, so that whoever delivers what it wrote need not look often. */
public final class Wakeful {
    private Wakeful() {}

    /** @param asked is given each request once it was made; also after a failure, because it may have taken effect */
    public static <T> T client(Class<T> type, T client, Consumer<Object> asked) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (!isRequest(arguments)) {
                        return invoke(client, method, arguments);
                    }
                    if (arguments[0] instanceof Consumer<?>) {
                        // Comes here again with the request that it builds.
                        return InvocationHandler.invokeDefault(self, method, arguments);
                    }
                    try {
                        return invoke(client, method, arguments);
                    } finally {
                        asked.accept(arguments[0]);
                    }
                });
        return type.cast(proxy);
    }

    private static boolean isRequest(@Nullable Object @Nullable [] arguments) {
        return arguments != null && arguments.length == 1;
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
