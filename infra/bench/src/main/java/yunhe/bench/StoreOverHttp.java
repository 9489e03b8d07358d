package yunhe.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
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
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.testkit.EmbeddedStore;

/** The embedded store behind a port, for a function in a process of its own. */
final class StoreOverHttp implements AutoCloseable {

    private static final String CREDENTIAL = "local";

    private final DynamoDBProxyServer server;
    private final DynamoDbClient client;
    private final String endpoint;
    private final Map<String, String> tables;

    private StoreOverHttp(DynamoDBProxyServer server, String endpoint) {
        this.server = server;
        this.endpoint = endpoint;
        this.client = DynamoDbClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
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

    /** Its id. */
    String publishGathering(int places) {
        var random = RandomGenerator.of("L64X128MixRandom");
        var clock = Clock.systemUTC();
        var actor = new Activities.Actor("bench", clock.instant());
        var activities = new DynamoActivities(client, table("ActivitiesTable"), random);
        var id = ActivityId.fresh(ActivityType.GATHERING, random);
        activities.publish(activities.create(id, Gathering.details(clock, places, 0), actor), actor);
        return id.value();
    }

    /** The sign-up function's variables, as the template sets them, and where to find this store. */
    Map<String, String> environment() {
        var variables = new HashMap<String, String>();
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint);
        variables.put("AWS_REGION", "us-east-1");
        variables.put("AWS_ACCESS_KEY_ID", CREDENTIAL);
        variables.put("AWS_SECRET_ACCESS_KEY", CREDENTIAL);
        variables.put("ACTIVITIES_TABLE", table("ActivitiesTable"));
        variables.put("PUBLIC_URL", "https://example.org");
        variables.put("IDENTITY_SECRET", "only for this benchmark");
        variables.put("SIGNING_SECRET_1", "only for this benchmark, first");
        variables.put("SIGNING_SECRET_2", "only for this benchmark, second");
        variables.put("SIGNING_KEY", "1");
        variables.put("PHONE_REGION", "CN");
        variables.put("RETENTION_DAYS", "180");
        variables.put("SMS_CHANNEL", "webhook");
        return variables;
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
