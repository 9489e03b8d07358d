package yunhe.dynamo;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Single conditional writes. They cost half of a transaction, and wait for one that has the item in its hands. */
public record Updates(DynamoDbClient client, RandomGenerator random) {

    private static final int CONFLICT_ATTEMPTS_MAX = 12;
    private static final int BACKOFF_MILLIS_FIRST = 4;
    private static final int BACKOFF_MILLIS_MAX = 250;

    /** The item as it is then; empty when the condition was not met. */
    public Optional<Map<String, AttributeValue>> write(String attempted, Update update) {
        return StoreCalls.asking(attempted, () -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    return Optional.of(client.updateItem(it -> it.tableName(update.tableName())
                                    .key(update.key())
                                    .updateExpression(update.updateExpression())
                                    .conditionExpression(update.conditionExpression())
                                    .expressionAttributeNames(
                                            update.hasExpressionAttributeNames()
                                                    ? update.expressionAttributeNames()
                                                    : null)
                                    .expressionAttributeValues(update.expressionAttributeValues())
                                    .returnValues(ReturnValue.ALL_NEW))
                            .attributes());
                } catch (ConditionalCheckFailedException notMet) {
                    return Optional.empty();
                } catch (TransactionConflictException meanwhile) {
                    if (attempt == CONFLICT_ATTEMPTS_MAX) {
                        throw meanwhile;
                    }
                    Backoff.sleep(random, attempt, BACKOFF_MILLIS_FIRST, BACKOFF_MILLIS_MAX);
                }
            }
        });
    }
}
