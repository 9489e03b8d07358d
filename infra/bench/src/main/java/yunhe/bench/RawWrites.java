package yunhe.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The writes of one real sign-up, written down as it makes them and made again for other people, with nothing around
 * them: as the ledger's two, and as one transaction of the same two items.
 */
final class RawWrites {

    private static final String ID = "sk";
    private static final String CLAIMED = "SET marks.#mark = :by ADD taken :one, version :one";
    private static final String COUNTED = "ADD taken :one, version :one";
    // As long as the real one, but for everybody: one of the group's shards would be full soon.
    private static final String FREE = "attribute_exists(pk) AND attribute_not_exists(closed) AND #capacity < :most";
    private static final AttributeValue MOST = AttributeValue.fromN("1000000");

    private final DynamoDbClient client;
    private final UpdateItemRequest claim;
    private final PutItemRequest record;
    private final AtomicReferenceArray<String> lastMarks;

    private RawWrites(DynamoDbClient client, UpdateItemRequest claim, PutItemRequest record, int clients) {
        this.client = client;
        this.claim = claim;
        this.record = record;
        this.lastMarks = new AtomicReferenceArray<>(clients);
    }

    /** @param signUp one sign-up with the client that it is given */
    static RawWrites of(DynamoDbClient client, int clients, Consumer<DynamoDbClient> signUp) {
        List<Object> requests = new CopyOnWriteArrayList<>();
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.isDefault() && arguments != null && arguments[0] instanceof Consumer) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            try {
                requests.addAll(arguments == null ? List.of() : List.of(arguments));
                return method.invoke(client, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
        signUp.accept((DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler));
        return new RawWrites(
                client, first(requests, UpdateItemRequest.class), first(requests, PutItemRequest.class), clients);
    }

    private static <T> T first(List<Object> requests, Class<T> type) {
        return requests.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** A claim that clears the mark of the same client's claim before, and a record. */
    void ledger(int client, int person) {
        var mark = "m" + person;
        var names = new HashMap<>(Map.of("#capacity", "capacity", "#mark", mark));
        var last = Optional.ofNullable(lastMarks.getAndSet(client, mark));
        last.ifPresent(it -> names.put("#c0", it));
        this.client.updateItem(claim.toBuilder()
                .updateExpression(CLAIMED + last.map(it -> " REMOVE marks.#c0").orElse(""))
                .conditionExpression(FREE)
                .expressionAttributeNames(names)
                .expressionAttributeValues(Map.of(
                        ":one", AttributeValue.fromN("1"),
                        ":most", MOST,
                        ":by", claim.expressionAttributeValues().get(":by")))
                .build());
        this.client.putItem(record.toBuilder().item(item("l" + person)).build());
    }

    void transaction(int person) {
        client.transactWriteItems(it -> it.transactItems(
                TransactWriteItem.builder()
                        .put(Put.builder()
                                .tableName(record.tableName())
                                .item(item("t" + person))
                                .conditionExpression(record.conditionExpression())
                                .build())
                        .build(),
                TransactWriteItem.builder()
                        .update(Update.builder()
                                .tableName(claim.tableName())
                                .key(claim.key())
                                .updateExpression(COUNTED)
                                .conditionExpression(FREE)
                                .expressionAttributeNames(Map.of("#capacity", "capacity"))
                                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"), ":most", MOST))
                                .build())
                        .build()));
    }

    private Map<String, AttributeValue> item(String id) {
        var item = new HashMap<>(record.item());
        item.put(ID, AttributeValue.fromS(id));
        return item;
    }
}
