package yunhe.lodging;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.Stays;
import yunhe.core.person.PersonKey;

/** What a record of the lodging table's stream means for those who wait. */
final class VacancyImage {

    private static final Set<String> ENDED = Set.of("cancelled", "rejected", "expired", "checked_out");

    private static final String NIGHTS_SUFFIX = "#nights";

    private VacancyImage() {}

    /** The lines in which somebody may move up now. */
    static List<Line> lines(DynamodbStreamRecord record, Stations stations) {
        var image = record.getDynamodb().getNewImage();
        if (image == null) {
            return List.of();
        }
        var before = record.getDynamodb().getOldImage();
        return switch (text(image, "type").orElse("")) {
            case "night" -> number(image, "taken") < number(before, "taken") ? List.of(night(image)) : List.of();
            case "line" ->
                List.of(new Line(
                        new StationId(text(image, "station").orElseThrow()),
                        text(image, "room").orElseThrow()));
            case "station" ->
                number(image, "version") == number(before, "version")
                        ? List.of()
                        : StationId.parse(text(image, "id").orElseThrow()).flatMap(stations::find).stream()
                                .flatMap(station -> station.details().rooms().stream()
                                        .map(room -> new Line(station.id(), room.code())))
                                .toList();
            default -> List.of();
        };
    }

    private static Line night(Map<String, AttributeValue> image) {
        var partition = text(image, "pk").orElseThrow();
        var station = partition.substring(0, partition.length() - NIGHTS_SUFFIX.length());
        return new Line(new StationId(station), text(image, "sk").orElseThrow().split("#", 2)[1]);
    }

    /** Until when nights are held, where that was not so before. A deadline that passed meanwhile is due now. */
    static Optional<Stays.Hold> hold(DynamodbStreamRecord record, Instant now) {
        var image = record.getDynamodb().getNewImage();
        var before = record.getDynamodb().getOldImage();
        if (image == null || !text(image, "type").equals(Optional.of("stay"))) {
            return Optional.empty();
        }
        var status = text(image, "status").orElse("");
        boolean isHeld = status.equals("pending") || status.equals("offered");
        boolean isKnown = text(image, "deadline").equals(text(before, "deadline"))
                && text(before, "status").equals(Optional.of(status));
        return text(image, "deadline")
                .filter(deadline -> isHeld && !isKnown)
                .map(Instant::parse)
                .map(deadline -> new Stays.Hold(
                        deadline.isBefore(now) ? now : deadline,
                        StayId.parse(text(image, "id").orElseThrow()).orElseThrow()));
    }

    /** The guest of a stay whose nights no longer count, or fewer of them. */
    static Optional<List<PersonKey>> entitledAgain(DynamodbStreamRecord record) {
        var image = record.getDynamodb().getNewImage();
        if (image == null || !text(image, "type").equals(Optional.of("stay"))) {
            return Optional.empty();
        }
        boolean isOver = ENDED.contains(text(image, "status").orElse(""))
                || text(record.getDynamodb().getOldImage(), "depart")
                        .filter(before -> text(image, "depart").orElse(before).compareTo(before) < 0)
                        .isPresent();
        return Optional.ofNullable(image.get("identities"))
                .filter(it -> isOver)
                .map(it -> it.getL().stream()
                        .map(AttributeValue::getS)
                        .map(PersonKey::new)
                        .toList());
    }

    private static Optional<String> text(@Nullable Map<String, AttributeValue> image, String name) {
        return Optional.ofNullable(image).map(it -> it.get(name)).map(AttributeValue::getS);
    }

    private static long number(@Nullable Map<String, AttributeValue> image, String name) {
        return Optional.ofNullable(image)
                .map(it -> it.get(name))
                .map(AttributeValue::getN)
                .map(Long::valueOf)
                .orElse(0L);
    }

    /** A line for a room type. */
    record Line(StationId station, String roomType) {}
}
