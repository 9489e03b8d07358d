package yunhe.local.mailbox;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An SMTP server that delivers nothing on: every mail it accepts is kept here, and in a file when there is a folder.
 */
public final class Mailbox implements AutoCloseable {
    private static final int ANY_FREE_PORT = 0;

    private final Clock clock;
    private final Optional<Path> folder;
    private final GreenMail server;
    private final List<Mail> mails = new ArrayList<>();

    private Mailbox(Clock clock, Optional<Path> folder) {
        this.clock = clock;
        this.folder = folder;
        ServerSetup setup = new ServerSetup(ANY_FREE_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        this.server = new GreenMail(setup);
    }

    public static Mailbox start(Clock clock, Optional<Path> folder) {
        Mailbox mailbox = new Mailbox(clock, folder);
        folder.ifPresent(mailbox::load);
        // Called before the server says that it has accepted the mail.
        mailbox.server
                .getUserManager()
                .setMessageDeliveryHandler((message, address) -> new Recipient(address, mailbox::accept));
        mailbox.server.start();
        return mailbox;
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** In the order in which they came. */
    public synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    private synchronized void accept(MovingMessage message) {
        byte[] source = source(message);
        Instant now = clock.instant();
        Mail mail = MailParser.parse(source, now);
        folder.ifPresent(path -> keep(path, source, now));
        mails.add(mail);
    }

    private static byte[] source(MovingMessage message) {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        try {
            message.getMessage().writeTo(source);
        } catch (IOException | MessagingException cause) {
            throw new IllegalStateException("read a mail", cause);
        }
        return source.toByteArray();
    }

    private void keep(Path path, byte[] source, Instant receivedAt) {
        String name = String.format("%06d_%d.eml", mails.size(), receivedAt.toEpochMilli());
        try {
            Path draft = Files.write(path.resolve(name + ".new"), source);
            Files.move(draft, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cause) {
            throw new UncheckedIOException("keep a mail", cause);
        }
    }

    private void load(Path path) {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".eml"))
                    .sorted()
                    .toList()) {
                String time = file.getFileName().toString().replaceFirst("^\\d+_(\\d+)\\.eml$", "$1");
                mails.add(MailParser.parse(Files.readAllBytes(file), Instant.ofEpochMilli(Long.parseLong(time))));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("read kept mails", cause);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
