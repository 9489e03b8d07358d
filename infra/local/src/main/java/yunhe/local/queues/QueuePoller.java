package yunhe.local.queues;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import yunhe.local.delivery.Activity;
import yunhe.local.delivery.Poller;
import yunhe.local.functions.LocalFunction;

/** One event source: takes messages as long as fewer batches than allowed are being delivered. */
final class QueuePoller extends Poller {
    private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);

    /** Sending wakes the poller at once; this is for messages that become visible again. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final QueueServer queues;
    private final QueueSource source;
    private final LocalFunction function;
    private final Activity activity;
    private final AtomicInteger inFlight = new AtomicInteger();

    QueuePoller(QueueServer queues, QueueSource source, LocalFunction function, Activity activity) {
        super(Queues.POLLERS + source.name());
        this.queues = queues;
        this.source = source;
        this.function = function;
        this.activity = activity;
    }

    @Override
    protected Found look() {
        activity.giveWay();
        // Read before asking the queue: a delivery that ends meanwhile may have sent another message.
        int running = inFlight.get();
        if (running >= source.concurrencyMax()) {
            return Found.IN_FLIGHT;
        }
        List<Message> messages = queues.client()
                .receiveMessage(request -> request.queueUrl(queues.url(source.queueId()))
                        .maxNumberOfMessages(source.batchSize())
                        .waitTimeSeconds(0)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
        if (messages.isEmpty()) {
            return running == 0 ? Found.NOTHING : Found.IN_FLIGHT;
        }
        inFlight.incrementAndGet();
        activity.begin();
        Thread _ = Thread.ofVirtual().name("delivery-" + source.name()).start(() -> deliver(messages));
        return Found.WORK;
    }

    @Override
    protected Duration restAfter(Found found) {
        return REST;
    }

    private void deliver(List<Message> messages) {
        try {
            delete(messages, failed(messages));
        } catch (RuntimeException fault) {
            LOG.warn("{} could not be told what is done with", source.queueId(), fault);
        } finally {
            inFlight.decrementAndGet();
            activity.end();
            wake();
        }
    }

    /** The ids of messages that are to come again; all when the function threw. */
    private Set<String> failed(List<Message> messages) {
        Set<String> all = new HashSet<>();
        messages.forEach(message -> all.add(message.messageId()));
        Optional<Object> answer;
        try {
            answer = function.invoke(QueueMessages.event(messages, QueueServer.arn(source.queueId())));
        } catch (RuntimeException | Error fault) {
            LOG.warn("{} failed on {} messages", function.logicalId(), messages.size(), fault);
            return all;
        }
        if (!source.reportsFailures()
                || !(answer.orElse(null) instanceof SQSBatchResponse response)
                || response.getBatchItemFailures() == null) {
            return Set.of();
        }
        Set<String> failed = new HashSet<>();
        response.getBatchItemFailures().forEach(failure -> failed.add(failure.getItemIdentifier()));
        // An id that is none of ours fails the batch, as the service does.
        return all.containsAll(failed) ? failed : all;
    }

    private void delete(List<Message> messages, Set<String> failed) {
        List<DeleteMessageBatchRequestEntry> done = messages.stream()
                .filter(message -> !failed.contains(message.messageId()))
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
                .toList();
        if (!done.isEmpty()) {
            queues.client()
                    .deleteMessageBatch(request ->
                            request.queueUrl(queues.url(source.queueId())).entries(done));
        }
    }
}
