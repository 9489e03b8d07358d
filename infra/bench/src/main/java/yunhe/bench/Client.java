package yunhe.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/** A keep-alive client that costs little itself: what it uses is missing to the server on the same two cores. */
final class Client {

    static {
        System.setProperty("http.maxConnections", "128");
    }

    private final String base;

    Client(String base) {
        this.base = base;
    }

    record Answer(int status, String body) {}

    Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    Answer get(String path, Map<String, String> headers) {
        return send("GET", path, "", headers);
    }

    Answer put(String path, String body, Map<String, String> headers) {
        return send("PUT", path, body, headers);
    }

    Answer post(String path, String body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    private Answer send(String method, String path, String body, Map<String, String> headers) {
        try {
            var connection = (HttpURLConnection) URI.create(base + path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setRequestProperty("Accept", "application/json");
            headers.forEach(connection::setRequestProperty);
            if (!body.isEmpty()) {
                var bytes = body.getBytes(UTF_8);
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(bytes.length);
                connection.setRequestProperty("Content-Type", "application/json");
                try (var out = connection.getOutputStream()) {
                    out.write(bytes);
                }
            }
            int status = connection.getResponseCode();
            try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                return new Answer(status, in == null ? "" : new String(in.readAllBytes(), UTF_8));
            }
        } catch (IOException cause) {
            return new Answer(0, cause.toString());
        }
    }
}
