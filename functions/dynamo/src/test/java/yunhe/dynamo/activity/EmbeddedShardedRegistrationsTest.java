package yunhe.dynamo.activity;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.testkit.EmbeddedStore;

/** The same contract with places that are split into many parts: nobody can tell. */
class EmbeddedShardedRegistrationsTest extends DecisionsContract {

    private static EmbeddedStore store;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.start();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    Shards shards() {
        return new Shards(2);
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
