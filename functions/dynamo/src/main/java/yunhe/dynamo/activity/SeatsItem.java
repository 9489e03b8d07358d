package yunhe.dynamo.activity;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Group;
import yunhe.core.activity.Seats;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;

/** The counter of a group's places and of its line: the one item that every sign-up of the group touches. */
final class SeatsItem {

    static final String TYPE = "seats";

    /** A newcomer finds a place only when nobody waits: who waits already goes first. */
    static final String SEAT_IS_FREE =
            "attribute_exists(pk) AND attribute_not_exists(closed) AND taken < #capacity AND waiting = :none";

    static final String LINE_IS_OPEN =
            "attribute_exists(pk) AND attribute_not_exists(closed) AND waiting < waitlistCapacity"
                    + " AND (taken >= #capacity OR waiting > :none)";

    /**
     * A sign-up is judged by an activity that may be some seconds old; by other rules than today's it is not let in.
     */
    private static final String BY_THESE_RULES = " AND (attribute_not_exists(#rules) OR #rules = :rules)";

    static final String SEAT_IS_FREE_AND_NOBODY_WAITS = SEAT_IS_FREE + BY_THESE_RULES;
    static final String LINE_HAS_ROOM = LINE_IS_OPEN + BY_THESE_RULES;

    static final String SEAT_IS_FREE_FOR_THE_LINE =
            "attribute_not_exists(closed) AND taken < #capacity AND waiting > :none";

    private static final Map<String, String> CAPACITY = Map.of("#capacity", "capacity");
    private static final AttributeValue NONE = Attributes.number(0);
    private static final AttributeValue ONE = Attributes.number(1);

    private SeatsItem() {}

    static Put.Builder make(String table, Activity activity, Group group) {
        var item = Attributes.fresh()
                .put("type", TYPE)
                .put("schema", 1)
                .put("version", 1)
                .put("activity", activity.id().value())
                .put("group", group.id())
                .put("capacity", group.capacity())
                .put("taken", 0)
                .put("waitlistCapacity", line(activity))
                .put("rules", activity.edits().rules())
                .put("waiting", 0);
        item.map().putAll(ActivityKeys.seats(activity.id(), group.id()).attributes());
        return Put.builder().tableName(table).item(item.map()).conditionExpression("attribute_not_exists(pk)");
    }

    static Update.Builder resize(String table, Activity activity, Group group) {
        return update(table, activity.id(), group.id())
                .updateExpression(
                        "SET #capacity = :capacity, waitlistCapacity = :line, #rules = :rules ADD version :one")
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

    /** @param rules by which whoever takes it was judged */
    static Update.Builder take(String table, ActivityId activity, String group, long rules) {
        return judged(take(table, activity, group), SEAT_IS_FREE_AND_NOBODY_WAITS, rules);
    }

    static Update.Builder take(String table, ActivityId activity, String group) {
        return update(table, activity, group)
                .updateExpression("ADD taken :one, version :one")
                .conditionExpression(SEAT_IS_FREE)
                .expressionAttributeNames(CAPACITY)
                .expressionAttributeValues(Map.of(":one", ONE, ":none", NONE));
    }

    /** @param rules by which whoever joins it was judged */
    static Update.Builder joinLine(String table, ActivityId activity, String group, long rules) {
        return judged(joinLine(table, activity, group), LINE_HAS_ROOM, rules);
    }

    static Update.Builder joinLine(String table, ActivityId activity, String group) {
        return update(table, activity, group)
                .updateExpression("ADD waiting :one, version :one")
                .conditionExpression(LINE_IS_OPEN)
                .expressionAttributeNames(CAPACITY)
                .expressionAttributeValues(Map.of(":one", ONE, ":none", NONE));
    }

    private static Update.Builder judged(Update.Builder update, String condition, long rules) {
        return update.conditionExpression(condition)
                .expressionAttributeNames(Map.of("#capacity", "capacity", "#rules", "rules"))
                .expressionAttributeValues(Map.of(":one", ONE, ":none", NONE, ":rules", Attributes.number(rules)));
    }

    static Update.Builder moveUp(String table, ActivityId activity, String group) {
        return update(table, activity, group)
                .updateExpression("ADD taken :one, waiting :less, version :one")
                .conditionExpression(SEAT_IS_FREE_FOR_THE_LINE)
                .expressionAttributeNames(CAPACITY)
                .expressionAttributeValues(Map.of(":one", ONE, ":less", Attributes.number(-1), ":none", NONE));
    }

    /** Gives back a place, or a place in the line. Its registration's condition makes that happen once. */
    static Update.Builder giveBack(String table, ActivityId activity, String group, boolean place) {
        return update(table, activity, group)
                .updateExpression("ADD " + (place ? "taken" : "waiting") + " :less, version :one")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeValues(Map.of(":one", ONE, ":less", Attributes.number(-1)));
    }

    static Seats read(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        return new Seats(
                item.text("group"),
                item.smallNumber("capacity"),
                item.smallNumber("taken"),
                item.smallNumber("waitlistCapacity"),
                item.smallNumber("waiting"));
    }

    /** Whether sign-ups that were judged by these rules are let in. */
    static boolean isUnder(long rules, Map<String, AttributeValue> attributes) {
        return Attributes.of(attributes).optionalNumber("rules").orElse(rules) == rules;
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
