package yunhe.dynamo.activity;

import static yunhe.dynamo.StoreCalls.asking;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.ActivityId;
import yunhe.dynamo.BatchReads;
import yunhe.dynamo.Updates;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/** A group's places as they stand in the store. */
record OneGroup(Ledger.Store store, ActivityId activity, String id) {

    ShardItem shards() {
        return new ShardItem(store.table(), activity, id);
    }

    Updates updates() {
        return new Updates(store.client(), store.random());
    }

    /** Empty when the group was never published. */
    Optional<Counts> look() {
        var head = head();
        return head.isEmpty() ? Optional.empty() : Optional.of(read(head));
    }

    /** The shards, after the head was read. */
    Counts read(Map<String, AttributeValue> head) {
        var keys = Counts.keys(activity, id, Counts.shards(head));
        return Counts.read(
                head, new BatchReads(store.client(), store.table(), store.random()).read("read places", keys), keys);
    }

    Map<String, AttributeValue> head() {
        Key key = ActivityKeys.seats(activity, id);
        return asking(
                "read the line of " + activity,
                () -> store.client()
                        .getItem(it -> it.tableName(store.table())
                                .key(key.attributes())
                                .consistentRead(true))
                        .item());
    }
}
