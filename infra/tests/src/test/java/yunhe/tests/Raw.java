package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Requests to {@code /local/*}, which no contract describes because it is never deployed. */
final class Raw {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Raw() {}

    static JsonNode get(Service service, String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)).build());
    }

    static JsonNode post(Service service, String path, String json) {
        return send(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private static JsonNode send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofByteArray());
            String text = new String(response.body(), StandardCharsets.UTF_8);
            assertEquals(200, response.statusCode(), () -> request.uri() + ": " + text);
            return text.startsWith("{") ? Json.parse(response.body()) : Json.object();
        } catch (IOException cause) {
            throw new UncheckedIOException(request.uri().toString(), cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(request.uri().toString(), cause);
        }
    }
}
