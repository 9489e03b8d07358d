package yunhe.notices;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import yunhe.core.notice.Notice;
import yunhe.core.shared.StoreUnavailable;
import yunhe.web.Json;

/** The way back into the notifier's queue, in the words that the outbox uses. */
record NoticesQueue(SqsClient queue, String url) {

    static SqsClient client() {
        return SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Whoever cannot reach the queue is told to come again, as with the store. */
    void send(Notice notice) {
        var body = Json.object()
                .put("about", notice.about().value())
                .put("kind", notice.kind().code())
                .put("version", Long.toString(notice.version()));
        try {
            queue.sendMessage(request -> request.queueUrl(url).messageBody(Json.write(body)));
        } catch (SdkException cause) {
            throw new StoreUnavailable("queue notice " + notice.id(), cause);
        }
    }
}
