package yunhe.dynamo.lodging;

import static yunhe.dynamo.StoreCalls.asking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import yunhe.core.lodging.GuestRecord;
import yunhe.core.person.PersonKey;
import yunhe.dynamo.keys.Key;
import yunhe.dynamo.keys.LodgingKeys;

/** Follows a guest's identities to the record, or the records, that they lead to. */
record ReadGuest(DynamoDbClient client, String table) {

    GuestRecord read(List<PersonKey> identities) {
        var roots = new LinkedHashMap<PersonKey, Map<String, AttributeValue>>();
        var unknown = new ArrayList<PersonKey>();
        var seen = new LinkedHashSet<PersonKey>();
        Set<PersonKey> next = new LinkedHashSet<>(identities);
        while (!next.isEmpty()) {
            var found = get(next);
            var further = new LinkedHashSet<PersonKey>();
            for (var identity : next) {
                seen.add(identity);
                var item = found.getOrDefault(identity, Map.of());
                if (item.isEmpty() && identities.contains(identity)) {
                    unknown.add(identity);
                } else if (item.isEmpty()) {
                    // Its record has expired; what leads to it still does.
                    roots.put(identity, item);
                } else {
                    GuestItem.root(item).ifPresentOrElse(further::add, () -> roots.put(identity, item));
                }
            }
            further.removeAll(seen);
            next = further;
        }
        return new GuestRecord(
                roots.values().stream()
                        .filter(item -> !item.isEmpty())
                        .flatMap(item -> GuestItem.stays(item).stream())
                        .toList(),
                roots.entrySet().stream()
                        .map(root -> new GuestRecord.Root(
                                root.getKey(), root.getValue().isEmpty() ? 0 : GuestItem.version(root.getValue())))
                        .toList(),
                List.copyOf(unknown));
    }

    private Map<PersonKey, Map<String, AttributeValue>> get(Set<PersonKey> identities) {
        return asking("read a guest's record", () -> {
            var found = new HashMap<PersonKey, Map<String, AttributeValue>>();
            var byKey = new HashMap<Map<String, AttributeValue>, PersonKey>();
            identities.forEach(it -> byKey.put(LodgingKeys.guest(it).attributes(), it));
            var wanted = Map.of(
                    table,
                    KeysAndAttributes.builder()
                            .keys(byKey.keySet())
                            .consistentRead(true)
                            .build());
            while (!wanted.isEmpty()) {
                var asked = wanted;
                var answer = client.batchGetItem(it -> it.requestItems(asked));
                for (var item : answer.responses().getOrDefault(table, List.of())) {
                    found.put(Objects.requireNonNull(byKey.get(Key.of(item).attributes())), item);
                }
                wanted = answer.unprocessedKeys();
            }
            return found;
        });
    }
}
