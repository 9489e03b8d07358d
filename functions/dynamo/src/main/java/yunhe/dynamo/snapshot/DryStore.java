package yunhe.dynamo.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.dynamo.Dynamo;

/**
 * A store that is not there. Calls go all the way through the client, are signed and read again, but leave no wire:
 * every write succeeds, and what was put is found.
 */
public final class DryStore {

    private DryStore() {}

    /** Empty, and on its own. */
    public static DynamoDbClient client() {
        return DynamoDbClient.builder()
                .httpClient(new NoWire())
                .region(Region.US_EAST_1)
                // With a token, as those of a function.
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsSessionCredentials.create("rehearsal", "rehearsal", "rehearsal")))
                .overrideConfiguration(it -> {
                    Dynamo.limitTime(it);
                    it.executionInterceptors(List.of(new DryTables()));
                })
                .build();
    }

    /** Takes every request for sent. What the answer says is added by {@link DryTables}. */
    private static final class NoWire implements SdkHttpClient {

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    var sent = request.contentStreamProvider();
                    if (sent.isPresent()) {
                        try (var stream = sent.get().newStream()) {
                            stream.transferTo(OutputStream.nullOutputStream());
                        }
                    }
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .responseBody(AbortableInputStream.create(InputStream.nullInputStream()))
                            .build();
                }

                @Override
                public void abort() {
                    // Nothing is under way.
                }
            };
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
