package yunhe.dynamo.keys;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A primary key of any of the tables. */
public record Key(String pk, String sk) {

    public static final String PK = "pk";
    public static final String SK = "sk";

    /** The key of an item. */
    public static Key of(Map<String, AttributeValue> item) {
        return new Key(text(item, PK), text(item, SK));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElseThrow();
    }

    public Map<String, AttributeValue> attributes() {
        return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
    }
}
