package yunhe.local.functions;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** One function of the template, ready to be called. */
public final class LocalFunction {
    private final String logicalId;
    private final RequestHandler<Object, Object> handler;
    private final Duration timeout;

    @SuppressWarnings("unchecked") // Handlers checks the event's type before anyone calls.
    public LocalFunction(String logicalId, RequestHandler<?, ?> handler, Duration timeout) {
        this.logicalId = logicalId;
        this.handler = (RequestHandler<Object, Object>) handler;
        this.timeout = timeout;
    }

    public String logicalId() {
        return logicalId;
    }

    /** Calls the function as often as at once as anyone asks: one copy serves all, so it must bear that. */
    public Optional<Object> invoke(Object event) {
        String requestId = UUID.randomUUID().toString();
        return Optional.ofNullable(handler.handleRequest(event, new InvocationContext(logicalId, requestId, timeout)));
    }

    /** Fails when the handler takes another kind of event than the template sends it. */
    public void expects(Class<?> event) {
        HandlerTypes.eventOf(handler.getClass())
                .filter(taken -> !taken.isAssignableFrom(event))
                .ifPresent(taken -> {
                    throw new IllegalStateException(logicalId + ": the template sends " + event.getSimpleName()
                            + ", but " + handler.getClass().getName() + " takes " + taken.getSimpleName());
                });
    }
}
