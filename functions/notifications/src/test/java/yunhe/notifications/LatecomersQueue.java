package yunhe.notifications;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** A queue that remembers when which message was to come again. */
final class LatecomersQueue implements SqsClient {

    private static final int AT_ONCE_MAX = 10;

    final List<Duration> away = new ArrayList<>();
    boolean unreachable;

    @Override
    public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
            ChangeMessageVisibilityBatchRequest request) {
        if (unreachable || request.entries().isEmpty() || request.entries().size() > AT_ONCE_MAX) {
            throw SqsException.builder().message("not so").build();
        }
        request.entries().forEach(entry -> away.add(Duration.ofSeconds(entry.visibilityTimeout())));
        return ChangeMessageVisibilityBatchResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return "sqs";
    }

    @Override
    public void close() {}
}
