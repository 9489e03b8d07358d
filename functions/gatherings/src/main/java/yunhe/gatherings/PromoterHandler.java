package yunhe.gatherings;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.Promote;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.Registrations;
import yunhe.core.agenda.Agenda;
import yunhe.core.agenda.Budget;
import yunhe.core.agenda.QuietHours;
import yunhe.core.agenda.Task;
import yunhe.core.agenda.TaskRunner;
import yunhe.core.roadshow.KeepTimetable;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Log;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoAgenda;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.roadshow.DynamoTimetables;
import yunhe.dynamo.roadshow.DynamoWishes;

/**
 * Moves a line up whenever a place came back or someone joined it, looks after claims at a group that is full, and does
 * at once what people wait for: cancelling everybody's registration with an activity, telling everybody of another
 * time, holding the meetings of a roadshow against who is there.
 */
public final class PromoterHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

    /** What an organiser has just changed is what counts for whoever moves up. */
    private static final Duration REMEMBER_ACTIVITIES_FOR = Duration.ZERO;

    /** So much at once; what is left over is noted, and the note wakes this function again. */
    private static final int CHANGES_MAX = 1_000;

    private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);

    private final Registrations registrations;
    private final Clock clock;
    private final Promote promote;
    private final Agenda agenda;
    private final TaskRunner tasks;

    public PromoterHandler() {
        this(Environment.ofProcess(), Dynamo.client());
    }

    public PromoterHandler(Environment environment, DynamoDbClient client) {
        var table = environment.require("ACTIVITIES_TABLE");
        var activities = new DynamoActivities(client, table, environment.random());
        this.registrations = new DynamoRegistrations(client, table, environment.random());
        this.clock = environment.clock();
        this.promote = new Promote(
                new PublishedActivities(activities, environment.clock(), REMEMBER_ACTIVITIES_FOR),
                registrations,
                environment.clock());
        this.agenda = new DynamoAgenda(client, table, environment.random());
        var retention = Duration.ofDays(Long.parseLong(environment.require("RETENTION_DAYS")));
        var meetings = new KeepTimetable(
                new DynamoTimetables(client, table, environment.random()),
                new DynamoWishes(client, table, environment.random()),
                registrations,
                retention,
                environment.clock());
        this.tasks = new TaskRunner(
                agenda,
                activities,
                registrations,
                meetings,
                new TaskRunner.House(QuietHours.DEFAULT, retention),
                environment.clock());
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, @Nullable Context context) {
        var done = new HashSet<SeatsImage>();
        for (var record : event.getRecords()) {
            var urgent = TaskImage.urgent(record);
            if (urgent.isPresent() && !worked(urgent.get(), context, record)) {
                return failedFrom(record);
            }
            var seats = SeatsImage.of(record).filter(it -> it.canMoveUp() || it.isUnsettled());
            if (seats.isPresent() && done.add(seats.get()) && !lookedAfter(seats.get(), record)) {
                // The stream hands over everything from here again; moving up twice moves nobody twice.
                return failedFrom(record);
            }
        }
        return new StreamsEventResponse(List.of());
    }

    private boolean worked(Task told, @Nullable Context context, DynamodbStreamRecord record) {
        try {
            var budget = new Budget(CHANGES_MAX, () -> isTimeUp(context));
            // What the record says may be old: it may be done, or have come further.
            agenda.find(told).ifPresent(task -> tasks.run(task, budget));
            return true;
        } catch (RuntimeException cause) {
            Log.event(
                    "task.failed",
                    Map.of(
                            "activity", told.activity().value(),
                            "exception", cause.getClass().getName(),
                            "sequenceNumber", record.getDynamodb().getSequenceNumber()));
            return false;
        }
    }

    private static boolean isTimeUp(@Nullable Context context) {
        return context != null && context.getRemainingTimeInMillis() < TIME_TO_STOP.toMillis();
    }

    private boolean lookedAfter(SeatsImage seats, DynamodbStreamRecord record) {
        try {
            if (seats.isUnsettled()) {
                registrations.settle(seats.activity(), seats.group(), clock.instant());
                return true;
            }
            int moved = promote.promote(seats.activity(), seats.group());
            if (moved > 0) {
                log("line.moved_up", seats, Map.of("moved", Integer.toString(moved)));
            }
            return true;
        } catch (RuntimeException cause) {
            log(
                    "line.failed",
                    seats,
                    Map.of(
                            "exception", cause.getClass().getName(),
                            "sequenceNumber", record.getDynamodb().getSequenceNumber()));
            return false;
        }
    }

    private static void log(String event, SeatsImage seats, Map<String, String> more) {
        var fields = new HashMap<>(more);
        fields.put("activity", seats.activity().value());
        fields.put("group", seats.group());
        Log.event(event, fields);
    }

    private static StreamsEventResponse failedFrom(DynamodbStreamRecord record) {
        return new StreamsEventResponse(List.of(StreamsEventResponse.BatchItemFailure.builder()
                .withItemIdentifier(record.getDynamodb().getSequenceNumber())
                .build()));
    }
}
