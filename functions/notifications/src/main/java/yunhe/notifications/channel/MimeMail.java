package yunhe.notifications.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail as MIME:
 *
 * <pre>
 * mixed
 *   alternative
 *     text/plain
 *     related             only with a picture
 *       text/html
 *       image/png inline
 *   text/calendar         only with a calendar entry
 * </pre>
 */
final class MimeMail extends MimeMessage {

    private static final String CHARSET = UTF_8.name();
    private static final String WORD_JOINER = "\u2060";

    private final String messageId;

    private MimeMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MimeMessage write(Session session, String from, Mail mail) throws MessagingException {
        var sender = new InternetAddress(from, false);
        var domain = domainOf(sender.getAddress());
        var message = new MimeMail(session, "<" + mail.stamp().id() + "@" + domain + ">");
        message.setFrom(encoded(sender.getAddress(), sender.getPersonal()));
        message.setRecipient(
                RecipientType.TO,
                encoded(ascii(mail.to().address()), oneLine(mail.to().name())));
        message.setSubject(oneLine(mail.content().subject()), CHARSET);
        message.setSentDate(Date.from(mail.stamp().date()));
        message.setHeader("Content-Language", mail.language().code());
        message.setHeader("X-Yunhe-Kind", mail.stamp().kind());
        message.setHeader("X-Yunhe-About", mail.stamp().about());
        // RFC 3834: no holiday answers, please. The second is what Exchange listens to.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        if (mail.stamp().unsubscribe().isPresent()) {
            message.setHeader(
                    "List-Unsubscribe", "<" + mail.stamp().unsubscribe().get() + ">");
            // RFC 8058: the provider's own button posts there, without cookies and without asking again.
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setContent(body(mail, domain));
        message.saveChanges();
        return message;
    }

    /** Otherwise every sending would draw a new one. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeMultipart body(Mail mail, String domain) throws MessagingException {
        var alternative = alternative(mail, domain);
        var calendar = mail.enclosures().calendar();
        if (calendar.isEmpty()) {
            return alternative;
        }
        var mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(wrapped(alternative));
        mixed.addBodyPart(calendar(calendar.get()));
        return mixed;
    }

    private static MimeMultipart alternative(Mail mail, String domain) throws MessagingException {
        var alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(text(mail.content().text(), "plain"));
        var picture = mail.enclosures().picture();
        if (picture.isEmpty()) {
            alternative.addBodyPart(text(mail.content().html(), "html"));
            return alternative;
        }
        var contentId = picture.get().name() + "." + mail.stamp().id() + "@" + domain;
        var html = mail.content().html().replace("cid:" + picture.get().name() + "\"", "cid:" + contentId + "\"");
        var related = new MimeMultipart("related");
        related.addBodyPart(text(html, "html"));
        related.addBodyPart(picture(picture.get(), contentId));
        alternative.addBodyPart(wrapped(related));
        return alternative;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, CHARSET, subtype);
        // Lines may be longer than SMTP allows, and 8 bits are not everywhere.
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static MimeBodyPart picture(Mail.Picture picture, String contentId) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.png(), "image/png")));
        part.setContentID("<" + contentId + ">");
        part.setDisposition(Part.INLINE);
        part.setFileName(picture.name() + ".png");
        return part;
    }

    private static MimeBodyPart calendar(Mail.Calendar calendar) throws MessagingException {
        var type = "text/calendar; charset=utf-8; method=" + calendar.method();
        var part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(calendar.ics().getBytes(UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(calendar.name());
        return part;
    }

    private static MimeBodyPart wrapped(MimeMultipart content) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(content);
        return part;
    }

    private static InternetAddress encoded(String address, @Nullable String name) {
        try {
            return new InternetAddress(address, name, CHARSET);
        } catch (UnsupportedEncodingException cause) {
            throw new IllegalStateException("UTF-8 is part of every Java", cause);
        }
    }

    /** A domain in its own letters travels in its ASCII form (RFC 5890), which every server understands. */
    private static String ascii(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1), IDN.ALLOW_UNASSIGNED);
    }

    private static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** Nothing that was typed may end a header and begin another, or be decoded as if we had encoded it (RFC 2047). */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
                .replace("=?", "=" + WORD_JOINER + "?")
                .strip();
    }
}
