package yunhe.notifications.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Mail through SES ({@code SendEmail} of its API v2), the same MIME that goes over SMTP.
 *
 * <p>SES replaces {@code Date} and {@code Message-ID} by its own, so a repeated mail cannot be told by the latter; the
 * header {@value #NOTICE} keeps our id. An address on the account's suppression list is accepted and goes nowhere.
 */
public final class SesChannel implements Channel<Mail> {

    static final String NOTICE = "X-Yunhe-Notice";

    private static final String PATH = "/v2/email/outbound-emails";

    /** About this message; every other error is about the account or the moment, and ends some day. */
    private static final Set<String> REFUSALS = Set.of("MessageRejected", "BadRequestException");

    /** An account that is still in the sandbox rejects what it will take later. */
    private static final String SANDBOX = "not verified";

    private final AwsService ses;
    private final String from;
    private final Session session = Session.getInstance(new Properties());

    public SesChannel(AwsService ses, String from) {
        this.ses = ses;
        this.from = from;
    }

    @Override
    public Line<Mail> open() {
        return new SesLine();
    }

    private final class SesLine implements Line<Mail> {

        private final AwsService.Calls calls = ses.open();

        @Override
        public Delivery send(Mail mail) {
            var attempted = "send mail " + mail.stamp().id();
            var answer = calls.post(attempted, PATH, "application/json", body(mail));
            if (answer.isAcceptance()) {
                return new Delivery.Sent();
            }
            var error = error(answer);
            if (REFUSALS.contains(error) && !answer.body().contains(SANDBOX)) {
                return new Delivery.Refused("ses " + error);
            }
            throw new ChannelUnavailable(attempted + ", SES answered " + answer.status() + " " + error);
        }

        @Override
        public void close() {
            calls.close();
        }
    }

    private String body(Mail mail) {
        try {
            var message = MimeMail.write(session, from, mail);
            message.setHeader(NOTICE, mail.stamp().id());
            var body = new LinkedHashMap<String, Object>();
            body.put("Destination", Map.of("ToAddresses", recipients(message)));
            body.put("Content", Map.of("Raw", Map.of("Data", base64(message))));
            return Json.write(body);
        } catch (MessagingException cause) {
            throw new ChannelUnavailable("write mail " + mail.stamp().id(), cause);
        }
    }

    private static java.util.List<String> recipients(MimeMessage message) throws MessagingException {
        return Arrays.stream(message.getAllRecipients())
                .map(InternetAddress.class::cast)
                .map(InternetAddress::getAddress)
                .toList();
    }

    private static String base64(MimeMessage message) throws MessagingException {
        var raw = new ByteArrayOutputStream();
        try {
            message.writeTo(raw);
        } catch (IOException cause) {
            throw new UncheckedIOException("write to memory", cause);
        }
        return Base64.getEncoder().encodeToString(raw.toByteArray());
    }

    /** As {@code MessageRejected:http://…}; only its name is kept. */
    private static String error(AwsService.Answer answer) {
        return answer.errorType().orElse("").replaceFirst(":.*$", "").replaceFirst("^.*#", "");
    }
}
