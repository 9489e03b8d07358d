package yunhe.local.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import yunhe.core.shared.Environment;

/** Remembers the keys of each batch and passes every one on to the queue. */
public final class StreamProbe implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final String queue;
    private final SqsClient queues;

    public StreamProbe(Environment environment, SqsClient queues) {
        this.queue = environment.require("WORK_QUEUE_URL");
        this.queues = queues;
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        List<String> keys = event.getRecords().stream()
                .map(record -> record.getDynamodb().getKeys().get("pk").getS())
                .toList();
        Probe.STREAM_BATCHES.add(keys);
        List<String> failed = Probe.streamFailures.apply(keys);
        keys.stream()
                .filter(key -> !failed.contains(key))
                .forEach(key ->
                        queues.sendMessage(request -> request.queueUrl(queue).messageBody(key)));
        return new StreamsEventResponse(event.getRecords().stream()
                .filter(record ->
                        failed.contains(record.getDynamodb().getKeys().get("pk").getS()))
                .map(record -> new StreamsEventResponse.BatchItemFailure(
                        record.getDynamodb().getSequenceNumber()))
                .toList());
    }
}
