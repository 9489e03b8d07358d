package yunhe.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.dynamo.Dynamo;

/**
 * The least a function can be that writes to the store: one put with the client that all have, or over another HTTP
 * client, if the SDK's own variable names one.
 */
public final class BarePutHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    static final String HTTP_CLIENT = "SYNC_HTTP_SERVICE_IMPL";

    private final DynamoDbClient client = System.getenv(HTTP_CLIENT) == null
            ? Dynamo.client()
            : DynamoDbClient.builder().overrideConfiguration(Dynamo::limitTime).build();
    private final String table = System.getenv("ACTIVITIES_TABLE");

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        var item = Map.of(
                "pk", AttributeValue.fromS("bench"),
                "sk", AttributeValue.fromS(UUID.randomUUID().toString()));
        client.putItem(request -> request.tableName(table).item(item));
        return Map.of("statusCode", 200, "body", "{}");
    }
}
