package yunhe.notifications.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One line's calls to a web hook. Who did not answer once is not asked again on this line. */
final class WebCalls implements AutoCloseable {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(8);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_MAX).build();
    private boolean otherSideIsAway;

    /** A POST of JSON, to be completed with headers. */
    static HttpRequest.Builder post(URI address, String json) {
        return HttpRequest.newBuilder(address)
                .timeout(ANSWER_MAX)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    /** @param attempted what is being done, without addresses: an address may hold a secret */
    HttpResponse<String> send(String attempted, HttpRequest request) {
        if (otherSideIsAway) {
            throw new ChannelUnavailable(attempted + ", but there was no answer a moment ago");
        }
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException cause) {
            otherSideIsAway = true;
            throw new ChannelUnavailable(attempted, cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new ChannelUnavailable(attempted, cause);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
