package yunhe.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.shared.StoreUnavailable;

/**
 * Several conditional writes of which all happen or none. Every write asks for the item that stands in its way, so that
 * losing costs no read.
 */
public final class Transaction {

    /** Two transactions on one item cancel each other; the loser tries again this often. */
    static final int CONFLICT_ATTEMPTS_MAX = 12;

    private static final int BACKOFF_MILLIS_FIRST = 4;
    private static final int BACKOFF_MILLIS_MAX = 250;
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private final DynamoDbClient client;
    private final RandomGenerator random;
    private final String attempted;
    private final List<TransactWriteItem> writes = new ArrayList<>();

    /** @param attempted what is being done, with ids and without personal data, for the exception */
    public Transaction(DynamoDbClient client, RandomGenerator random, String attempted) {
        this.client = client;
        this.random = random;
        this.attempted = attempted;
    }

    /** Adds a write and returns its position, by which {@link Obstacles} know it. */
    public int put(Put.Builder put) {
        return add(TransactWriteItem.builder()
                .put(put.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build()));
    }

    public int update(Update.Builder update) {
        return add(TransactWriteItem.builder()
                .update(update.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build()));
    }

    public int delete(Delete.Builder delete) {
        return add(TransactWriteItem.builder()
                .delete(delete.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build()));
    }

    /** Asks without writing. */
    public int check(ConditionCheck.Builder check) {
        return add(TransactWriteItem.builder()
                .conditionCheck(check.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build()));
    }

    private int add(TransactWriteItem.Builder write) {
        writes.add(write.build());
        return writes.size() - 1;
    }

    /** Empty when everything was written; otherwise what stood in the way, and nothing was written. */
    public Optional<Obstacles> commit() {
        for (int attempt = 1; ; attempt++) {
            try {
                client.transactWriteItems(it -> it.transactItems(writes));
                return Optional.empty();
            } catch (TransactionCanceledException cancelled) {
                var obstacles = new Obstacles(cancelled.cancellationReasons());
                if (obstacles.any()) {
                    return Optional.of(obstacles);
                }
                if (attempt >= CONFLICT_ATTEMPTS_MAX) {
                    throw new StoreUnavailable(attempted, cancelled);
                }
                Backoff.sleep(random, attempt, BACKOFF_MILLIS_FIRST, BACKOFF_MILLIS_MAX);
            } catch (SdkException cause) {
                throw new StoreUnavailable(attempted, cause);
            }
        }
    }

    /** Which conditions failed, and the items that failed them. */
    public static final class Obstacles {

        private final List<CancellationReason> reasons;

        Obstacles(List<CancellationReason> reasons) {
            this.reasons = reasons;
        }

        boolean any() {
            return reasons.stream().anyMatch(it -> CONDITION_FAILED.equals(it.code()));
        }

        public boolean at(int position) {
            return CONDITION_FAILED.equals(reasons.get(position).code());
        }

        /** The item that failed the condition at this position; empty when there was none. */
        public Map<String, AttributeValue> item(int position) {
            return reasons.get(position).hasItem() ? reasons.get(position).item() : Map.of();
        }
    }
}
