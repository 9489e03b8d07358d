package yunhe.lodging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import yunhe.core.lodging.Availability;
import yunhe.core.lodging.NightRule;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StayPolicy;
import yunhe.core.shared.Bilingual;
import yunhe.web.Json;
import yunhe.web.form.Codes;

/** Stations and their nights as JSON. */
final class StationView {

    private StationView() {}

    /** What its organiser sent, to be read and sent back. */
    static ObjectNode administered(Station station, String url) {
        var body = published(station, url).put("version", station.version());
        var rules = body.putArray("nights");
        station.details().nightRules().forEach(rule -> rules.add(rule(rule)));
        return body;
    }

    static ObjectNode published(Station station, String url) {
        var details = station.details();
        var body = Json.object().put("id", station.id().value());
        body.set("name", bilingual(details.name()));
        body.put("address", details.address())
                .put("timeZone", details.zone().getId())
                .put("checkInFrom", details.checkInFrom().toString())
                .put("checkOutUntil", details.checkOutUntil().toString())
                .put("noShowAt", details.noShowAt().toString());
        var rooms = body.putArray("rooms");
        details.rooms().forEach(room -> rooms.add(room(room)));
        body.set("policy", policy(details.policy()));
        return body.put("url", url);
    }

    private static ObjectNode room(RoomType room) {
        var body = Json.object().put("type", room.code());
        body.set("title", bilingual(room.title()));
        return body.put("count", room.count()).put("for", Codes.of(room.guests()));
    }

    private static ObjectNode policy(StayPolicy policy) {
        var body = Json.object()
                .put("maxNightsPerStay", policy.maxNightsPerStay())
                .put("maxNightsPerYear", policy.maxNightsPerYear())
                .put("minDaysBetweenStays", policy.minDaysBetweenStays())
                .put("bookAheadDays", policy.bookAheadDays())
                .put("approval", Codes.of(policy.approval()))
                .put("reviewHours", policy.reviewFor().toHours())
                .put("graduatedWithinYears", policy.graduatedWithinYears().orElse(null))
                .put("maxAge", policy.maxAge().orElse(null))
                .put("cancelUntilHours", policy.cancelBefore().toHours())
                .put("requireDocument", policy.requireDocument());
        var proofs = body.putArray("proofs");
        policy.proofs().forEach(proofs::add);
        body.putObject("waitlist")
                .put("capacity", policy.waitlist().capacityPerGroup())
                .put("promotion", Codes.of(policy.waitlist().promotion()))
                .put("offerMinutes", policy.waitlist().offerFor().toMinutes());
        return body;
    }

    private static ObjectNode rule(NightRule rule) {
        var body = Json.object()
                .put("from", rule.from().toString())
                .put("until", rule.until().toString());
        rule.roomType().ifPresent(room -> body.put("roomType", room));
        rule.count().ifPresent(count -> body.put("count", count));
        body.put("blocked", rule.blocked());
        rule.reason().ifPresent(reason -> body.set("reason", bilingual(reason)));
        return body;
    }

    /** Every night in {@code [from, until)}, with what is free of each room type. */
    static ObjectNode availability(Availability availability, LocalDate from, LocalDate until) {
        var details = availability.details();
        var body = Json.object();
        var nights = body.putArray("nights");
        from.datesUntil(until).forEach(night -> {
            var item = nights.addObject().put("night", night.toString());
            var free = item.putObject("free");
            details.rooms().forEach(room -> free.put(room.code(), availability.free(room.code(), night)));
            reason(availability, night).ifPresent(reason -> item.set("reason", bilingual(reason)));
        });
        return body;
    }

    /** Why the whole house is closed on a night. */
    private static Optional<Bilingual> reason(Availability availability, LocalDate night) {
        var details = availability.details();
        boolean isClosed = details.rooms().stream().allMatch(room -> details.places(room.code(), night) == 0);
        return details.nightRules().stream()
                .filter(rule -> isClosed && !night.isBefore(rule.from()) && night.isBefore(rule.until()))
                .flatMap(rule -> rule.reason().stream())
                .findFirst();
    }

    static ObjectNode bilingual(Bilingual text) {
        return Json.object().put("zh", text.zh()).put("en", text.en());
    }
}
