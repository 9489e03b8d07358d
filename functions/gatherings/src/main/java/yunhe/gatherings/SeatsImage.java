package yunhe.gatherings;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yunhe.core.activity.ActivityId;

/**
 * What the stream tells of a group's places: that somebody may move up, or that a group is full with claims that are
 * not known to be recorded.
 */
record SeatsImage(ActivityId activity, String group, boolean canMoveUp, boolean isUnsettled) {

    private static final String WHOLE = "seats";
    private static final String SHARD = "seats.shard";

    static Optional<SeatsImage> of(DynamodbStreamRecord record) {
        return Optional.ofNullable(record.getDynamodb().getNewImage())
                .flatMap(image -> text(image, "type")
                        .flatMap(type -> of(type, image, record.getDynamodb().getOldImage())));
    }

    private static Optional<SeatsImage> of(
            String type, Map<String, AttributeValue> image, @Nullable Map<String, AttributeValue> before) {
        boolean full = number(image, "taken") >= number(image, "capacity");
        // After the capacity was lowered a shard may have none, while the group has some again.
        boolean freed = before != null && number(before, "taken") > number(image, "taken");
        return switch (type) {
            case WHOLE -> of(image, number(image, "waiting") > 0, false);
            // Places are kept for a line from the first time on that the group was full.
            case SHARD -> of(image, (!full || freed) && image.containsKey("queued"), full && hasMarks(image));
            default -> Optional.empty();
        };
    }

    private static Optional<SeatsImage> of(Map<String, AttributeValue> image, boolean canMoveUp, boolean isUnsettled) {
        return text(image, "activity")
                .flatMap(ActivityId::parse)
                .map(activity -> new SeatsImage(activity, text(image, "group").orElseThrow(), canMoveUp, isUnsettled));
    }

    private static boolean hasMarks(Map<String, AttributeValue> image) {
        return Optional.ofNullable(image.get("marks"))
                .map(AttributeValue::getM)
                .filter(marks -> !marks.isEmpty())
                .isPresent();
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
