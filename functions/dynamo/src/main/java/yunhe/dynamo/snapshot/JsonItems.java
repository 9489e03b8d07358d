package yunhe.dynamo.snapshot;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items in the protocol's JSON. No binary values: no item has one. */
final class JsonItems {

    private JsonItems() {}

    static String list(List<Map<String, AttributeValue>> items) {
        return array(items.stream().map(JsonItems::item));
    }

    static String item(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .map(attribute -> quoted(attribute.getKey()) + ":" + value(attribute.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(AttributeValue value) {
        var type = value.type().name();
        var content = switch (value.type()) {
            case S -> quoted(value.s());
            case N -> quoted(value.n());
            case BOOL -> value.bool().toString();
            case M -> item(value.m());
            case L -> array(value.l().stream().map(JsonItems::value));
            case SS -> array(value.ss().stream().map(JsonItems::quoted));
            case NS -> array(value.ns().stream().map(JsonItems::quoted));
            default -> throw new IllegalArgumentException("no item has a value of type " + type);
        };
        return "{\"" + type + "\":" + content + "}";
    }

    private static String array(Stream<String> values) {
        return values.collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\' || c < ' ') {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
