package yunhe.notifications.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Mail over SMTP. One connection carries a whole batch. */
public final class SmtpChannel implements Channel<Mail> {

    private static final int PERMANENT = 500;

    private final SmtpSettings settings;
    private final Session session;

    public SmtpChannel(SmtpSettings settings) {
        this(settings, Optional.empty());
    }

    /** @param trusting whom a test believes instead of the authorities that Java knows */
    SmtpChannel(SmtpSettings settings, Optional<SSLSocketFactory> trusting) {
        var properties = settings.properties();
        trusting.ifPresent(it -> properties.put("mail.smtp.ssl.socketFactory", it));
        this.settings = settings;
        this.session = Session.getInstance(properties);
    }

    @Override
    public Line<Mail> open() {
        return new SmtpLine();
    }

    private final class SmtpLine implements Line<Mail> {

        private @Nullable Transport transport;
        private boolean serverIsAway;

        @Override
        public Delivery send(Mail mail) {
            if (serverIsAway) {
                throw new ChannelUnavailable("the mail server did not answer a moment ago");
            }
            try {
                var message = MimeMail.write(session, settings.from(), mail);
                connected().sendMessage(message, message.getAllRecipients());
                return new Delivery.Sent();
            } catch (SendFailedException failed) {
                return refusal(failed);
            } catch (MessagingException cause) {
                hangUp();
                throw new ChannelUnavailable("send mail " + mail.stamp().id(), cause);
            }
        }

        @Override
        public void close() {
            hangUp();
        }

        private Transport connected() throws MessagingException {
            var known = transport;
            // Asks the server (NOOP): one that hung up meanwhile gets a new call.
            if (known != null && known.isConnected()) {
                return known;
            }
            hangUp();
            var fresh = session.getTransport("smtp");
            transport = fresh;
            serverIsAway = true;
            if (settings.login().isPresent()) {
                var login = settings.login().get();
                fresh.connect(login.user(), login.password());
            } else {
                fresh.connect();
            }
            serverIsAway = false;
            return fresh;
        }

        private void hangUp() {
            var known = transport;
            transport = null;
            if (known != null) {
                try {
                    known.close();
                } catch (MessagingException alreadyGone) {
                    // Nothing is lost: what was accepted was accepted.
                }
            }
        }

        /** Only what the server says about this recipient or this message is for good; the rest is tried again. */
        private Delivery refusal(SendFailedException failed) {
            for (Exception next = failed; next instanceof MessagingException at; next = at.getNextException()) {
                if (next instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT) {
                    return new Delivery.Refused("smtp " + address.getReturnCode());
                }
                if (next instanceof SMTPSendFailedException message
                        && message.getReturnCode() >= PERMANENT
                        && ".".equals(message.getCommand())) {
                    return new Delivery.Refused("smtp " + message.getReturnCode());
                }
            }
            hangUp();
            throw new ChannelUnavailable("the mail server refused for now", failed);
        }
    }
}
