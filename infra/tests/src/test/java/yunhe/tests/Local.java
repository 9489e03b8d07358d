package yunhe.tests;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What only the local runner has: tokens, the mailbox, the clock. */
final class Local {

    private final Service service;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Local(Service service) {
        this.service = service;
    }

    String token(String role, String subject) {
        return tokens.computeIfAbsent(
                "role=" + role + "&sub=" + subject,
                query -> get("/local/token?" + query).path("access_token").asText());
    }

    Instant now() {
        return OffsetDateTime.parse(get("/local/clock").path("now").asText()).toInstant();
    }

    void advance(Duration by) {
        Raw.post(service, "/local/clock", "{\"advance\":\"" + by + "\"}");
        settle();
    }

    void moveTo(OffsetDateTime now) {
        Raw.post(service, "/local/clock", "{\"now\":\"" + Times.text(now) + "\"}");
        settle();
    }

    /** Until streams and queues have nothing more to deliver. */
    void settle() {
        get("/local/settled");
    }

    List<Mail> mails(String to) {
        settle();
        return Json.list(get("/local/mail?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8))
                        .path("items"))
                .stream()
                .map(Mail::new)
                .toList();
    }

    List<String> kindsTo(String to) {
        return mails(to).stream().map(Mail::kind).sorted().toList();
    }

    List<JsonNode> messages(String to) {
        settle();
        return Json.list(get("/local/messages").path("items")).stream()
                .filter(message -> message.path("to").asText().equals(to))
                .toList();
    }

    private JsonNode get(String path) {
        return Raw.get(service, path);
    }
}
