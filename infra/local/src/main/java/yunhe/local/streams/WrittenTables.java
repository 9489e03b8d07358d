package yunhe.local.streams;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Which tables a request writes to, by the names that the store knows. */
public final class WrittenTables {
    private WrittenTables() {}

    /** None when it only reads. */
    public static Collection<String> of(Object request) {
        return switch (request) {
            case PutItemRequest put -> List.of(put.tableName());
            case UpdateItemRequest update -> List.of(update.tableName());
            case DeleteItemRequest delete -> List.of(delete.tableName());
            case BatchWriteItemRequest batch -> batch.requestItems().keySet();
            case TransactWriteItemsRequest transaction -> of(transaction);
            default -> List.of();
        };
    }

    private static Set<String> of(TransactWriteItemsRequest transaction) {
        return transaction.transactItems().stream()
                .flatMap(WrittenTables::table)
                .collect(Collectors.toSet());
    }

    private static Stream<String> table(TransactWriteItem item) {
        // One of them is there; a mere condition is none.
        return Stream.of(
                        Optional.ofNullable(item.put()).map(Put::tableName),
                        Optional.ofNullable(item.update()).map(Update::tableName),
                        Optional.ofNullable(item.delete()).map(Delete::tableName))
                .flatMap(Optional::stream);
    }
}
