package yunhe.notifications.channel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/** An SMTP server with moods, in the clear, with TLS from the first byte, or with STARTTLS. */
final class FakeMailServer implements AutoCloseable {

    private final SmtpSettings.Security security;
    private final Certificate certificate;
    private final ServerSocket server;
    private final List<MimeMessage> mails = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    volatile Mood mood = Mood.ACCEPTS;

    FakeMailServer(SmtpSettings.Security security, Certificate certificate) {
        this.security = security;
        this.certificate = certificate;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    List<MimeMessage> mails() {
        return mails;
    }

    List<String> recipients() {
        return recipients;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket plain) {
        try (plain) {
            if (mood == Mood.IS_AWAY) {
                return;
            }
            var socket = security == SmtpSettings.Security.TLS ? encrypted(plain) : plain;
            say(socket, "220 fake");
            converse(socket, security == SmtpSettings.Security.STARTTLS);
        } catch (IOException hungUp) {
            // Whoever called is gone.
        }
    }

    private void converse(Socket socket, boolean offersTls) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        var envelope = new java.util.ArrayList<String>();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
                case "EHLO" -> say(socket, offersTls ? "250-fake\r\n250 STARTTLS" : "250 fake");
                case "STARTTLS" -> {
                    say(socket, "220 go ahead");
                    converse(encrypted(socket), false);
                    return;
                }
                case "MAIL" -> {
                    envelope.clear();
                    say(socket, offersTls ? "530 5.7.0 Must issue a STARTTLS command first" : "250 ok");
                }
                case "RCPT" -> {
                    envelope.add(line.replaceFirst("(?i)^RCPT TO:<(.*)>.*$", "$1"));
                    say(
                            socket,
                            switch (mood) {
                                case REFUSES -> "550 5.1.1 <guest1@example.com> no such user";
                                case IS_BUSY -> "451 4.3.0 <guest1@example.com> later";
                                default -> "250 ok";
                            });
                }
                case "DATA" -> {
                    say(socket, "354 go ahead");
                    keep(data(in));
                    recipients.addAll(envelope);
                    say(socket, "250 ok");
                }
                case "QUIT" -> {
                    say(socket, "221 bye");
                    return;
                }
                default -> say(socket, "250 ok");
            }
        }
    }

    private static String data(BufferedReader in) throws IOException {
        var data = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            data.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return data.toString();
    }

    private void keep(String data) {
        try {
            mails.add(new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(data.getBytes(ISO_8859_1))));
        } catch (MessagingException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private Socket encrypted(Socket plain) throws IOException {
        var socket =
                (SSLSocket) certificate.server().getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }
}
