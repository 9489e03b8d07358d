package yunhe.reminders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.agenda.Budget;
import yunhe.core.agenda.QuietHours;
import yunhe.core.agenda.TaskRunner;
import yunhe.core.agenda.Tick;
import yunhe.core.roadshow.KeepTimetable;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Log;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoAgenda;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.roadshow.DynamoTimetables;
import yunhe.dynamo.roadshow.DynamoWishes;

/** One tick of the schedule. What the scheduler says in its event is not needed. */
public final class RemindersHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {

    /** A change takes five to ten milliseconds; the time that is left decides first. */
    static final int CHANGES_MAX = 10_000;

    /** Enough to end a page of a hundred people. */
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);

    private final Tick tick;

    public RemindersHandler() {
        this(Environment.ofProcess(), Dynamo.client());
    }

    public RemindersHandler(Environment environment, DynamoDbClient client) {
        var table = environment.require("ACTIVITIES_TABLE");
        var agenda = new DynamoAgenda(client, table, environment.random());
        var registrations = new DynamoRegistrations(client, table, environment.random());
        var retention = Duration.ofDays(Long.parseLong(environment.require("RETENTION_DAYS")));
        var meetings = new KeepTimetable(
                new DynamoTimetables(client, table, environment.random()),
                new DynamoWishes(client, table, environment.random()),
                registrations,
                retention,
                environment.clock());
        var runner = new TaskRunner(
                agenda,
                new DynamoActivities(client, table, environment.random()),
                registrations,
                meetings,
                new TaskRunner.House(
                        environment
                                .optional("QUIET_HOURS")
                                .map(QuietHours::parse)
                                .orElse(QuietHours.DEFAULT),
                        retention),
                environment.clock());
        this.tick = new Tick(agenda, runner, environment.clock());
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, @Nullable Context context) {
        tick(new Budget(CHANGES_MAX, () -> isTimeUp(context)));
        return null;
    }

    void tick(Budget budget) {
        int done = tick.run(budget);
        Log.event("reminders.ticked", Map.of("done", Integer.toString(done)));
    }

    private static boolean isTimeUp(@Nullable Context context) {
        return context != null && context.getRemainingTimeInMillis() < TIME_TO_STOP.toMillis();
    }
}
