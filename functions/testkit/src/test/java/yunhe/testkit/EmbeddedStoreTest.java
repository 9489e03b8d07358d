package yunhe.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

final class EmbeddedStoreTest {
    @Test
    void the_store_has_the_tables_of_the_template_with_their_indexes_and_streams() {
        try (EmbeddedStore store = EmbeddedStore.start()) {
            TableDescription activities = describe(store, "ActivitiesTable");
            assertEquals(
                    List.of("by-start"),
                    activities.globalSecondaryIndexes().stream()
                            .map(GlobalSecondaryIndexDescription::indexName)
                            .toList());
            assertTrue(activities.streamSpecification().streamEnabled());
            assertEquals(2, describe(store, "NoticesTable").keySchema().size());
        }
    }

    private static TableDescription describe(EmbeddedStore store, String table) {
        return store.client()
                .describeTable(request -> request.tableName(store.tableName(table)))
                .table();
    }
}
