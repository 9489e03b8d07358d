package yunhe.gatherings;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.ActivityId;

/** A group's counts as the stream tells them. */
record SeatsImage(ActivityId activity, String group, long capacity, long taken, long waiting) {

    static Optional<SeatsImage> of(DynamodbStreamRecord record) {
        return Optional.ofNullable(record.getDynamodb().getNewImage())
                .filter(image -> text(image, "type").filter("seats"::equals).isPresent())
                .flatMap(image -> text(image, "activity")
                        .flatMap(ActivityId::parse)
                        .map(activity -> new SeatsImage(
                                activity,
                                text(image, "group").orElseThrow(),
                                number(image, "capacity"),
                                number(image, "taken"),
                                number(image, "waiting"))));
    }

    boolean canMoveUp() {
        return taken < capacity && waiting > 0;
    }

    /** The same for every image of one group. */
    SeatsImage withoutCounts() {
        return new SeatsImage(activity, group, 0, 0, 0);
    }

    private static Optional<String> text(Map<String, AttributeValue> image, String name) {
        return Optional.ofNullable(image.get(name)).map(AttributeValue::getS);
    }

    private static long number(Map<String, AttributeValue> image, String name) {
        return Optional.ofNullable(image.get(name))
                .map(AttributeValue::getN)
                .map(Long::parseLong)
                .orElse(0L);
    }
}
