package yunhe.dynamo.activity;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.testkit.EmbeddedStore;

/** The contract on DynamoDB Local, inside this process. */
final class EmbeddedRegistrationsTest extends DecisionsContract {

    private static EmbeddedStore store;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.start();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Override
    DynamoDbClient client() {
        return store.client();
    }

    @Override
    String table() {
        return store.tableName("ActivitiesTable");
    }
}
