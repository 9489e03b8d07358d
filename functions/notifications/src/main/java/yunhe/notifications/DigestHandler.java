package yunhe.notifications;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.notice.DynamoDigests;
import yunhe.notifications.digest.Digest;
import yunhe.notifications.digest.Intake;
import yunhe.notifications.message.DigestText;

/** One digest of new sign-ups for the organisers. What the scheduler says in its event is not needed. */
public final class DigestHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {

    private final Digest digest;

    public DigestHandler() {
        this(Environment.ofProcess(), Dynamo.client());
    }

    public DigestHandler(Environment environment, DynamoDbClient client) {
        var table = environment.require("ACTIVITIES_TABLE");
        var language = Language.valueOf(environment.require("ROBOT_LANGUAGE").toUpperCase(Locale.ROOT));
        this.digest = new Digest(
                new DynamoDigests(client, environment.require("NOTICES_TABLE"), environment.random()),
                new Intake(
                        new DynamoActivities(client, table, environment.random()),
                        new DynamoRegistrations(client, table, environment.random())),
                Channels.robots(environment),
                new DigestText(language, environment.require("PUBLIC_URL")),
                environment.clock());
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        digest.tell();
        return null;
    }
}
