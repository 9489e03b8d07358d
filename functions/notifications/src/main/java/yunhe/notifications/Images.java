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
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.StayStatus;
import yunhe.core.notice.Facts;
import yunhe.core.notice.Notice;
import yunhe.core.notice.StayFacts;

/** What a record of a table's stream says has happened to a registration or a stay. */
final class Images {

    private static final String TYPE = "type";
    private static final String REGISTRATION = "registration";
    private static final String STAY = "stay";

    private Images() {}

    static List<Notice> notices(DynamodbStreamRecord record) {
        // Whatever removes an item, its time to live or an erasure, is not told to anyone.
        if ("REMOVE".equals(record.getEventName())) {
            return List.of();
        }
        var images = record.getDynamodb();
        var after = Optional.ofNullable(images.getNewImage()).orElse(Map.of());
        var type = text(after, TYPE).orElse("");
        var before = Optional.ofNullable(images.getOldImage())
                .filter(image -> text(image, TYPE).filter(type::equals).isPresent());
        return switch (type) {
            case REGISTRATION -> Facts.between(before.map(Images::registration), registration(after));
            case STAY ->
                StayFacts.between(before.map(Images::stay), stay(after)).stream()
                        .toList();
            default -> List.of();
        };
    }

    private static StayFacts.State stay(Map<String, AttributeValue> image) {
        var id = text(image, "id").flatMap(StayId::parse).orElseThrow(() -> unreadable("id"));
        var status = text(image, "status")
                .flatMap(code -> status(StayStatus.values(), code))
                .orElseThrow(() -> unreadable("status"));
        long version = number(image, "version").orElseThrow(() -> unreadable("version"));
        return new StayFacts.State(id, status, number(image, "changes").orElse(0L), version);
    }

    private static Facts.State registration(Map<String, AttributeValue> image) {
        var id = text(image, "id").flatMap(RegistrationId::parse).orElseThrow(() -> unreadable("id"));
        var status = text(image, "status")
                .flatMap(code -> status(Status.values(), code))
                .orElseThrow(() -> unreadable("status"));
        long version = number(image, "version").orElseThrow(() -> unreadable("version"));
        var asked = new Facts.Asked(
                number(image, "linkRequests").orElse(0L),
                number(image, "moved").orElse(0L),
                number(image, "meetings").orElse(0L),
                numbers(image, "reminders"));
        boolean withActivity = text(image, "endedBy").filter("activity"::equals).isPresent();
        return new Facts.State(id, status, withActivity, asked, version);
    }

    private static Set<Long> numbers(Map<String, AttributeValue> image, String name) {
        return Optional.ofNullable(image.get(name)).map(AttributeValue::getNS).orElse(List.of()).stream()
                .map(Long::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <S extends Enum<S>> Optional<S> status(S[] all, String code) {
        return Arrays.stream(all)
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
        return new IllegalStateException("an item without a readable " + name);
    }
}
