package yunhe.testkit.simulation;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where an item is. Every table here has the keys {@code pk} and {@code sk}. */
public record ItemKey(String table, String pk, String sk) implements Comparable<ItemKey> {

    static ItemKey of(String table, Map<String, AttributeValue> attributes) {
        return new ItemKey(table, new Image(attributes).text("pk"), new Image(attributes).text("sk"));
    }

    Map<String, AttributeValue> attributes() {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }

    @Override
    public int compareTo(ItemKey other) {
        int byTable = table.compareTo(other.table);
        int byPk = byTable != 0 ? byTable : pk.compareTo(other.pk);
        return byPk != 0 ? byPk : sk.compareTo(other.sk);
    }
}
