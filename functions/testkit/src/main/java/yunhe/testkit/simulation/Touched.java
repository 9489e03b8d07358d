package yunhe.testkit.simulation;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Which items a request may change. */
final class Touched {

    private Touched() {}

    static List<ItemKey> by(Object request) {
        return switch (request) {
            case PutItemRequest put -> List.of(ItemKey.of(put.tableName(), put.item()));
            case UpdateItemRequest update -> List.of(ItemKey.of(update.tableName(), update.key()));
            case DeleteItemRequest delete -> List.of(ItemKey.of(delete.tableName(), delete.key()));
            case TransactWriteItemsRequest transaction ->
                transaction.transactItems().stream()
                        .filter(item -> item.conditionCheck() == null)
                        .map(Touched::by)
                        .toList();
            case BatchWriteItemRequest batch -> batch(batch);
            default -> List.of();
        };
    }

    private static ItemKey by(TransactWriteItem item) {
        if (item.put() != null) {
            return ItemKey.of(item.put().tableName(), item.put().item());
        }
        return item.update() != null
                ? ItemKey.of(item.update().tableName(), item.update().key())
                : ItemKey.of(item.delete().tableName(), item.delete().key());
    }

    private static List<ItemKey> batch(BatchWriteItemRequest batch) {
        return batch.requestItems().entrySet().stream()
                .flatMap(table -> table.getValue().stream()
                        .map(write -> write.putRequest() != null
                                ? ItemKey.of(table.getKey(), write.putRequest().item())
                                : ItemKey.of(
                                        table.getKey(), write.deleteRequest().key())))
                .toList();
    }
}
