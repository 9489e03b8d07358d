package yunhe.dynamo;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The client as a function uses it. */
public final class Dynamo {

    // A call that hangs must leave time to say so before the function's own time-out of 20 s.
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);

    private Dynamo() {}

    /** Region and credentials as the environment gives them; everything else stated. */
    public static DynamoDbClient client() {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(Dynamo::limitTime)
                .build();
    }

    /** How long a call may take. A rehearsal has the same limits, so that what watches over them is there already. */
    public static void limitTime(ClientOverrideConfiguration.Builder configuration) {
        configuration.apiCallAttemptTimeout(ATTEMPT_TIMEOUT).apiCallTimeout(CALL_TIMEOUT);
    }
}
