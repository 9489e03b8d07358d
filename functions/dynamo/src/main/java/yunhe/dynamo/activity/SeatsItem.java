package yunhe.dynamo.activity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Group;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;

/** What is true of a group's places as a whole: how many there are, in how many shards, and how many people wait. */
final class SeatsItem {

    static final String TYPE = "seats";

    /**
     * The gate is the one at which every shard was seen to be full, so that nobody joins a line beside a free place.
     */
    static final String LINE_IS_OPEN = "attribute_exists(pk) AND attribute_not_exists(closed)"
            + " AND waiting < waitlistCapacity AND gate = :gate";

    static final String LINE_IS_OPEN_BY_THESE_RULES = LINE_IS_OPEN + " AND #rules = :rules";

    static final String NOBODY_WAITS_AT_THIS_GATE = "gate = :gate AND waiting = :none";
    static final String IS_OPEN = "attribute_exists(pk) AND attribute_not_exists(closed)";
    static final String LAYOUT_IS_AS_SEEN = "layout = :layout AND attribute_not_exists(closed)";

    private static final AttributeValue NONE = Attributes.number(0);
    private static final AttributeValue ONE = Attributes.number(1);

    private SeatsItem() {}

    static Put.Builder make(String table, Activity activity, Group group, int shards) {
        var item = Attributes.fresh()
                .put("type", TYPE)
                .put("schema", 2)
                .put("version", 1)
                .put("activity", activity.id().value())
                .put("group", group.id())
                .put("capacity", group.capacity())
                .put("shards", shards)
                .put("layout", 1)
                .put("waitlistCapacity", line(activity))
                .put("rules", activity.edits().rules())
                .put("waiting", 0)
                .put("gate", 1);
        item.map().putAll(ActivityKeys.seats(activity.id(), group.id()).attributes());
        return Put.builder().tableName(table).item(item.map()).conditionExpression("attribute_not_exists(pk)");
    }

    static Update.Builder resize(String table, Activity activity, Group group) {
        return update(table, activity.id(), group.id())
                .updateExpression("SET #capacity = :capacity, waitlistCapacity = :line, #rules = :rules"
                        + " ADD version :one, layout :one")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeNames(Map.of("#capacity", "capacity", "#rules", "rules"))
                .expressionAttributeValues(Map.of(
                        ":capacity", Attributes.number(group.capacity()),
                        ":line", Attributes.number(line(activity)),
                        ":rules", Attributes.number(activity.edits().rules()),
                        ":one", ONE));
    }

    private static int line(Activity activity) {
        return activity.details().admission().waitlist().capacityPerGroup();
    }

    static Update.Builder close(String table, ActivityId activity, String group) {
        return update(table, activity, group)
                .updateExpression("SET closed = :yes ADD version :one")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true), ":one", ONE));
    }

    /** @param rules by which whoever joins was judged, if that matters */
    static Update.Builder joinLine(String table, ActivityId activity, String group, long gate, Optional<Long> rules) {
        var values = new HashMap<>(Map.of(":one", ONE, ":gate", Attributes.number(gate)));
        rules.ifPresent(it -> values.put(":rules", Attributes.number(it)));
        var join = update(table, activity, group)
                .updateExpression("ADD waiting :one, version :one")
                .conditionExpression(rules.isPresent() ? LINE_IS_OPEN_BY_THESE_RULES : LINE_IS_OPEN)
                .expressionAttributeValues(values);
        return rules.isPresent() ? join.expressionAttributeNames(Map.of("#rules", "rules")) : join;
    }

    /** The first of the line has got a place. */
    static Update.Builder moveUp(String table, ActivityId activity, String group) {
        return less(table, activity, group).conditionExpression(IS_OPEN);
    }

    /** Somebody leaves the line. Their registration's condition makes that happen once. */
    static Update.Builder leaveLine(String table, ActivityId activity, String group) {
        return less(table, activity, group).conditionExpression("attribute_exists(pk)");
    }

    private static Update.Builder less(String table, ActivityId activity, String group) {
        return update(table, activity, group)
                .updateExpression("ADD waiting :less, version :one")
                .expressionAttributeValues(Map.of(":one", ONE, ":less", Attributes.number(-1)));
    }

    /** Nobody waits any more: newcomers are let in again at every shard that was kept for the line at this gate. */
    static Update nextGate(String table, ActivityId activity, String group, long gate) {
        return update(table, activity, group)
                .updateExpression("ADD gate :one, version :one")
                .conditionExpression(NOBODY_WAITS_AT_THIS_GATE)
                .expressionAttributeValues(Map.of(":one", ONE, ":none", NONE, ":gate", Attributes.number(gate)))
                .build();
    }

    /** Of two who give shards more capacity at once, one does. */
    static Update.Builder nextLayout(String table, ActivityId activity, String group, long layout) {
        return update(table, activity, group)
                .updateExpression("ADD layout :one, version :one")
                .conditionExpression(LAYOUT_IS_AS_SEEN)
                .expressionAttributeValues(Map.of(":one", ONE, ":layout", Attributes.number(layout)));
    }

    /** Whether sign-ups that were judged by these rules are let in. */
    static boolean isUnder(Optional<Long> rules, Map<String, AttributeValue> attributes) {
        return rules.isEmpty() || Attributes.of(attributes).number("rules") == rules.get();
    }

    static boolean isClosed(Map<String, AttributeValue> attributes) {
        return attributes.isEmpty() || Attributes.of(attributes).flag("closed");
    }

    private static Update.Builder update(String table, ActivityId activity, String group) {
        return Update.builder()
                .tableName(table)
                .key(ActivityKeys.seats(activity, group).attributes());
    }
}
