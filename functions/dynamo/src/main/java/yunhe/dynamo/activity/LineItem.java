package yunhe.dynamo.activity;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations.Waiter;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/** A place in a group's line. It exists exactly as long as its registration waits. */
final class LineItem {

    private LineItem() {}

    static Put.Builder of(String table, Registration registration) {
        var place = registration.linePlace().orElseThrow();
        var item = Attributes.fresh()
                .put("type", "line")
                .put("schema", 1)
                .put("version", 1)
                .put("registration", registration.id().value())
                .put("expiresAt", registration.origin().deleteAt().getEpochSecond());
        item.map()
                .putAll(ActivityKeys.linePlace(registration.activity(), registration.group(), place)
                        .attributes());
        return Put.builder().tableName(table).item(item.map()).conditionExpression("attribute_not_exists(pk)");
    }

    static Delete.Builder remove(String table, ActivityId activity, String group, LinePlace place) {
        return Delete.builder()
                .tableName(table)
                .key(ActivityKeys.linePlace(activity, group, place).attributes());
    }

    static Waiter read(String group, Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        return new Waiter(
                RegistrationId.parse(item.text("registration")).orElseThrow(), group, new LinePlace(item.text(Key.SK)));
    }
}
