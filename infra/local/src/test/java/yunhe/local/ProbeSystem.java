package yunhe.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import yunhe.local.probe.Probe;

/** A runner with the probes' template, and a client for it. */
final class ProbeSystem implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TEMPLATE = Path.of("src/test/resources/probe-template.yaml");

    final Runner runner;
    private final HttpClient client = HttpClient.newHttpClient();

    private ProbeSystem(Options options) {
        Probe.reset();
        this.runner = Runner.start(options);
    }

    static Options options() {
        return Options.forTests().withTemplate(TEMPLATE);
    }

    static ProbeSystem start() {
        return new ProbeSystem(options());
    }

    static ProbeSystem start(Options options) {
        return new ProbeSystem(options);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(runner.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    JsonNode json(String path, String... headers) {
        return parse(get(path, headers).body());
    }

    String token() {
        return json("/local/token?role=organiser&sub=me").path("access_token").asText();
    }

    void settle() {
        if (get("/local/settled").statusCode() != 200) {
            throw new AssertionError("not settled");
        }
    }

    void put(String key, String type) {
        runner.store()
                .client()
                .putItem(request -> request.tableName("Things")
                        .item(Map.of("pk", AttributeValue.fromS(key), "type", AttributeValue.fromS(type))));
    }

    /** Waits until there is a message. */
    List<String> messagesIn(String queue) {
        while (true) {
            List<Message> messages = runner.queueClient()
                    .receiveMessage(
                            request -> request.queueUrl(runner.template().ref(queue))
                                    .maxNumberOfMessages(10)
                                    .waitTimeSeconds(1))
                    .messages();
            if (!messages.isEmpty()) {
                return messages.stream().map(Message::body).toList();
            }
        }
    }

    /** Takes what is there and tells the queue when it comes again. How much that was. */
    int putOff(String queue, Duration away) {
        String url = runner.template().ref(queue);
        List<Message> messages = runner.queueClient()
                .receiveMessage(request -> request.queueUrl(url).waitTimeSeconds(0))
                .messages();
        messages.forEach(message -> runner.queueClient()
                .changeMessageVisibilityBatch(request -> request.queueUrl(url)
                        .entries(ChangeMessageVisibilityBatchRequestEntry.builder()
                                .id("0")
                                .receiptHandle(message.receiptHandle())
                                .visibilityTimeout(Math.toIntExact(away.toSeconds()))
                                .build())));
        return messages.size();
    }

    void send(String queue, String body) {
        runner.queueClient()
                .sendMessage(request ->
                        request.queueUrl(runner.template().ref(queue)).messageBody(body));
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(text, cause);
        }
    }

    @Override
    public void close() {
        client.close();
        runner.close();
    }
}
