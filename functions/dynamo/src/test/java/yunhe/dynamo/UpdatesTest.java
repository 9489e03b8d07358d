package yunhe.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.shared.StoreUnavailable;

/** How often a service that fails is asked, by the client as it is. */
class UpdatesTest {

    private static final Update UPDATE = Update.builder()
            .tableName("table")
            .key(Map.of("pk", AttributeValue.fromS("a")))
            .updateExpression("ADD taken :one")
            .conditionExpression("attribute_exists(pk)")
            .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
            .build();

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private DynamoDbClient client;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
        client = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.CN_NORTH_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("sample", "sample")))
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        server.stop(0);
    }

    @Test
    void what_must_not_happen_twice_is_sent_once() {
        var updates = new Updates(client, RandomGenerator.getDefault());
        assertThrows(StoreUnavailable.class, () -> updates.attemptOnce("claim", UPDATE));
        assertEquals(1, requests.get());
    }

    @Test
    void control_anything_else_is_sent_again() {
        var updates = new Updates(client, RandomGenerator.getDefault());
        assertThrows(StoreUnavailable.class, () -> updates.attempt("change", UPDATE));
        assertTrue(requests.get() > 1, requests::toString);
    }
}
