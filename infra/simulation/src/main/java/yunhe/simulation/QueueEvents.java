package yunhe.simulation;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.List;
import java.util.stream.Collectors;
import yunhe.testkit.simulation.SimulatedQueue.Message;

/** Messages as a function gets them from the queue. */
final class QueueEvents {

    private QueueEvents() {}

    static SQSEvent of(List<Message> batch) {
        var event = new SQSEvent();
        event.setRecords(batch.stream().map(QueueEvents::of).toList());
        return event;
    }

    /** What the function is through with. */
    static List<Message> done(List<Message> batch, SQSBatchResponse answer) {
        var failed = answer.getBatchItemFailures().stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .collect(Collectors.toSet());
        return batch.stream().filter(message -> !failed.contains(message.id())).toList();
    }

    /** Another for each time that it is received: an old one is worth nothing. */
    static String receipt(Message message) {
        return message.id() + "-" + message.receives();
    }

    private static SQSEvent.SQSMessage of(Message message) {
        var record = new SQSEvent.SQSMessage();
        record.setMessageId(message.id());
        record.setReceiptHandle(receipt(message));
        record.setBody(message.body());
        record.setAttributes(java.util.Map.of("ApproximateReceiveCount", Integer.toString(message.receives())));
        return record;
    }
}
