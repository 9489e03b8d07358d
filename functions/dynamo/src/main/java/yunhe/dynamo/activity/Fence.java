package yunhe.dynamo.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.PlaceMark;
import yunhe.core.person.PersonKey;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.Updates;
import yunhe.dynamo.keys.ActivityKeys;

/**
 * Makes sure that a claim is never recorded: its mark is noted as abandoned where its registration would be, and
 * whoever records a registration asks that it is not. Where nobody is yet, the note stands alone.
 */
record Fence(String table, Updates updates) {

    static final String TYPE = "fence";
    static final String ABANDONED = "abandoned";

    static final String DOES_NOT_HOLD_BY_IT = "attribute_not_exists(#place) OR #place <> :place";
    static final String NOT_ABANDONED = "NOT contains(" + ABANDONED + ", :mark)";

    /** Nobody takes that long to record a claim. */
    private static final Duration KEPT = Duration.ofDays(365);

    /**
     * The item with the fence; empty when a registration holds its place by this mark, so that there is nothing to give
     * back.
     */
    Optional<Map<String, AttributeValue>> put(ActivityId activity, PersonKey person, PlaceMark mark, Instant now) {
        return updates.write(
                "fence a claim at " + activity,
                Update.builder()
                        .tableName(table)
                        .key(ActivityKeys.contact(activity, person).attributes())
                        .updateExpression("SET #type = if_not_exists(#type, :type),"
                                + " #schema = if_not_exists(#schema, :one),"
                                + " version = if_not_exists(version, :one),"
                                + " expiresAt = if_not_exists(expiresAt, :until) ADD abandoned :marks")
                        .conditionExpression(DOES_NOT_HOLD_BY_IT)
                        .expressionAttributeNames(Map.of("#type", "type", "#schema", "schema", "#place", "place"))
                        .expressionAttributeValues(Map.of(
                                ":type", AttributeValue.fromS(TYPE),
                                ":one", Attributes.number(1),
                                ":until", Attributes.number(now.plus(KEPT).getEpochSecond()),
                                ":place", AttributeValue.fromS(mark.value()),
                                ":marks", AttributeValue.fromSs(List.of(mark.value()))))
                        .build());
    }

    static boolean isFence(Map<String, AttributeValue> item) {
        return Attributes.of(item).text("type").equals(TYPE);
    }

    static boolean abandons(Map<String, AttributeValue> item, PlaceMark mark) {
        return abandoned(item).filter(it -> it.ss().contains(mark.value())).isPresent();
    }

    /** To be kept by whatever takes the item's place. */
    static Optional<AttributeValue> abandoned(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get(ABANDONED));
    }
}
