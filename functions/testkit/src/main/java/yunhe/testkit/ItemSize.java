package yunhe.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Bytes of an item, as in the service's documentation, "DynamoDB item sizes and formats". */
public final class ItemSize {

    private ItemSize() {}

    public static int of(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry -> entry.getKey().getBytes(UTF_8).length + of(entry.getValue()))
                .sum();
    }

    private static int of(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(UTF_8).length;
            case N -> number(value.n());
            case BOOL, NUL -> 1;
            case B -> value.b().asByteArray().length;
            case SS ->
                value.ss().stream().mapToInt(it -> it.getBytes(UTF_8).length).sum();
            case NS -> value.ns().stream().mapToInt(ItemSize::number).sum();
            case L -> 3 + value.l().stream().mapToInt(it -> of(it) + 1).sum();
            case M -> 3 + of(value.m()) + value.m().size();
            default -> throw new IllegalArgumentException("no size known for " + value.type());
        };
    }

    private static int number(String digits) {
        return Math.ceilDiv(digits.length(), 2) + 1;
    }
}
