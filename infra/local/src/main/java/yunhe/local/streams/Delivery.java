package yunhe.local.streams;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.Record;
import yunhe.local.delivery.Activity;
import yunhe.local.functions.LocalFunction;

/** Delivers the batches of one shard one after the other; what fails is tried again before anything later. */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final StreamSource source;
    private final String streamArn;
    private final LocalFunction function;
    private final GivenUp givenUp;
    private final Activity activity;
    private final Deque<Batch> waiting = new ArrayDeque<>();

    Delivery(StreamSource source, String streamArn, LocalFunction function, GivenUp givenUp, Activity activity) {
        this.source = source;
        this.streamArn = streamArn;
        this.function = function;
        this.givenUp = givenUp;
        this.activity = activity;
    }

    void add(List<Record> records) {
        for (int from = 0; from < records.size(); from += source.batchSize()) {
            waiting.add(Batch.of(records.subList(from, Math.min(records.size(), from + source.batchSize()))));
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    boolean hasDue() {
        return !waiting.isEmpty() && waiting.getFirst().isDue();
    }

    /** Delivers the first batch. Answers the last sequence number that is done with, when one is. */
    Optional<String> deliverNext(String shardId) {
        return activity.during(() -> deliver(waiting.removeFirst(), shardId));
    }

    private Optional<String> deliver(Batch batch, String shardId) {
        int succeeded;
        try {
            Optional<Object> answer = function.invoke(event(batch));
            succeeded = source.reportsFailures()
                    ? batch.succeeded(answer.orElse(null))
                    : batch.records().size();
        } catch (RuntimeException | Error fault) {
            LOG.warn(
                    "{} failed on {} records of a stream",
                    function.logicalId(),
                    batch.records().size(),
                    fault);
            return threw(batch, shardId);
        }
        if (succeeded == batch.records().size()) {
            return Optional.of(batch.last());
        }
        if (succeeded == 0) {
            return again(batch, shardId);
        }
        // What lies before the failure is done with, and the rest starts counting anew.
        waiting.addFirst(Batch.of(batch.from(succeeded).records()).failedOnce());
        return Optional.of(batch.until(succeeded).last());
    }

    private Optional<String> threw(Batch batch, String shardId) {
        int size = batch.records().size();
        if (!source.bisects() || size == 1) {
            return again(batch, shardId);
        }
        // Splitting does not count as a retry.
        waiting.addFirst(batch.from(size / 2));
        waiting.addFirst(batch.until(size / 2));
        return Optional.empty();
    }

    private Optional<String> again(Batch batch, String shardId) {
        if (source.retriesMax() == StreamSource.FOR_EVER || batch.failures() < source.retriesMax()) {
            waiting.addFirst(batch.failedOnce());
            return Optional.empty();
        }
        source.onFailureQueueId().ifPresent(queue -> givenUp.report(queue, batch, shardId, streamArn, function));
        return Optional.of(batch.last());
    }

    private DynamodbEvent event(Batch batch) {
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(batch.records().stream()
                .map(one -> StreamRecords.event(one, streamArn))
                .toList());
        return event;
    }
}
