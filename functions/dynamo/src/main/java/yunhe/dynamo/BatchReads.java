package yunhe.dynamo;

import static yunhe.dynamo.StoreCalls.asking;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import yunhe.core.shared.StoreUnavailable;
import yunhe.dynamo.keys.Key;

/** Many items in few calls, strongly consistent. What the store leaves over is asked for again, after a while. */
public record BatchReads(DynamoDbClient client, String table, RandomGenerator random) {

    private static final int TRIES_MAX = 12;
    private static final int BACKOFF_MILLIS_FIRST = 4;
    private static final int BACKOFF_MILLIS_MAX = 250;

    /** A limit of the service for one {@code BatchGetItem}. */
    private static final int KEYS_PER_BATCH_MAX = 100;

    /** Those that are there. */
    public Map<Key, Map<String, AttributeValue>> read(String attempted, Collection<Key> keys) {
        var all = List.copyOf(keys);
        var found = new HashMap<Key, Map<String, AttributeValue>>();
        for (int from = 0; from < all.size(); from += KEYS_PER_BATCH_MAX) {
            read(attempted, all.subList(from, Math.min(all.size(), from + KEYS_PER_BATCH_MAX)), found);
        }
        return found;
    }

    private void read(String attempted, List<Key> keys, Map<Key, Map<String, AttributeValue>> found) {
        asking(attempted, () -> {
            var open = Map.of(
                    table,
                    KeysAndAttributes.builder()
                            .keys(keys.stream().map(Key::attributes).toList())
                            .consistentRead(true)
                            .build());
            for (int attempt = 1; !open.isEmpty() && attempt <= TRIES_MAX; attempt++) {
                if (attempt > 1) {
                    Backoff.sleep(random, attempt, BACKOFF_MILLIS_FIRST, BACKOFF_MILLIS_MAX);
                }
                var request = open;
                var answer = client.batchGetItem(it -> it.requestItems(request));
                answer.responses().getOrDefault(table, List.of()).forEach(item -> found.put(Key.of(item), item));
                open = answer.unprocessedKeys();
            }
            // Missing because nobody answered is not missing because it does not exist.
            if (!open.isEmpty()) {
                throw new StoreUnavailable(
                        attempted, new IllegalStateException("keys unprocessed after " + TRIES_MAX + " tries"));
            }
            return found;
        });
    }
}
