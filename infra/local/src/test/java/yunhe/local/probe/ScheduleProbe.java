package yunhe.local.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import org.jspecify.annotations.Nullable;
import yunhe.core.shared.Environment;

/** Remembers what its clock said at each run. */
public final class ScheduleProbe implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private final Environment environment;

    public ScheduleProbe(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        Probe.SCHEDULED.add(environment.clock().instant().toString());
        return null;
    }
}
