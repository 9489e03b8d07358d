package yunhe.notifications;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import yunhe.core.agenda.QuietHours;
import yunhe.core.person.PersonKeys;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Log;
import yunhe.core.shared.Secrets;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.lodging.DynamoStations;
import yunhe.dynamo.lodging.DynamoStays;
import yunhe.dynamo.notice.DynamoDailyCap;
import yunhe.dynamo.notice.DynamoNotices;
import yunhe.dynamo.notice.DynamoOptOuts;
import yunhe.dynamo.notice.DynamoUnreachables;
import yunhe.dynamo.roadshow.DynamoTimetables;
import yunhe.notifications.message.Letters;
import yunhe.notifications.message.Links;

/** Tells people what the queue says. */
public final class NotifierHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    /** A message is begun only while there is time to end it: a slow provider must not cost a claim. */
    private static final Duration TIME_FOR_ONE = Duration.ofSeconds(12);

    private final Notifier notifier;
    private final Post post;
    private final Patience patience;

    public NotifierHandler() {
        this(Environment.ofProcess(), Dynamo.client(), Queue.client());
    }

    public NotifierHandler(Environment environment, DynamoDbClient client, SqsClient queue) {
        this(notifier(environment, client), post(environment), new Patience(queue, environment));
    }

    NotifierHandler(Notifier notifier, Post post, Patience patience) {
        this.notifier = notifier;
        this.post = post;
        this.patience = patience;
    }

    static Notifier notifier(Environment environment, DynamoDbClient client) {
        var table = environment.require("NOTICES_TABLE");
        return new Notifier(
                new DynamoNotices(client, table, environment.random()),
                new DynamoUnreachables(client, table),
                rolls(environment, client),
                manners(environment, client),
                environment.clock());
    }

    static Rolls rolls(Environment environment, DynamoDbClient client) {
        var random = environment.random();
        var ofActivities = environment.require("ACTIVITIES_TABLE");
        var ofLodging = environment.require("LODGING_TABLE");
        return new Rolls(
                new DynamoRegistrations(client, ofActivities, random)::find,
                new DynamoActivities(client, ofActivities, random)::find,
                new DynamoTimetables(client, ofActivities, random)::published,
                new DynamoStays(client, ofLodging, random)::find,
                new DynamoStations(client, ofLodging, random)::find);
    }

    static Manners manners(Environment environment, DynamoDbClient client) {
        var table = environment.require("NOTICES_TABLE");
        return new Manners(
                QuietHours.parse(environment.require("QUIET_HOURS")),
                PersonKeys.reminded(Secrets.identity(environment)),
                new DynamoOptOuts(client, table),
                new DynamoDailyCap(client, table, Integer.parseInt(environment.require("REMINDERS_PER_DAY"))));
    }

    static Post post(Environment environment) {
        return new Post(
                new Letters(Links.of(environment), environment.require("MAIL_FROM")),
                Channels.mail(environment),
                Channels.sms(environment));
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, @Nullable Context context) {
        var again = new LinkedHashMap<SQSEvent.SQSMessage, Result>();
        try (var round = post.open()) {
            for (var message : event.getRecords()) {
                var result = handle(message, round, context);
                if (!(result instanceof Result.Done)) {
                    again.put(message, result);
                }
            }
        }
        patience.comeAgain(again);
        return new SQSBatchResponse(again.keySet().stream()
                .map(message -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
                .toList());
    }

    private Result handle(SQSEvent.SQSMessage message, Post.Round round, @Nullable Context context) {
        var notice = NoticeMessage.read(message.getBody());
        if (notice.isEmpty()) {
            // It comes again until it lies with the dead letters, where somebody can look at it.
            Log.event("notice.unreadable", Map.of("message", message.getMessageId()));
            return new Result.ComeAgain();
        }
        try {
            if (patience.isOver(message)) {
                return notifier.giveUp(notice.get());
            }
            return isTimeUp(context) ? new Result.ComeAgain() : notifier.tell(notice.get(), round);
        } catch (RuntimeException fault) {
            // One message that cannot be told must not hold up the nine beside it.
            Log.event(
                    "notice.fault",
                    Map.of("id", notice.get().id(), "error", fault.getClass().getName()));
            return new Result.ComeAgain();
        }
    }

    private static boolean isTimeUp(@Nullable Context context) {
        return context != null && context.getRemainingTimeInMillis() < TIME_FOR_ONE.toMillis();
    }
}
