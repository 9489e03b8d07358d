package yunhe.dynamo.lodging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Waitlist;
import yunhe.core.lodging.NightRule;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.StayPolicy;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.Judged;
import yunhe.dynamo.keys.LodgingKeys;

/** A station as an item. */
final class StationItem {

    static final String TYPE = "station";
    static final String SWEEP_AT = "sweepAt";

    private StationItem() {}

    static Map<String, AttributeValue> of(Station station, Instant createdAt) {
        var details = station.details();
        var item = Attributes.fresh()
                .put("type", TYPE)
                .put("schema", 1)
                .put("version", station.version())
                .put("id", station.id().value())
                .put("createdAt", createdAt.toString())
                .put("longestStay", station.longestStay())
                .put(SWEEP_AT, station.sweepAt().toString())
                .put("name", details.name())
                .put("address", details.address())
                .put("timeZone", details.zone().getId())
                .put("checkInFrom", details.checkInFrom().toString())
                .put("checkOutUntil", details.checkOutUntil().toString())
                .put("noShowAt", details.noShowAt().toString())
                .put("policy", policy(details.policy()))
                .put(
                        "rooms",
                        AttributeValue.fromL(
                                details.rooms().stream().map(StationItem::room).toList()))
                .put(
                        "nights",
                        AttributeValue.fromL(details.nightRules().stream()
                                .map(StationItem::rule)
                                .toList()));
        item.map().putAll(LodgingKeys.station(station.id()).attributes());
        return item.map();
    }

    static Station read(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        var details = new StationDetails(
                item.bilingual("name"),
                item.text("address"),
                ZoneId.of(item.text("timeZone")),
                LocalTime.parse(item.text("checkInFrom")),
                LocalTime.parse(item.text("checkOutUntil")),
                LocalTime.parse(item.text("noShowAt")),
                item.list("rooms").stream()
                        .map(value -> room(Attributes.of(value.m())))
                        .toList(),
                policy(item.nested("policy")),
                item.list("nights").stream()
                        .map(value -> rule(Attributes.of(value.m())))
                        .toList());
        return new Station(
                StationId.parse(item.text("id")).orElseThrow(),
                details,
                item.number("version"),
                item.smallNumber("longestStay"),
                item.instant(SWEEP_AT));
    }

    private static AttributeValue room(RoomType room) {
        return Attributes.fresh()
                .put("type", room.code())
                .put("title", room.title())
                .put("count", room.count())
                .put("for", Judged.code(room.guests()))
                .asValue();
    }

    private static RoomType room(Attributes room) {
        return new RoomType(
                room.text("type"),
                room.bilingual("title"),
                room.smallNumber("count"),
                Judged.value(RoomType.For.class, room.text("for")));
    }

    private static AttributeValue rule(NightRule rule) {
        var item = Attributes.fresh()
                .put("from", rule.from().toString())
                .put("until", rule.until().toString())
                .put("roomType", rule.roomType())
                .put("blocked", rule.blocked());
        rule.count().ifPresent(count -> item.put("count", count));
        rule.reason().ifPresent(reason -> item.put("reason", reason));
        return item.asValue();
    }

    private static NightRule rule(Attributes rule) {
        return new NightRule(
                LocalDate.parse(rule.text("from")),
                LocalDate.parse(rule.text("until")),
                rule.optionalText("roomType"),
                rule.optionalNumber("count").map(Math::toIntExact),
                rule.smallNumber("blocked"),
                rule.optionalNested("reason").map(reason -> Attributes.bilingual(reason.asValue())));
    }

    private static AttributeValue policy(StayPolicy policy) {
        var item = Attributes.fresh()
                .put("maxNightsPerStay", policy.maxNightsPerStay())
                .put("maxNightsPerYear", policy.maxNightsPerYear())
                .put("minDaysBetweenStays", policy.minDaysBetweenStays())
                .put("bookAheadDays", policy.bookAheadDays())
                .put("approval", Judged.code(policy.approval()))
                .put("reviewHours", policy.reviewFor().toHours())
                .put("cancelUntilHours", policy.cancelBefore().toHours())
                .put("requireDocument", policy.requireDocument())
                .put("proofs", Attributes.texts(policy.proofs()))
                .put("lineCapacity", policy.waitlist().capacityPerGroup())
                .put("promotion", Judged.code(policy.waitlist().promotion()))
                .put("offerMinutes", policy.waitlist().offerFor().toMinutes());
        policy.graduatedWithinYears().ifPresent(years -> item.put("graduatedWithinYears", years));
        policy.maxAge().ifPresent(age -> item.put("maxAge", age));
        return item.asValue();
    }

    private static StayPolicy policy(Attributes policy) {
        return new StayPolicy(
                policy.smallNumber("maxNightsPerStay"),
                policy.smallNumber("maxNightsPerYear"),
                policy.smallNumber("minDaysBetweenStays"),
                policy.smallNumber("bookAheadDays"),
                Judged.value(Approval.class, policy.text("approval")),
                Duration.ofHours(policy.number("reviewHours")),
                number(policy, "graduatedWithinYears"),
                number(policy, "maxAge"),
                Duration.ofHours(policy.number("cancelUntilHours")),
                new Waitlist(
                        policy.smallNumber("lineCapacity"),
                        Judged.value(Waitlist.Promotion.class, policy.text("promotion")),
                        Duration.ofMinutes(policy.number("offerMinutes"))),
                policy.flag("requireDocument"),
                policy.texts("proofs"));
    }

    private static Optional<Integer> number(Attributes policy, String name) {
        return policy.optionalNumber(name).map(Math::toIntExact);
    }
}
