package yunhe.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Somebody at the door with a scanner. */
record Door(Service service, String staff) {

    JsonNode scan(String ticket) {
        return scan(ticket, UUID.randomUUID().toString());
    }

    JsonNode scan(String ticket, String nonce) {
        return send(Json.object().put("ticket", ticket).put("nonce", nonce).put("device", "door-1"));
    }

    JsonNode scanFor(Activity activity, String ticket) {
        return send(Json.object()
                .put("ticket", ticket)
                .put("activityId", activity.id())
                .put("nonce", UUID.randomUUID().toString())
                .put("device", "door-1"));
    }

    String result(String ticket) {
        return scan(ticket).path("result").asText();
    }

    String undo(String ticket) {
        return service.post("/checkins/undo")
                .as("staff", staff)
                .json(Json.object().put("ticket", ticket).put("reason", "wrong person"))
                .expect(200)
                .get("result");
    }

    private JsonNode send(ObjectNode scan) {
        return service.post("/checkins")
                .as("staff", staff)
                .json(scan)
                .expect(200)
                .json();
    }
}
