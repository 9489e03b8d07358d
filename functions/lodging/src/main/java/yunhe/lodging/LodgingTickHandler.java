package yunhe.lodging;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.agenda.Budget;
import yunhe.core.lodging.LodgingTick;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Log;
import yunhe.dynamo.Dynamo;

/** One tick of the schedule. What the scheduler says in its event is not needed. */
public final class LodgingTickHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {

    private static final int CHANGES_MAX = 10_000;

    /** Enough to end the sweep of one station. */
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(20);

    private final LodgingTick tick;

    public LodgingTickHandler() {
        this(Environment.ofProcess(), Dynamo.client());
    }

    public LodgingTickHandler(Environment environment, DynamoDbClient client) {
        this.tick = new LodgingTick(
                Wiring.stations(environment, client), Wiring.stays(environment, client), environment.clock());
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, @Nullable Context context) {
        int done = tick.run(new Budget(CHANGES_MAX, () -> isTimeUp(context)));
        Log.event("lodging.ticked", Map.of("done", Integer.toString(done)));
        return null;
    }

    private static boolean isTimeUp(@Nullable Context context) {
        return context != null && context.getRemainingTimeInMillis() < TIME_TO_STOP.toMillis();
    }
}
