package yunhe.testkit.simulation;

import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** How the service fails, as its client tells it. */
final class StoreFaults {

    void before(Object request, Optional<Fault.Kind> fault) {
        if (fault.isEmpty()) {
            return;
        }
        switch (fault.get()) {
            case FAILS_BEFORE -> throw unanswered();
            case THROTTLED -> throw throttled(request);
            case CONFLICT -> conflict(request);
            case DIES_BEFORE, DIES_AFTER, FAILS_AFTER, REPEATED -> {}
        }
    }

    void after(Optional<Fault.Kind> fault) {
        if (fault.equals(Optional.of(Fault.Kind.FAILS_AFTER))) {
            throw unanswered();
        }
    }

    /** A repeated transaction is known by its token, and answered as the first time; a claim is sent once. */
    boolean mayBeRepeated(Object request) {
        return !(request instanceof TransactWriteItemsRequest)
                && (!(request instanceof DynamoDbRequest asked)
                        || asked.overrideConfiguration()
                                .filter(it -> !it.plugins().isEmpty())
                                .isEmpty());
    }

    private static RuntimeException unanswered() {
        return SdkClientException.create("the store does not answer");
    }

    private static RuntimeException throttled(Object request) {
        return request instanceof TransactWriteItemsRequest transaction
                ? cancelled(transaction, "ThrottlingError")
                : ProvisionedThroughputExceededException.builder()
                        .message("throttled")
                        .build();
    }

    private static void conflict(Object request) {
        if (request instanceof TransactWriteItemsRequest transaction) {
            throw cancelled(transaction, "TransactionConflict");
        }
        if (request instanceof UpdateItemRequest
                || request instanceof PutItemRequest
                || request instanceof DeleteItemRequest) {
            throw TransactionConflictException.builder()
                    .message("a transaction is under way")
                    .build();
        }
    }

    /** The service names one item, and has no reason to give for the others. */
    private static RuntimeException cancelled(TransactWriteItemsRequest transaction, String code) {
        int last = transaction.transactItems().size() - 1;
        return TransactionCanceledException.builder()
                .message("cancelled")
                .cancellationReasons(IntStream.rangeClosed(0, last)
                        .mapToObj(i -> CancellationReason.builder()
                                .code(i == last ? code : "None")
                                .build())
                        .toList())
                .build();
    }
}
