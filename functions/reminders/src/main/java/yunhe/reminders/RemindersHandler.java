package yunhe.reminders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.Promote;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Log;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;

/** One tick of the schedule. What the scheduler says in its event is not needed. */
public final class RemindersHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {

    private final Sweep sweep;

    public RemindersHandler() {
        this(Environment.ofProcess(), Dynamo.client());
    }

    public RemindersHandler(Environment environment, DynamoDbClient client) {
        var table = environment.require("ACTIVITIES_TABLE");
        var activities = new DynamoActivities(client, table, environment.random());
        var registrations = new DynamoRegistrations(client, table, environment.random());
        var published = new PublishedActivities(activities, environment.clock(), Duration.ZERO);
        var promote = new Promote(published, registrations, environment.clock());
        this.sweep = new Sweep(activities, registrations, promote, environment.clock());
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        var swept = sweep.tick();
        Log.event(
                "reminders.swept",
                Map.of(
                        "promoted", Integer.toString(swept.promoted()),
                        "expired", Integer.toString(swept.expired()),
                        "noShows", Integer.toString(swept.noShows())));
        return null;
    }
}
