package yunhe.dynamo.activity;

import static yunhe.dynamo.StoreCalls.asking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Seats;
import yunhe.core.shared.StoreUnavailable;
import yunhe.dynamo.Backoff;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/** Reads the counts of many groups in few calls. */
record SeatsReader(DynamoDbClient client, String table, RandomGenerator random) {

    private static final int TRIES_MAX = 12;

    /** A limit of the service for one {@code BatchGetItem}. */
    private static final int KEYS_PER_BATCH_MAX = 100;

    Map<ActivityId, List<Seats>> read(List<Activity> activities) {
        var keys = activities.stream()
                .flatMap(activity -> activity.details().groups().stream()
                        .map(group -> ActivityKeys.seats(activity.id(), group.id())))
                .toList();
        var found = new HashMap<Key, Seats>();
        for (int from = 0; from < keys.size(); from += KEYS_PER_BATCH_MAX) {
            readSeats(keys.subList(from, Math.min(keys.size(), from + KEYS_PER_BATCH_MAX)), found);
        }
        return activities.stream()
                .collect(Collectors.toMap(
                        Activity::id,
                        activity -> activity.details().groups().stream()
                                .map(group -> ActivityKeys.seats(activity.id(), group.id()))
                                .flatMap(key -> Optional.ofNullable(found.get(key)).stream())
                                .toList()));
    }

    private void readSeats(List<Key> keys, Map<Key, Seats> found) {
        asking("read places", () -> {
            var open = Map.of(
                    table,
                    KeysAndAttributes.builder()
                            .keys(keys.stream().map(Key::attributes).toList())
                            .consistentRead(true)
                            .build());
            for (int attempt = 1; !open.isEmpty() && attempt <= TRIES_MAX; attempt++) {
                if (attempt > 1) {
                    Backoff.sleep(random, attempt, 4, 250);
                }
                var request = open;
                var answer = client.batchGetItem(it -> it.requestItems(request));
                answer.responses()
                        .getOrDefault(table, List.of())
                        .forEach(item -> found.put(Key.of(item), SeatsItem.read(item)));
                open = answer.unprocessedKeys();
            }
            // Missing because nobody answered is not missing because it does not exist.
            if (!open.isEmpty()) {
                throw new StoreUnavailable(
                        "read places", new IllegalStateException("keys unprocessed after " + TRIES_MAX + " tries"));
            }
            return found;
        });
    }
}
