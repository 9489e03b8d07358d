package yunhe.dynamo.lodging;

import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.LinePlace;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.Stays.Waiter;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.Key;
import yunhe.dynamo.keys.LodgingKeys;

/** The line for a room type: one item for each who waits, and one that counts them. */
final class LineItems {

    static final String TYPE = "line";

    static final String LINE_HAS_ROOM = "attribute_not_exists(waiting) OR waiting < :capacity";

    private LineItems() {}

    static Put.Builder place(Stay stay) {
        var item = Attributes.fresh()
                .put("type", TYPE)
                .put("schema", 1)
                .put("version", 1)
                .put("stay", stay.id().value())
                .put("depart", stay.nights().depart().toString())
                .put("station", stay.station().value())
                .put("room", stay.roomType())
                .put("expiresAt", stay.origin().deleteAt().getEpochSecond());
        item.map().putAll(key(stay).attributes());
        return Put.builder().item(item.map()).conditionExpression("attribute_not_exists(pk)");
    }

    static Delete.Builder remove(Stay stay) {
        return Delete.builder().key(key(stay).attributes());
    }

    /** Only where somebody may wait at all. */
    static Update.Builder join(Station station, Stay stay) {
        return counter(stay)
                .updateExpression("SET #type = :type ADD waiting :one, version :one")
                .conditionExpression(LINE_HAS_ROOM)
                .expressionAttributeNames(Map.of("#type", "type"))
                .expressionAttributeValues(Map.of(
                        ":type", AttributeValue.fromS("waiting"),
                        ":one", Attributes.number(1),
                        ":capacity",
                                Attributes.number(
                                        station.details().policy().waitlist().capacityPerGroup())));
    }

    static Update.Builder leave(Stay stay) {
        return counter(stay)
                .updateExpression("ADD waiting :less, version :one")
                .conditionExpression("waiting > :none")
                .expressionAttributeValues(Map.of(
                        ":less", Attributes.number(-1), ":one", Attributes.number(1), ":none", Attributes.number(0)));
    }

    static Waiter read(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        return new Waiter(
                StayId.parse(item.text("stay")).orElseThrow(),
                LocalDate.parse(item.text("depart")),
                new LinePlace(item.text(Key.SK)));
    }

    private static Key key(Stay stay) {
        return LodgingKeys.linePlace(
                stay.station(), stay.roomType(), stay.linePlace().orElseThrow());
    }

    private static Update.Builder counter(Stay stay) {
        return Update.builder()
                .key(LodgingKeys.waiting(stay.station(), stay.roomType()).attributes());
    }
}
