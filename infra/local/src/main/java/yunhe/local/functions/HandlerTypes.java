package yunhe.local.functions;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from a handler's class which event it takes. */
final class HandlerTypes {
    private HandlerTypes() {}

    static Optional<Class<?>> eventOf(Class<?> handler) {
        for (@Nullable Class<?> type = handler; type != null; type = type.getSuperclass()) {
            for (Type implemented : type.getGenericInterfaces()) {
                if (implemented instanceof ParameterizedType generic
                        && generic.getRawType() == RequestHandler.class
                        && generic.getActualTypeArguments()[0] instanceof Class<?> event) {
                    return Optional.of(event);
                }
            }
        }
        return Optional.empty();
    }
}
