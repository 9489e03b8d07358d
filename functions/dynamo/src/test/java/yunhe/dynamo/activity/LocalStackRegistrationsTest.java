package yunhe.dynamo.activity;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.testkit.EmbeddedStore;

/** The same contract on LocalStack, where a container engine runs; skipped out loud elsewhere. */
final class LocalStackRegistrationsTest extends DecisionsContract {

    /** The last tag that needs no licence. */
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private static LocalStackContainer localStack;
    private static DynamoDbClient client;
    private static Map<String, String> tables;

    @BeforeAll
    static void start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            System.out.println("SKIPPED: no container engine here, so the store's contract did not run on LocalStack");
            abort("no container engine");
        }
        localStack = new LocalStackContainer(IMAGE).withServices("dynamodb");
        localStack.start();
        client = DynamoDbClient.builder()
                .endpointOverride(localStack.getEndpoint())
                .region(Region.of(localStack.getRegion()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(localStack.getAccessKey(), localStack.getSecretKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        tables = EmbeddedStore.createTables(client);
    }

    @AfterAll
    static void stop() {
        if (localStack != null) {
            localStack.stop();
        }
    }

    @Override
    DynamoDbClient client() {
        return client;
    }

    @Override
    String table() {
        return tables.get("ActivitiesTable");
    }
}
