package yunhe.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import yunhe.testkit.simulation.Fault;
import yunhe.testkit.simulation.Processes;
import yunhe.testkit.simulation.SimulatedQueue;

/** The client of a queue that may be away, or takes only some of what it is given. */
final class NoticesQueue {

    private final Processes processes;
    private final SimulatedQueue queue;

    NoticesQueue(Processes processes, SimulatedQueue queue) {
        this.processes = processes;
        this.queue = queue;
    }

    SqsClient client() {
        return (SqsClient) Proxy.newProxyInstance(
                SqsClient.class.getClassLoader(), new Class<?>[] {SqsClient.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof Consumer) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (arguments != null && arguments[0] instanceof SendMessageBatchRequest request) {
                        return processes.call(fault -> send(request, fault));
                    }
                    if (arguments != null && arguments[0] instanceof ChangeMessageVisibilityBatchRequest request) {
                        return processes.call(fault -> hide(request, fault));
                    }
                    throw new UnsupportedOperationException("the simulated queue does not know " + method.getName());
                });
    }

    private SendMessageBatchResponse send(SendMessageBatchRequest request, Optional<Fault.Kind> fault) {
        if (fault.equals(Optional.of(Fault.Kind.FAILS_BEFORE))) {
            throw SdkClientException.create("the queue does not answer");
        }
        var entries = request.entries();
        boolean half = fault.equals(Optional.of(Fault.Kind.THROTTLED));
        var failed = IntStream.range(0, entries.size())
                .filter(i -> half && i % 2 == entries.size() % 2)
                .mapToObj(i -> entries.get(i).id())
                .toList();
        int times = fault.equals(Optional.of(Fault.Kind.REPEATED)) ? 2 : 1;
        for (int time = 0; time < times; time++) {
            entries.stream()
                    .filter(entry -> !failed.contains(entry.id()))
                    .forEach(entry -> queue.send(entry.messageBody()));
        }
        if (fault.equals(Optional.of(Fault.Kind.FAILS_AFTER))) {
            throw SdkClientException.create("the queue's answer got lost");
        }
        return SendMessageBatchResponse.builder().failed(errors(failed)).build();
    }

    private ChangeMessageVisibilityBatchResponse hide(
            ChangeMessageVisibilityBatchRequest request, Optional<Fault.Kind> fault) {
        boolean away = fault.filter(it -> it == Fault.Kind.FAILS_BEFORE || it == Fault.Kind.THROTTLED)
                .isPresent();
        if (!away) {
            request.entries()
                    .forEach(entry -> queue.messages().stream()
                            .filter(message -> QueueEvents.receipt(message).equals(entry.receiptHandle()))
                            .forEach(message -> queue.hide(message, Duration.ofSeconds(entry.visibilityTimeout()))));
        }
        if (away || fault.equals(Optional.of(Fault.Kind.FAILS_AFTER))) {
            throw SdkClientException.create("the queue does not answer");
        }
        return ChangeMessageVisibilityBatchResponse.builder().build();
    }

    private static List<BatchResultErrorEntry> errors(List<String> failed) {
        return failed.stream()
                .map(id -> BatchResultErrorEntry.builder()
                        .id(id)
                        .code("ThrottlingException")
                        .senderFault(false)
                        .build())
                .toList();
    }
}
