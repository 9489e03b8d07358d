package yunhe.dynamo.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.PlaceMark;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;

/**
 * One part of a group's places: how many there are, how many are taken, and the marks of claims that are not known to
 * be recorded. The one item that sign-ups contend for, so it is kept below 1 KB.
 */
final class ShardItem {

    static final String TYPE = "seats.shard";
    static final String MARKS = "marks";

    static final String SEAT_IS_FREE = "attribute_exists(pk) AND attribute_not_exists(closed) AND taken < #capacity";

    /** A newcomer finds a place only when nobody waits: who waits already goes first. */
    static final String NOBODY_WAITS = "(attribute_not_exists(queued) OR queued < :gate)";

    /** A sign-up is judged by an activity that may be some seconds old; by other rules it is not let in. */
    static final String BY_THESE_RULES = "#rules = :rules";

    static final String SEAT_IS_FREE_AND_NOBODY_WAITS = SEAT_IS_FREE + " AND " + NOBODY_WAITS;
    static final String FREE_FOR_NEWCOMERS = SEAT_IS_FREE_AND_NOBODY_WAITS + " AND " + BY_THESE_RULES;
    static final String IS_FULL = "attribute_not_exists(closed) AND taken >= #capacity AND " + NOBODY_WAITS;
    static final String CAPACITY_IS_AS_SEEN = "#capacity = :seen";
    static final String MARK_IS_THERE = "attribute_exists(marks.#mark)";

    private static final String EXISTS = "attribute_exists(pk)";
    private static final String CAPACITY = "#capacity";
    private static final String CAPACITY_ATTRIBUTE = "capacity";
    private static final AttributeValue ONE = Attributes.number(1);

    private final String table;
    private final ActivityId activity;
    private final String group;

    ShardItem(String table, ActivityId activity, String group) {
        this.table = table;
        this.activity = activity;
        this.group = group;
    }

    Put.Builder make(int shard, int capacity, long rules) {
        var item = Attributes.fresh()
                .put("type", TYPE)
                .put("schema", 1)
                .put("version", 1)
                .put("activity", activity.value())
                .put("group", group)
                .put(CAPACITY_ATTRIBUTE, capacity)
                .put("taken", 0)
                .put("rules", rules)
                .put(MARKS, AttributeValue.fromM(Map.of()));
        item.map().putAll(ActivityKeys.shard(activity, group, shard).attributes());
        return Put.builder().tableName(table).item(item.map()).conditionExpression("attribute_not_exists(pk)");
    }

    /**
     * Takes a place and leaves a mark.
     *
     * @param gate of the line as it was last read; empty for whoever comes from the line
     * @param rules by which whoever takes it was judged, if that matters
     * @param cleared marks of earlier claims that are known to be recorded
     */
    Update claim(Mark mark, Optional<Long> gate, Optional<Long> rules, List<PlaceMark> cleared) {
        var names = new HashMap<>(
                Map.of(CAPACITY, CAPACITY_ATTRIBUTE, "#mark", mark.place().id()));
        var values = new HashMap<>(Map.of(":one", ONE, ":by", mark.value()));
        var condition = new StringJoiner(" AND ");
        condition.add(gate.isPresent() ? SEAT_IS_FREE_AND_NOBODY_WAITS : SEAT_IS_FREE);
        gate.ifPresent(it -> values.put(":gate", Attributes.number(it)));
        rules.ifPresent(it -> {
            condition.add(BY_THESE_RULES);
            names.put("#rules", "rules");
            values.put(":rules", Attributes.number(it));
        });
        return update(mark.place().shard())
                .updateExpression("SET marks.#mark = :by ADD taken :one, version :one" + removal(cleared, names))
                .conditionExpression(condition.toString())
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    /** Forgets marks whose registrations hold their places. */
    Update clear(int shard, List<PlaceMark> cleared) {
        var names = new HashMap<String, String>();
        return update(shard)
                .updateExpression("ADD version :one" + removal(cleared, names))
                .conditionExpression(EXISTS)
                .expressionAttributeNames(names)
                .expressionAttributeValues(Map.of(":one", ONE))
                .build();
    }

    static boolean isFull(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        return item.number("taken") >= item.number(CAPACITY_ATTRIBUTE);
    }

    private static String removal(List<PlaceMark> cleared, Map<String, String> names) {
        if (cleared.isEmpty()) {
            return "";
        }
        var remove = new StringJoiner(", ", " REMOVE ", "");
        for (int i = 0; i < cleared.size(); i++) {
            names.put("#c" + i, cleared.get(i).id());
            remove.add("marks.#c" + i);
        }
        return remove.toString();
    }

    /** Gives back a place that no registration holds, once. */
    Update release(PlaceMark mark) {
        return less(mark).conditionExpression(MARK_IS_THERE).build();
    }

    /** Gives back the place of a registration that ends in the same transaction, so once. */
    Update.Builder giveBack(PlaceMark mark) {
        return less(mark).conditionExpression(EXISTS);
    }

    private Update.Builder less(PlaceMark mark) {
        return update(mark.shard())
                .updateExpression("ADD taken :less, version :one REMOVE marks.#mark")
                .expressionAttributeNames(Map.of("#mark", mark.id()))
                .expressionAttributeValues(Map.of(":one", ONE, ":less", Attributes.number(-1)));
    }

    /** From now on, as long as the gate stays, its places are for those who wait. */
    Update queue(int shard, long gate) {
        return update(shard)
                .updateExpression("SET queued = :gate ADD version :one")
                .conditionExpression(IS_FULL)
                .expressionAttributeNames(Map.of(CAPACITY, CAPACITY_ATTRIBUTE))
                .expressionAttributeValues(Map.of(":gate", Attributes.number(gate), ":one", ONE))
                .build();
    }

    Update.Builder close(int shard) {
        return update(shard)
                .updateExpression("SET closed = :yes ADD version :one")
                .conditionExpression(EXISTS)
                .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true), ":one", ONE));
    }

    Update.Builder resize(int shard, int capacity, long rules) {
        return update(shard)
                .updateExpression("SET #capacity = :capacity, #rules = :rules ADD version :one")
                .conditionExpression(EXISTS)
                .expressionAttributeNames(Map.of(CAPACITY, CAPACITY_ATTRIBUTE, "#rules", "rules"))
                .expressionAttributeValues(Map.of(
                        ":capacity", Attributes.number(capacity), ":rules", Attributes.number(rules), ":one", ONE));
    }

    Update.Builder judgeBy(int shard, long rules) {
        return update(shard)
                .updateExpression("SET #rules = :rules ADD version :one")
                .conditionExpression(EXISTS)
                .expressionAttributeNames(Map.of("#rules", "rules"))
                .expressionAttributeValues(Map.of(":rules", Attributes.number(rules), ":one", ONE));
    }

    /** More than it was seen to hold at most; none for a shard that is only to be as it was seen. */
    Update.Builder grant(Counts.Shard seen, int more) {
        return update(seen.number())
                .updateExpression("SET #capacity = :capacity ADD version :one")
                .conditionExpression(CAPACITY_IS_AS_SEEN)
                .expressionAttributeNames(Map.of(CAPACITY, CAPACITY_ATTRIBUTE))
                .expressionAttributeValues(Map.of(
                        ":capacity",
                        Attributes.number(more == 0 ? seen.capacity() : seen.most() + (long) more),
                        ":seen",
                        Attributes.number(seen.capacity()),
                        ":one",
                        ONE));
    }

    private Update.Builder update(int shard) {
        return Update.builder()
                .tableName(table)
                .key(ActivityKeys.shard(activity, group, shard).attributes());
    }
}
