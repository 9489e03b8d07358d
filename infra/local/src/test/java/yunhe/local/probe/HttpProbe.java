package yunhe.local.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import yunhe.core.shared.Environment;

/** Answers with the event it got; {@code /things/write} writes an item, {@code /things/throw} throws. */
public final class HttpProbe implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private final Environment environment;
    private final DynamoDbClient store;
    private final SqsClient queues;

    public HttpProbe(Environment environment, DynamoDbClient store, SqsClient queues) {
        this.environment = environment;
        this.store = store;
        this.queues = queues;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        String path = event.getRawPath();
        if (path.equals("/things/throw")) {
            throw new IllegalStateException("as asked");
        }
        if (path.equals("/things/write")) {
            store.putItem(request -> request.tableName(environment.require("THINGS_TABLE"))
                    .item(Map.of(
                            "pk", AttributeValue.fromS(UUID.randomUUID().toString()),
                            "type", AttributeValue.fromS("thing"))));
        }
        if (path.equals("/things/send")) {
            queues.sendMessage(request -> request.queueUrl(environment.require("WORK_QUEUE_URL"))
                    .messageBody(event.getQueryStringParameters().get("body")));
        }
        if (path.equals("/things/variables")) {
            return json(environment.variables());
        }
        if (path.equals("/things/now")) {
            return json(Map.of("now", environment.clock().instant().toString()));
        }
        APIGatewayV2HTTPResponse reply = json(event);
        reply.setStatusCode(201);
        reply.setMultiValueHeaders(Map.of("X-Many", List.of("a", "b")));
        reply.setCookies(List.of("one=1; Path=/", "two=2"));
        return reply;
    }

    private static APIGatewayV2HTTPResponse json(Object body) {
        try {
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withHeaders(Map.of("Content-Type", "application/json"))
                    .withBody(JSON.writeValueAsString(body))
                    .build();
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
