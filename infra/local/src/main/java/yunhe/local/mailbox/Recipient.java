package yunhe.local.mailbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;
import java.util.function.Consumer;

/** Any address: what is sent to it ends in the one mailbox. Nobody reads it by IMAP, so nothing else is needed. */
final class Recipient implements GreenMailUser {
    private final MailAddress address;
    private final Consumer<MovingMessage> mailbox;

    Recipient(MailAddress address, Consumer<MovingMessage> mailbox) {
        this.address = address;
        this.mailbox = mailbox;
    }

    /** Once for each mail, however many it is for. */
    @Override
    public void deliver(MovingMessage message) {
        if (message.getToAddresses().iterator().next().equals(address)) {
            mailbox.accept(message);
        }
    }

    @Override
    public void deliver(MimeMessage message) {
        throw new UnsupportedOperationException("mails come by SMTP");
    }

    @Override
    public String getEmail() {
        return address.getEmail();
    }

    @Override
    public String getLogin() {
        return getEmail();
    }

    @Override
    public String getQualifiedMailboxName() {
        return getEmail();
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {}

    @Override
    public void authenticate(String password) {}

    @Override
    public void create() {}

    @Override
    public void delete() {}
}
