package yunhe.dynamo;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Single conditional writes. They cost half of a transaction, and wait for one that has the item in its hands. Every
 * write asks for the item that stands in its way.
 */
public record Updates(DynamoDbClient client, RandomGenerator random) {

    private static final int ATTEMPTS_MAX = 12;
    private static final int BACKOFF_MILLIS_FIRST = 4;
    private static final int BACKOFF_MILLIS_MAX = 250;

    /** Without the client's own retries: one whose answer was lost is not sent again. */
    private static final AwsRequestOverrideConfiguration SENT_ONCE = AwsRequestOverrideConfiguration.builder()
            .addPlugin(config -> config.overrideConfiguration(config.overrideConfiguration().toBuilder()
                    .retryStrategy(AwsRetryStrategy.doNotRetry())
                    .build()))
            .build();

    /** What became of a write. */
    public sealed interface Written {

        /** @param item as it is then */
        record Done(Map<String, AttributeValue> item) implements Written {}

        /** @param item that did not meet the condition; empty when there is none */
        record Refused(Map<String, AttributeValue> item) implements Written {}
    }

    /** The item as it is then; empty when the condition was not met. */
    public Optional<Map<String, AttributeValue>> write(String attempted, Update update) {
        return attempt(attempted, update) instanceof Written.Done(var item) ? Optional.of(item) : Optional.empty();
    }

    public Written attempt(String attempted, Update update) {
        return attempt(attempted, request(update).build());
    }

    /**
     * The same, for a write that must not happen twice. When its answer is lost, nobody knows whether it happened; it
     * is sent again only after an answer that says that it did not.
     */
    public Written attemptOnce(String attempted, Update update) {
        return attempt(
                attempted, request(update).overrideConfiguration(SENT_ONCE).build());
    }

    /** Once, without insisting, for what somebody else does as well. Whether it is known to have happened. */
    public boolean inPassing(Update update) {
        try {
            client.updateItem(request(update).overrideConfiguration(SENT_ONCE).build());
            return true;
        } catch (SdkException notNow) {
            return false;
        }
    }

    private Written attempt(String attempted, UpdateItemRequest request) {
        return attempt(attempted, () -> client.updateItem(request).attributes());
    }

    /** The new item is the one given. */
    public Written attempt(String attempted, Put put) {
        var request = PutItemRequest.builder()
                .tableName(put.tableName())
                .item(put.item())
                .conditionExpression(put.conditionExpression())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return attempt(attempted, () -> {
            client.putItem(request);
            return put.item();
        });
    }

    private Written attempt(String attempted, Supplier<Map<String, AttributeValue>> write) {
        return StoreCalls.asking(attempted, () -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    return new Written.Done(write.get());
                } catch (ConditionalCheckFailedException notMet) {
                    return new Written.Refused(notMet.hasItem() ? notMet.item() : Map.of());
                } catch (SdkServiceException notYet) {
                    if (attempt == ATTEMPTS_MAX || !isHarmless(notYet)) {
                        throw notYet;
                    }
                    Backoff.sleep(random, attempt, BACKOFF_MILLIS_FIRST, BACKOFF_MILLIS_MAX);
                }
            }
        });
    }

    /** Whether it says that nothing was written. */
    private static boolean isHarmless(SdkServiceException exception) {
        return exception instanceof TransactionConflictException
                || exception instanceof ProvisionedThroughputExceededException
                || exception.isThrottlingException();
    }

    private static UpdateItemRequest.Builder request(Update update) {
        return UpdateItemRequest.builder()
                .tableName(update.tableName())
                .key(update.key())
                .updateExpression(update.updateExpression())
                .conditionExpression(update.conditionExpression())
                .expressionAttributeNames(
                        update.hasExpressionAttributeNames()
                                        && !update.expressionAttributeNames().isEmpty()
                                ? update.expressionAttributeNames()
                                : null)
                .expressionAttributeValues(update.expressionAttributeValues())
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    }
}
