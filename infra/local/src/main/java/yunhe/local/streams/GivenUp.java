package yunhe.local.streams;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.UUID;
import yunhe.local.functions.LocalFunction;
import yunhe.local.queues.QueueServer;

/** Tells the on-failure queue which records a function could not take, in the words that Lambda uses. */
final class GivenUp {
    private final QueueServer queues;
    private final Clock clock;

    GivenUp(QueueServer queues, Clock clock) {
        this.queues = queues;
        this.clock = clock;
    }

    void report(String queueId, Batch batch, String shardId, String streamArn, LocalFunction function) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", "arn:aws:lambda:local:000000000000:function:" + function.logicalId())
                .put("condition", "RetryAttemptsExhausted")
                .put("approximateInvokeCount", batch.failures() + 1);
        message.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "$LATEST")
                .put("functionError", "Unhandled");
        message.put("version", "1.0");
        message.put("timestamp", clock.instant().toString());
        message.putObject("DDBStreamBatchInfo")
                .put("shardId", shardId)
                .put("startSequenceNumber", batch.first())
                .put("endSequenceNumber", batch.last())
                .put("approximateArrivalOfFirstRecord", arrival(batch, true))
                .put("approximateArrivalOfLastRecord", arrival(batch, false))
                .put("batchSize", batch.records().size())
                .put("streamArn", streamArn);
        queues.send(queueId, message.toString());
    }

    private static String arrival(Batch batch, boolean first) {
        return (first ? batch.records().getFirst() : batch.records().getLast())
                .dynamodb()
                .approximateCreationDateTime()
                .toString();
    }
}
