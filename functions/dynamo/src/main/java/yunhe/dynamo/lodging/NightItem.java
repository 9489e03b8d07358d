package yunhe.dynamo.lodging;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.lodging.Station;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.Key;
import yunhe.dynamo.keys.LodgingKeys;

/**
 * How many of a room type are taken on one night. It comes into being with the first that is taken; how many there are
 * is the station's to say. Whoever takes one leaves behind by which version of the station, so that nobody who has read
 * an older one takes another by its numbers.
 */
final class NightItem {

    static final String TYPE = "night";

    static final String NIGHT_IS_FREE = "attribute_not_exists(pk) OR taken < :places AND #rules <= :rules";
    static final String SOMETHING_IS_TAKEN = "taken > :none";

    /** For the picture of the year behind us. */
    private static final int KEEP_DAYS = 400;

    private NightItem() {}

    /** Only where there is a place at all. */
    static Update.Builder take(Station station, String roomType, LocalDate night) {
        return update(station, roomType, night)
                .updateExpression("SET #type = :type, #schema = :one, #rules = :rules, expiresAt = :expiresAt"
                        + " ADD taken :one, version :one")
                .conditionExpression(NIGHT_IS_FREE)
                .expressionAttributeNames(Map.of("#type", "type", "#schema", "schema", "#rules", "rules"))
                .expressionAttributeValues(Map.of(
                        ":type", AttributeValue.fromS(TYPE),
                        ":one", Attributes.number(1),
                        ":places", Attributes.number(station.details().places(roomType, night)),
                        ":rules", Attributes.number(station.version()),
                        ":expiresAt",
                                Attributes.number(night.plusDays(KEEP_DAYS)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toEpochSecond())));
    }

    /** Its stay's condition makes that happen once. */
    static Update.Builder giveBack(Station station, String roomType, LocalDate night) {
        return update(station, roomType, night)
                .updateExpression("ADD taken :less, version :one")
                .conditionExpression(SOMETHING_IS_TAKEN)
                .expressionAttributeValues(Map.of(
                        ":less", Attributes.number(-1), ":one", Attributes.number(1), ":none", Attributes.number(0)));
    }

    private static Update.Builder update(Station station, String roomType, LocalDate night) {
        return Update.builder()
                .key(LodgingKeys.night(station.id(), night, roomType).attributes());
    }

    /** Whether it was taken by a later version of the station than this one. */
    static boolean isUnderLaterRules(Map<String, AttributeValue> item, Station station) {
        return !item.isEmpty() && Attributes.of(item).number("rules") > station.version();
    }

    static LocalDate night(Map<String, AttributeValue> item) {
        return LocalDate.parse(parts(item)[0]);
    }

    static String roomType(Map<String, AttributeValue> item) {
        return parts(item)[1];
    }

    private static String[] parts(Map<String, AttributeValue> item) {
        return Attributes.of(item).text(Key.SK).split("#", 2);
    }

    static int taken(Map<String, AttributeValue> item) {
        return Attributes.of(item).smallNumber("taken");
    }
}
