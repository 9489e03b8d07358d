package yunhe.dynamo.snapshot;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import yunhe.dynamo.Dynamo;

/**
 * One call to the real store that nobody signed. It is refused before any table is looked at, and by then hands were
 * shaken and a request posted for the first time in this process. The address that was looked up is no copy's: after
 * the hooks the runtime client forgets all of them.
 */
final class FirstContact {

    private FirstContact() {}

    /** @throws software.amazon.awssdk.core.exception.SdkClientException when it is out of reach */
    static void make(DynamoDbClientBuilder builder) {
        try (var client = builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(it -> {
                    Dynamo.limitTime(it);
                    it.retryStrategy(AwsRetryStrategy.doNotRetry());
                    // A copy of the snapshot could not go on with this connection.
                    it.putHeader("Connection", "close");
                })
                .build()) {
            client.describeEndpoints();
        } catch (DynamoDbException refused) {
            // As it should be.
        }
    }
}
