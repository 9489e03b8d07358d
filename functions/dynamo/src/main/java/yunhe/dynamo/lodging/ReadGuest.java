package yunhe.dynamo.lodging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.lodging.GuestRecord;
import yunhe.core.person.PersonKey;
import yunhe.dynamo.BatchReads;
import yunhe.dynamo.keys.LodgingKeys;

/** Follows a guest's identities to the record, or the records, that they lead to. */
record ReadGuest(BatchReads reads) {

    GuestRecord read(List<PersonKey> identities) {
        var roots = new LinkedHashMap<PersonKey, Map<String, AttributeValue>>();
        var unknown = new ArrayList<PersonKey>();
        var seen = new LinkedHashSet<PersonKey>();
        Set<PersonKey> next = new LinkedHashSet<>(identities);
        while (!next.isEmpty()) {
            var found = reads.read(
                    "read a guest's record",
                    next.stream().map(LodgingKeys::guest).toList());
            var further = new LinkedHashSet<PersonKey>();
            for (var identity : next) {
                seen.add(identity);
                var item = found.getOrDefault(LodgingKeys.guest(identity), Map.of());
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
}
