package yunhe.local.mailbox;

import java.util.List;

/** A mail as {@code GET /local/mail} shows it. */
public record Mail(
        String to,
        String kind,
        String about,
        String subject,
        String text,
        String html,
        List<Attachment> attachments,
        String receivedAt) {

    /** Also pictures inside the text: they have a content id. */
    public record Attachment(String name, String contentType, String contentId, String base64) {}
}
