package yunhe.notifications;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Log;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.notice.DynamoNotices;
import yunhe.notifications.message.Letters;
import yunhe.notifications.message.Links;

/** Tells people what the queue says. */
public final class NotifierHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    /** A message is begun only while there is time to end it: a slow provider must not cost a claim. */
    private static final Duration TIME_FOR_ONE = Duration.ofSeconds(12);

    private final Notifier notifier;
    private final Post post;

    public NotifierHandler() {
        this(Environment.ofProcess(), Dynamo.client());
    }

    public NotifierHandler(Environment environment, DynamoDbClient client) {
        this(notifier(environment, client), post(environment));
    }

    NotifierHandler(Notifier notifier, Post post) {
        this.notifier = notifier;
        this.post = post;
    }

    static Notifier notifier(Environment environment, DynamoDbClient client) {
        var activities = new DynamoActivities(client, environment.require("ACTIVITIES_TABLE"), environment.random());
        var registrations =
                new DynamoRegistrations(client, environment.require("ACTIVITIES_TABLE"), environment.random());
        var notices = new DynamoNotices(client, environment.require("NOTICES_TABLE"), environment.random());
        return new Notifier(notices, registrations::find, activities::find, environment.clock());
    }

    static Post post(Environment environment) {
        return new Post(
                new Letters(Links.of(environment), environment.require("MAIL_FROM")),
                Channels.mail(environment),
                Channels.sms(environment));
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, @Nullable Context context) {
        var failures = new ArrayList<SQSBatchResponse.BatchItemFailure>();
        try (var round = post.open()) {
            for (var message : event.getRecords()) {
                if (isTimeUp(context) || tell(message, round) == Notifier.Result.COME_AGAIN) {
                    failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
                }
            }
        }
        return new SQSBatchResponse(failures);
    }

    private Notifier.Result tell(SQSEvent.SQSMessage message, Post.Round round) {
        var notice = NoticeMessage.read(message.getBody());
        if (notice.isEmpty()) {
            // It comes again until it lies with the dead letters, where somebody can look at it.
            Log.event("notice.unreadable", Map.of("message", message.getMessageId()));
            return Notifier.Result.COME_AGAIN;
        }
        try {
            return notifier.tell(notice.get(), round);
        } catch (RuntimeException fault) {
            // One message that cannot be told must not hold up the nine beside it.
            Log.event(
                    "notice.fault",
                    Map.of("id", notice.get().id(), "error", fault.getClass().getName()));
            return Notifier.Result.COME_AGAIN;
        }
    }

    private static boolean isTimeUp(@Nullable Context context) {
        return context != null && context.getRemainingTimeInMillis() < TIME_FOR_ONE.toMillis();
    }
}
