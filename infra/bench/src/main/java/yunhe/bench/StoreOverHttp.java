package yunhe.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.testkit.EmbeddedStore;

/** The embedded store behind a port, for a function in a process of its own. */
final class StoreOverHttp implements AutoCloseable {

    static final String CREDENTIAL = "local";
    static final String REGION = "us-east-1";

    private final DynamoDBProxyServer server;
    private final DynamoDbClient client;
    private final String endpoint;
    private final Map<String, String> tables;

    private StoreOverHttp(DynamoDBProxyServer server, String endpoint) {
        this.server = server;
        this.endpoint = endpoint;
        this.client = DynamoDbClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(CREDENTIAL, CREDENTIAL)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        this.tables = EmbeddedStore.createTables(client);
    }

    static StoreOverHttp start() {
        try {
            var port = Integer.toString(freePort());
            var server = ServerRunner.createServerFromCommandLineArgs(
                    new String[] {"-inMemory", "-sharedDb", "-disableTelemetry", "-port", port});
            server.start();
            return new StoreOverHttp(server, "http://127.0.0.1:" + port);
        } catch (Exception cause) {
            throw new IllegalStateException("start the store", cause);
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    DynamoDbClient client() {
        return client;
    }

    String endpoint() {
        return endpoint;
    }

    /** Its id. */
    String publish(ActivityType type, ActivityDetails details, Clock clock) {
        var random = RandomGenerator.of("L64X128MixRandom");
        var actor = new Activities.Actor("bench", clock.instant());
        var activities = new DynamoActivities(client, table("ActivitiesTable"), random);
        var id = ActivityId.fresh(type, random);
        activities.publish(activities.create(id, details, actor), actor);
        return id.value();
    }

    private String table(String logicalId) {
        var name = tables.get(logicalId);
        if (name == null) {
            throw new IllegalStateException("no table " + logicalId);
        }
        return name;
    }

    @Override
    public void close() {
        client.close();
        try {
            server.stop();
        } catch (Exception cause) {
            throw new IllegalStateException("stop the store", cause);
        }
    }
}
