package yunhe.tests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Single quotes stand for double ones, so that JSON reads well in Java. */
    static JsonNode of(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException(text, cause);
        }
    }

    static JsonNode parse(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException cause) {
            throw new AssertionError("not JSON: " + new String(bytes, StandardCharsets.UTF_8), cause);
        }
    }

    /** Sets {@code person.name} and the like. */
    static void set(ObjectNode root, String dotted, Object value) {
        String[] parts = dotted.split("\\.", -1);
        ObjectNode node = root;
        for (int i = 0; i < parts.length - 1; i++) {
            node = node.get(parts[i]) instanceof ObjectNode inner ? inner : node.putObject(parts[i]);
        }
        node.set(parts[parts.length - 1], MAPPER.valueToTree(value));
    }

    static void remove(ObjectNode root, String dotted) {
        String[] parts = dotted.split("\\.", -1);
        JsonNode node = root;
        for (int i = 0; i < parts.length - 1; i++) {
            node = node.path(parts[i]);
        }
        if (node instanceof ObjectNode object) {
            object.remove(parts[parts.length - 1]);
        }
    }

    static List<JsonNode> list(Iterable<JsonNode> array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    static List<String> texts(Iterable<JsonNode> array, String property) {
        return list(array).stream().map(item -> item.path(property).asText()).toList();
    }
}
