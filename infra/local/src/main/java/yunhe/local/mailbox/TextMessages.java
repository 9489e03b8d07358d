package yunhe.local.mailbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import yunhe.local.state.DataFolder;

/**
 * The operator's SMS gateway, as far as the service sees it: takes signed calls, and each message once. A robot, too.
 */
public final class TextMessages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "messages.json";

    /** A message as {@code GET /local/messages} shows it. */
    public record TextMessage(String channel, String to, String text, String kind, String about) {}

    private final byte[] secret;
    private final DataFolder data;
    private final Map<String, TextMessage> messages = new LinkedHashMap<>();

    public TextMessages(String secret, DataFolder data) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.data = data;
        data.read(FILE).ifPresent(text -> messages.putAll(parse(text)));
    }

    /** A number that belongs to nobody: messages to it are refused for good. */
    private static final String NOBODY = "+8619900000410";

    /** What the gateway says to a call. */
    public enum Answer {
        ACCEPTED,
        /** The signature is not ours. */
        UNSIGNED,
        NO_SUCH_NUMBER
    }

    public Answer accept(Optional<String> timestamp, Optional<String> signature, byte[] body) throws IOException {
        if (timestamp.isEmpty() || signature.isEmpty() || !isSigned(timestamp.get(), signature.get(), body)) {
            return Answer.UNSIGNED;
        }
        JsonNode call = JSON.readTree(body);
        if (call.path("to").asText().equals(NOBODY)) {
            return Answer.NO_SUCH_NUMBER;
        }
        record(
                call.path("id").asText(),
                new TextMessage(
                        "sms",
                        call.path("to").asText(),
                        call.path("text").asText(),
                        call.path("kind").asText(),
                        call.path("about").asText()));
        return Answer.ACCEPTED;
    }

    /** As DingTalk takes it, without a signature; false when there is no text. */
    public boolean acceptRobot(byte[] body) throws IOException {
        String text = JSON.readTree(body).at("/text/content").asText();
        if (text.isBlank()) {
            return false;
        }
        record(UUID.randomUUID().toString(), new TextMessage("robot", "dingtalk", text, "digest", ""));
        return true;
    }

    public synchronized List<TextMessage> messages() {
        return new ArrayList<>(messages.values());
    }

    private synchronized void record(String id, TextMessage message) throws JsonProcessingException {
        if (messages.putIfAbsent(id, message) == null) {
            data.write(FILE, JSON.writeValueAsString(messages));
        }
    }

    private boolean isSigned(String timestamp, String signature, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            byte[] wanted = HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(wanted, signature.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("HMAC-SHA256 belongs to every Java", cause);
        }
    }

    private static Map<String, TextMessage> parse(String text) {
        try {
            return JSON.readValue(text, new TypeReference<LinkedHashMap<String, TextMessage>>() {});
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("read kept messages", cause);
        }
    }
}
