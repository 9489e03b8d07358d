package yunhe.dynamo.keys;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A primary key of any of the tables. */
public record Key(String pk, String sk) {

    public static final String PK = "pk";
    public static final String SK = "sk";

    public Map<String, AttributeValue> attributes() {
        return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
    }
}
