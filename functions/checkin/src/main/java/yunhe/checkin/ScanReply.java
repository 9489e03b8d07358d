package yunhe.checkin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import yunhe.core.checkin.ScanAnswer;
import yunhe.core.person.Masked;
import yunhe.core.shared.Log;
import yunhe.web.Json;

/** The answer to a scan as JSON. Times are in the venue's zone, names are masked. */
final class ScanReply {

    private ScanReply() {}

    static ObjectNode json(ScanAnswer answer) {
        var json = Json.object().put("result", answer.result().name().toLowerCase(Locale.ROOT));
        answer.activity()
                .ifPresent(activity -> json.put("activityId", activity.id().value()));
        answer.guest()
                .ifPresent(guest -> json.put("name", Masked.name(guest.name())).put("group", guest.group()));
        answer.admitted().ifPresent(admitted -> {
            json.put("admittedAt", instant(admitted.at(), answer)).put("admittedBy", admitted.by());
            if (!admitted.device().isEmpty()) {
                json.put("admittedDevice", admitted.device());
            }
        });
        return json;
    }

    /** One line about the outcome, with ids and without names. */
    static void log(ScanAnswer answer) {
        Log.event(
                "ticket.scanned",
                Map.of(
                        "result", answer.result().name().toLowerCase(Locale.ROOT),
                        "activity", answer.activity().map(it -> it.id().value()).orElse(""),
                        "registration",
                                answer.guest().map(it -> it.id().value()).orElse("")));
    }

    private static String instant(Instant at, ScanAnswer answer) {
        ZoneId zone = answer.activity().map(activity -> activity.times().zone()).orElse(ZoneOffset.UTC);
        return Json.instant(at, zone);
    }
}
