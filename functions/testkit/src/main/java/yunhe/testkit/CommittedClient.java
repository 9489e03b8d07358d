package yunhe.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A client whose transactions are in the file when they answer. DynamoDB Local answers them while the commit still
 * waits in its queue; whoever is killed in between has promised what is not there. A read goes through the same queue,
 * so that the commit is over when the read is.
 */
final class CommittedClient {
    private CommittedClient() {}

    static DynamoDbClient of(DynamoDbClient client) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (self, method, arguments) -> {
                    Object answer = invoke(client, method, arguments);
                    if (method.getName().startsWith("transactWrite")) {
                        client.listTables(request -> request.limit(1));
                    }
                    return answer;
                });
    }

    @SuppressWarnings("NullAway") // Proxies get null for no arguments, and a method without an answer gives null.
    private static Object invoke(DynamoDbClient client, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
