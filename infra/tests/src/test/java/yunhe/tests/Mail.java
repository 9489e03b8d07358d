package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One message in the mailbox. */
record Mail(JsonNode item) {

    private static final Pattern MANAGE_LINK = Pattern.compile("https?://[^\\s\"'<>]+/m/[^\\s\"'<>]+");

    String kind() {
        return item.path("kind").asText();
    }

    String about() {
        return item.path("about").asText();
    }

    String subject() {
        return item.path("subject").asText();
    }

    String text() {
        return item.path("text").asText();
    }

    String html() {
        return item.path("html").asText();
    }

    List<JsonNode> attachments() {
        return Json.list(item.path("attachments"));
    }

    /** The link to the manage page, as it stands in the plain text. */
    String manageLink() {
        Matcher link = MANAGE_LINK.matcher(text());
        assertTrue(link.find(), () -> "no manage link in: " + text());
        return link.group();
    }

    Calendar calendar() {
        return Calendar.parse(new String(attachment("text/calendar"), StandardCharsets.UTF_8));
    }

    boolean has(String contentType) {
        return attachments().stream().anyMatch(part -> isA(part, contentType));
    }

    byte[] attachment(String contentType) {
        return Base64.getMimeDecoder().decode(part(contentType).path("base64").asText());
    }

    JsonNode part(String contentType) {
        return attachments().stream()
                .filter(part -> isA(part, contentType))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + contentType + " in " + item));
    }

    private static boolean isA(JsonNode part, String contentType) {
        return part.path("contentType").asText().startsWith(contentType);
    }
}
