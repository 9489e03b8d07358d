package yunhe.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** A digest of the real template, as it can be looked at here. */
class RobotTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_robot_tells_of_a_sign_up_when_its_schedule_runs() throws Exception {
        try (Runner runner = Runner.start(Options.forTests().withSamples().withRobot())) {
            JsonNode walk = cityWalk(get(runner, "/gatherings"));
            String id = walk.path("id").asText();
            post(runner, "/gatherings/" + id + "/registrations", """
                {"group":"everyone","person":{"name":"韩梅梅","email":"han@example.com"},
                 "answers":{"language":"zh"},"consent":true}\
                """);
            post(runner, "/local/clock", "{\"advance\":\"PT10M\"}");

            JsonNode messages = get(runner, "/local/messages").path("items");
            assertEquals(1, messages.size(), messages::toString);
            assertEquals("robot", messages.path(0).path("channel").asText());
            assertEquals("digest", messages.path(0).path("kind").asText());
            String text = messages.path(0).path("text").asText();
            assertTrue(text.contains("新增 1 人：确认 1") && text.contains(runner.url() + "/g/" + id), text);
        }
    }

    private static JsonNode cityWalk(JsonNode list) {
        for (JsonNode item : list.path("items")) {
            if (item.toString().contains("everyone")) {
                return item;
            }
        }
        throw new AssertionError(list.toString());
    }

    private JsonNode get(Runner runner, String path) throws IOException, InterruptedException {
        return JSON.readTree(client.send(
                        HttpRequest.newBuilder(URI.create(runner.url() + path)).build(), BodyHandlers.ofString())
                .body());
    }

    private void post(Runner runner, String path, String body) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(runner.url() + path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "robot")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(2, answer.statusCode() / 100, answer::body);
    }
}
