package yunhe.local.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import yunhe.core.shared.Environment;

/** Remembers what its clock said at each run. */
public final class ScheduleProbe implements RequestHandler<Map<String, Object>, @Nullable Void> {
    private final Environment environment;

    public ScheduleProbe(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        Probe.SCHEDULED.add(environment.clock().instant().toString());
        return null;
    }
}
