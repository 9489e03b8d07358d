package yunhe.notifications;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.notice.Facts;
import yunhe.core.notice.Notice;

/** What a record of the activities table's stream says has happened to a registration. */
final class Images {

    private static final String REGISTRATION = "registration";

    private Images() {}

    static List<Notice> notices(DynamodbStreamRecord record) {
        // Whatever removes an item, its time to live or an erasure, is not told to anyone.
        if ("REMOVE".equals(record.getEventName())) {
            return List.of();
        }
        var images = record.getDynamodb();
        return state(images.getNewImage())
                .map(after -> Facts.between(state(images.getOldImage()), after))
                .orElse(List.of());
    }

    private static Optional<Facts.State> state(@Nullable Map<String, AttributeValue> image) {
        if (image == null || text(image, "type").filter(REGISTRATION::equals).isEmpty()) {
            return Optional.empty();
        }
        var id = text(image, "id").flatMap(RegistrationId::parse).orElseThrow(() -> unreadable("id"));
        var status = text(image, "status").flatMap(Images::status).orElseThrow(() -> unreadable("status"));
        long version = number(image, "version").orElseThrow(() -> unreadable("version"));
        var asked = new Facts.Asked(
                number(image, "linkRequests").orElse(0L),
                number(image, "moved").orElse(0L),
                numbers(image, "reminders"));
        boolean withActivity = text(image, "endedBy").filter("activity"::equals).isPresent();
        return Optional.of(new Facts.State(id, status, withActivity, asked, version));
    }

    private static Set<Long> numbers(Map<String, AttributeValue> image, String name) {
        return Optional.ofNullable(image.get(name)).map(AttributeValue::getNS).orElse(List.of()).stream()
                .map(Long::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Status> status(String code) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }

    private static Optional<String> text(Map<String, AttributeValue> image, String name) {
        return Optional.ofNullable(image.get(name)).map(AttributeValue::getS);
    }

    private static Optional<Long> number(Map<String, AttributeValue> image, String name) {
        return Optional.ofNullable(image.get(name)).map(AttributeValue::getN).map(Long::valueOf);
    }

    private static IllegalStateException unreadable(String name) {
        return new IllegalStateException("a registration without a readable " + name);
    }
}
