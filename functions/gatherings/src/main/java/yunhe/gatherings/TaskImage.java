package yunhe.gatherings;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.ActivityId;
import yunhe.core.agenda.Task;
import yunhe.core.agenda.Task.Work;

/** A task that people wait for, as the stream tells it. How far it has come is for the store to say. */
final class TaskImage {

    private TaskImage() {}

    static Optional<Task> urgent(DynamodbStreamRecord record) {
        return Optional.ofNullable(record.getDynamodb().getNewImage())
                .filter(image -> text(image, "type").filter("task"::equals).isPresent())
                .flatMap(image -> work(image).map(work -> task(image, work)));
    }

    private static Task task(Map<String, AttributeValue> image, Work work) {
        return Task.at(
                Instant.parse(text(image, "at").orElseThrow()),
                new ActivityId(text(image, "activity").orElseThrow()),
                work);
    }

    private static Optional<Work> work(Map<String, AttributeValue> image) {
        return switch (text(image, "work").orElse("")) {
            case "cancel-all" -> Optional.of(new Work.CancelAll());
            case "meet" -> text(image, "cause").map(Work.Meet::new);
            case "announce" ->
                Optional.of(new Work.Announce(Long.parseLong(Optional.ofNullable(image.get("announced"))
                        .map(AttributeValue::getN)
                        .orElseThrow())));
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(Map<String, AttributeValue> image, String name) {
        return Optional.ofNullable(image.get(name)).map(AttributeValue::getS);
    }
}
