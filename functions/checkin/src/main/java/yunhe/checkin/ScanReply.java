package yunhe.checkin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import yunhe.core.door.ScanAnswer;
import yunhe.core.person.Masked;
import yunhe.core.shared.Log;
import yunhe.web.Json;

/** The answer to a scan as JSON. Times are in the zone of the venue or station, names are masked. */
final class ScanReply {

    private ScanReply() {}

    static ObjectNode json(ScanAnswer answer) {
        var json = Json.object().put("result", answer.result().name().toLowerCase(Locale.ROOT));
        answer.place().ifPresent(place -> json.put("activityId", place.id()));
        answer.holder().ifPresent(holder -> {
            json.put("name", Masked.name(holder.name())).put("group", holder.group());
            holder.room().ifPresent(room -> put(json.putObject("stay"), room));
        });
        answer.admitted().ifPresent(admitted -> {
            json.put("admittedAt", instant(admitted.at(), answer)).put("admittedBy", admitted.by());
            if (!admitted.device().isEmpty()) {
                json.put("admittedDevice", admitted.device());
            }
        });
        return json;
    }

    /** What tells a keeper which key to hand out. */
    private static void put(ObjectNode stay, ScanAnswer.Room room) {
        stay.putObject("room")
                .put("zh", room.title().zh())
                .put("en", room.title().en());
        stay.put("arrive", room.nights().arrive().toString())
                .put("depart", room.nights().depart().toString())
                .put("nights", room.nights().count());
    }

    /** One line about the outcome, with ids and without names. */
    static void log(ScanAnswer answer) {
        Log.event(
                "ticket.scanned",
                Map.of(
                        "result", answer.result().name().toLowerCase(Locale.ROOT),
                        "activity", answer.place().map(ScanAnswer.Place::id).orElse(""),
                        "registration",
                                answer.holder().map(ScanAnswer.Holder::id).orElse("")));
    }

    private static String instant(Instant at, ScanAnswer answer) {
        ZoneId zone = answer.place().map(ScanAnswer.Place::zone).orElse(ZoneOffset.UTC);
        return Json.instant(at, zone);
    }
}
