package yunhe.dynamo.activity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;

/** An activity as an item. Its details are one map, which every change replaces whole. */
final class ActivityItem {

    static final String TYPE = "activity";

    private ActivityItem() {}

    static Map<String, AttributeValue> of(Activity activity) {
        var item = Attributes.fresh()
                .put("type", TYPE)
                .put("schema", 1)
                .put("version", activity.version())
                .put("id", activity.id().value())
                .put("phase", code(activity.phase()))
                .put("details", DetailsItem.of(activity.details()))
                .put(ActivityKeys.LISTED, ActivityKeys.listed(activity.id().type()))
                .put("startsAt", sortable(activity.times().startsAt()));
        activity.cancelReason().ifPresent(reason -> item.put("cancelReason", reason));
        edits(activity.edits()).forEach(item::put);
        item.map().putAll(ActivityKeys.activity(activity.id()).attributes());
        return item.map();
    }

    /** Only what a change may touch, so that attributes of another version of this program survive. */
    static Update.Builder change(Activity next) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":phase", AttributeValue.fromS(code(next.phase())));
        values.put(":details", DetailsItem.of(next.details()));
        values.put(":startsAt", AttributeValue.fromS(sortable(next.times().startsAt())));
        values.put(":version", Attributes.number(next.version()));
        values.put(":seen", Attributes.number(next.version() - 1));
        next.cancelReason().ifPresent(reason -> values.put(":reason", Attributes.bilingual(reason)));
        var edits = edits(next.edits());
        edits.forEach((name, value) -> values.put(":" + name, value));
        var set = new StringBuilder("SET phase = :phase, details = :details, startsAt = :startsAt, version = :version");
        edits.keySet()
                .forEach(name -> set.append(", ").append(name).append(" = :").append(name));
        return Update.builder()
                .key(ActivityKeys.activity(next.id()).attributes())
                .updateExpression(set + (next.cancelReason().isPresent() ? ", cancelReason = :reason" : ""))
                .expressionAttributeValues(values);
    }

    static Activity read(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        return new Activity(
                new ActivityId(item.text("id")),
                Activity.Phase.valueOf(item.text("phase").toUpperCase(Locale.ROOT)),
                DetailsItem.read(item.nested("details")),
                item.optionalNested("cancelReason").map(text -> Attributes.bilingual(text.asValue())),
                new Activity.Edits(
                        item.optionalInstant("movedAt").map(at -> new Activity.Moved(item.number("movedVersion"), at)),
                        item.optionalNumber("questionsVersion").orElse(1L),
                        item.optionalNumber("rulesVersion").orElse(1L)),
                item.number("version"));
    }

    private static Map<String, AttributeValue> edits(Activity.Edits edits) {
        var values = new HashMap<String, AttributeValue>();
        values.put("questionsVersion", Attributes.number(edits.questions()));
        values.put("rulesVersion", Attributes.number(edits.rules()));
        edits.moved().ifPresent(moved -> {
            values.put("movedVersion", Attributes.number(moved.version()));
            values.put("movedAt", AttributeValue.fromS(moved.at().toString()));
        });
        return values;
    }

    static String code(Activity.Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    /** All of one length, so that they sort as texts as they do in time. */
    static String sortable(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
