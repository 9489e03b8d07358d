package yunhe.local.mailbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a mail apart: texts, attachments, inline pictures. */
final class MailParser {
    /** One for all: a new one looks for providers in every jar. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Mail.Attachment> attachments = new ArrayList<>();

    private MailParser() {}

    static Mail parse(byte[] source, Instant receivedAt) {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(source));
            MailParser parser = new MailParser();
            parser.part(message);
            return new Mail(
                    recipients(message),
                    header(message, "X-Yunhe-Kind"),
                    header(message, "X-Yunhe-About"),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    parser.text.toString(),
                    parser.html.toString(),
                    parser.attachments,
                    receivedAt.toString());
        } catch (MessagingException | IOException cause) {
            throw new IllegalStateException("read a mail", cause);
        }
    }

    private void part(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                part(parts.getBodyPart(i));
            }
        } else if (isBody(part) && part.isMimeType("text/plain") && part.getContent() instanceof String plain) {
            text.append(plain);
        } else if (isBody(part) && part.isMimeType("text/html") && part.getContent() instanceof String rich) {
            html.append(rich);
        } else {
            attachments.add(attachment(part));
        }
    }

    private static boolean isBody(Part part) throws MessagingException {
        return part.getFileName() == null && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static Mail.Attachment attachment(Part part) throws MessagingException, IOException {
        byte[] bytes = part.getInputStream().readAllBytes();
        return new Mail.Attachment(
                decoded(part.getFileName()),
                contentType(part),
                first(part, "Content-ID").replaceAll("^<|>$", ""),
                Base64.getEncoder().encodeToString(bytes));
    }

    /** Without the file's name, which is a field of its own. */
    private static String contentType(Part part) throws MessagingException {
        return part.getContentType().replaceAll("\\s+", " ").replaceAll("; ?name=(\"[^\"]*\"|[^;]*)", "");
    }

    private static String recipients(MimeMessage message) throws MessagingException {
        return Stream.ofNullable(message.getRecipients(Message.RecipientType.TO))
                .flatMap(Stream::of)
                .map(address ->
                        address instanceof InternetAddress internet ? internet.getAddress() : address.toString())
                .collect(Collectors.joining(","));
    }

    private static String header(Part part, String name) throws MessagingException, IOException {
        return decoded(first(part, name));
    }

    private static String first(Part part, String name) throws MessagingException {
        @Nullable String[] values = part.getHeader(name);
        return values == null || values.length == 0
                ? ""
                : Optional.ofNullable(values[0]).orElse("");
    }

    private static String decoded(@Nullable String text) throws IOException {
        return text == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(text));
    }
}
