package yunhe.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import yunhe.core.notice.Notice;
import yunhe.core.shared.Log;

/** Puts notices into the queue, as many at once as it takes. */
final class Outbox {

    /** SQS takes no more in one call. */
    private static final int AT_ONCE_MAX = 10;

    private final SqsClient queue;
    private final String queueUrl;

    Outbox(SqsClient queue, String queueUrl) {
        this.queue = queue;
        this.queueUrl = queueUrl;
    }

    /** The first position from which the notices have to be sent again, if any. Those before it are in the queue. */
    OptionalInt send(List<Entry> entries) {
        for (int from = 0; from < entries.size(); from += AT_ONCE_MAX) {
            var failed = sendAtOnce(entries.subList(from, Math.min(entries.size(), from + AT_ONCE_MAX)));
            if (failed.isPresent()) {
                return failed;
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt sendAtOnce(List<Entry> entries) {
        var batch = new ArrayList<SendMessageBatchRequestEntry>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            batch.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(i))
                    .messageBody(NoticeMessage.write(entries.get(i).notice()))
                    .build());
        }
        try {
            return queue.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(batch)).failed().stream()
                    .map(BatchResultErrorEntry::id)
                    .mapToInt(id -> entries.get(Integer.parseInt(id)).position())
                    .min();
        } catch (SdkException cause) {
            Log.event(
                    "outbox.queue_unavailable", Map.of("error", cause.getClass().getSimpleName()));
            return OptionalInt.of(entries.getFirst().position());
        }
    }

    /** A notice, and the position in the stream's batch of the record that it comes from. */
    record Entry(int position, Notice notice) {}
}
