package yunhe.notifications;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** An SMTP server that answers every recipient with the same line. */
final class StubbornMailServer implements AutoCloseable {

    private final ServerSocket server;
    private final String toRecipient;

    StubbornMailServer(String toRecipient) {
        this.toRecipient = toRecipient;
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

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                talk(socket);
            } catch (IOException hungUp) {
                // The next caller, if any.
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        say(socket, "220 stubborn");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
            switch (verb) {
                case "RCPT" -> say(socket, toRecipient);
                case "QUIT" -> {
                    say(socket, "221 bye");
                    return;
                }
                default -> say(socket, "250 ok");
            }
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }
}
