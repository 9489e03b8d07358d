package yunhe.dynamo.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class FirstContactTest {

    @Test
    void it_is_one_request_that_nobody_signed_and_asks_for_its_connection_to_be_closed() throws IOException {
        var heard = new CopyOnWriteArrayList<Headers>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestHeaders());
            var refusal =
                    "{\"__type\":\"com.amazon.coral.service#MissingAuthenticationTokenException\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(400, refusal.length);
            exchange.getResponseBody().write(refusal);
            exchange.close();
        });
        server.start();
        try {
            make(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
        assertEquals(1, heard.size());
        assertEquals(
                List.of("DynamoDB_20120810.DescribeEndpoints"), heard.getFirst().get("X-Amz-Target"));
        assertEquals(List.of("close"), heard.getFirst().get("Connection"));
        assertEquals(List.of(), heard.getFirst().getOrDefault("Authorization", List.of()));
    }

    @Test
    void a_store_out_of_reach_is_told() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThrows(SdkClientException.class, () -> make(free));
    }

    private static void make(int port) {
        FirstContact.make(DynamoDbClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1));
    }
}
