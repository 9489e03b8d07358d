package yunhe.notifications.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * One operation of an AWS service, called by HTTP with the SDK's own signer and connection: the clients of SES and SNS
 * alone would bring more than the zip may hold (see infra/decisions/0007).
 *
 * @param signingName as Signature Version 4 knows the service
 */
public record AwsService(
        String signingName, URI endpoint, String region, AwsCredentialsProvider credentials, Clock clock) {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(8);

    /** In the function's own region, with its role. {@code aws-cn} has neither of the two services. */
    public static AwsService ses(Clock clock) {
        return ofProcess("ses", "email", clock);
    }

    public static AwsService sns(Clock clock) {
        return ofProcess("sns", "sns", clock);
    }

    private static AwsService ofProcess(String signingName, String host, Clock clock) {
        var region = DefaultAwsRegionProviderChain.builder().build().getRegion().id();
        return new AwsService(
                signingName,
                URI.create("https://" + host + "." + region + ".amazonaws.com"),
                region,
                DefaultCredentialsProvider.builder().build(),
                clock);
    }

    /** One line's calls. */
    Calls open() {
        return new Calls();
    }

    /** @param errorType the header in which services that speak JSON name their error */
    record Answer(int status, Optional<String> errorType, String body) {

        boolean isAcceptance() {
            return status / 100 == 2;
        }
    }

    final class Calls implements AutoCloseable {

        private final SdkHttpClient client = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_MAX)
                .socketTimeout(ANSWER_MAX)
                .build();
        private boolean serviceIsAway;

        /** @param attempted what is being done, without addresses */
        Answer post(String attempted, String path, String contentType, String body) {
            if (serviceIsAway) {
                throw new ChannelUnavailable(attempted + ", but there was no answer a moment ago");
            }
            try {
                return call(signed(path, contentType, body.getBytes(UTF_8)));
            } catch (IOException | SdkClientException cause) {
                serviceIsAway = true;
                throw new ChannelUnavailable(attempted, cause);
            }
        }

        private Answer call(HttpExecuteRequest request) throws IOException {
            var answer = client.prepareRequest(request).call();
            try (InputStream in =
                    answer.responseBody().map(InputStream.class::cast).orElse(InputStream.nullInputStream())) {
                var http = answer.httpResponse();
                return new Answer(
                        http.statusCode(),
                        http.firstMatchingHeader("x-amzn-ErrorType"),
                        new String(in.readAllBytes(), UTF_8));
            }
        }

        @Override
        public void close() {
            client.close();
        }
    }

    private HttpExecuteRequest signed(String path, String contentType, byte[] body) {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint.resolve(path))
                .putHeader("Content-Type", contentType)
                .putHeader("Content-Length", Integer.toString(body.length))
                .build();
        var content = ContentStreamProvider.fromByteArray(body);
        var signed = AwsV4HttpSigner.create()
                .sign(it -> it.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(content)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, signingName)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, clock));
        return HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(signed.payload().orElse(content))
                .build();
    }
}
