package yunhe.local.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.List;

/** Remembers the bodies of each batch. */
public final class QueueProbe implements RequestHandler<SQSEvent, SQSBatchResponse> {
    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<String> bodies =
                event.getRecords().stream().map(SQSEvent.SQSMessage::getBody).toList();
        List<String> failed = Probe.queueFailures.apply(bodies);
        Probe.QUEUE_BATCHES.add(bodies);
        return new SQSBatchResponse(event.getRecords().stream()
                .filter(message -> failed.contains(message.getBody()))
                .map(message -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
                .toList());
    }
}
