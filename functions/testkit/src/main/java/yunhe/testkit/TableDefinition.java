package yunhe.testkit;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import yunhe.testkit.template.Resource;
import yunhe.testkit.template.Tree;

/** Turns an {@code AWS::DynamoDB::Table} of a template into the request that creates it. */
final class TableDefinition {
    private TableDefinition() {}

    static CreateTableRequest of(Resource table, String name) {
        Map<String, Object> properties = table.properties();
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(maps(properties.get("AttributeDefinitions")).stream()
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(Tree.text(attribute, "AttributeName", table.where()))
                                .attributeType(Tree.text(attribute, "AttributeType", table.where()))
                                .build())
                        .toList())
                .keySchema(keys(properties, table));
        List<Map<String, Object>> indexes = maps(properties.get("GlobalSecondaryIndexes"));
        if (!indexes.isEmpty()) {
            request.globalSecondaryIndexes(
                    indexes.stream().map(index -> index(index, table)).toList());
        }
        Map<String, Object> stream = Tree.map(properties.get("StreamSpecification"), table.where());
        Tree.optional(stream, "StreamViewType")
                .ifPresent(view -> request.streamSpecification(StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(view)
                        .build()));
        return request.build();
    }

    private static GlobalSecondaryIndex index(Map<String, Object> index, Resource table) {
        Map<String, Object> projection = Tree.map(index.get("Projection"), table.where());
        Projection.Builder projected =
                Projection.builder().projectionType(Tree.text(projection, "ProjectionType", table.where()));
        if (projection.containsKey("NonKeyAttributes")) {
            projected.nonKeyAttributes(Tree.list(projection.get("NonKeyAttributes"), table.where()).stream()
                    .map(String::valueOf)
                    .toList());
        }
        return GlobalSecondaryIndex.builder()
                .indexName(Tree.text(index, "IndexName", table.where()))
                .keySchema(keys(index, table))
                .projection(projected.build())
                .build();
    }

    private static List<KeySchemaElement> keys(Map<String, Object> properties, Resource table) {
        return maps(properties.get("KeySchema")).stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(Tree.text(key, "AttributeName", table.where()))
                        .keyType(Tree.text(key, "KeyType", table.where()))
                        .build())
                .toList();
    }

    private static List<Map<String, Object>> maps(@org.jspecify.annotations.Nullable Object list) {
        return Tree.list(list, "table").stream()
                .map(item -> Tree.map(item, "table"))
                .toList();
    }
}
