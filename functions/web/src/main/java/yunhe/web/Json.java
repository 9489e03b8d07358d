package yunhe.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import yunhe.core.shared.Bilingual;

/** JSON trees: strict when read, and the spellings that all replies share. */
public final class Json {

    private static final int DEPTH_MAX = 20;
    private static final int NUMBER_LENGTH_MAX = 100;

    // Databind's mapper would read and write the same trees, and load 250 classes before the first.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(NUMBER_LENGTH_MAX)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    public static ObjectNode object() {
        return NODES.objectNode();
    }

    public static ArrayNode array() {
        return NODES.arrayNode();
    }

    public static ObjectNode bilingual(Bilingual text) {
        return object().put("zh", text.zh()).put("en", text.en());
    }

    /** As in {@code 2026-12-05T14:00:00+08:00}. */
    public static String instant(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.MILLIS).atZone(zone));
    }

    public static String write(JsonNode tree) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            write(tree, json);
        } catch (IOException cause) {
            throw new UncheckedIOException("write to memory", cause);
        }
        return text.toString();
    }

    private static void write(JsonNode node, JsonGenerator json) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> {
                json.writeStartObject();
                for (var property : node.properties()) {
                    json.writeFieldName(property.getKey());
                    write(property.getValue(), json);
                }
                json.writeEndObject();
            }
            case ARRAY -> {
                json.writeStartArray();
                for (var item : node) {
                    write(item, json);
                }
                json.writeEndArray();
            }
            case STRING -> json.writeString(node.textValue());
            case NUMBER -> json.writeNumber(node.asText());
            case BOOLEAN -> json.writeBoolean(node.booleanValue());
            case NULL -> json.writeNull();
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("JSON has no " + node.getNodeType());
        }
    }

    /** A missing node when the text is empty. */
    static JsonNode read(String text) throws JsonProcessingException {
        try (var json = FACTORY.createParser(text)) {
            if (json.nextToken() == null) {
                return NODES.missingNode();
            }
            var tree = read(json);
            if (json.nextToken() != null) {
                throw new JsonParseException(json, "more than one value");
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            throw malformed;
        } catch (IOException cause) {
            throw new UncheckedIOException("read from memory", cause);
        }
    }

    private static JsonNode read(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                var object = object();
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    var name = json.currentName();
                    json.nextToken();
                    object.set(name, read(json));
                }
                yield object;
            }
            case START_ARRAY -> {
                var array = array();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    array.add(read(json));
                }
                yield array;
            }
            case VALUE_STRING -> NODES.textNode(json.getText());
            case VALUE_NUMBER_INT ->
                switch (json.getNumberType()) {
                    case INT -> NODES.numberNode(json.getIntValue());
                    case LONG -> NODES.numberNode(json.getLongValue());
                    default -> NODES.numberNode(json.getBigIntegerValue());
                };
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(withoutTrailingZeros(json.getDecimalValue()));
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new JsonParseException(json, "no value");
        };
    }

    /** The number in its shortest spelling; unchanged where its exponent would leave its range. */
    private static BigDecimal withoutTrailingZeros(BigDecimal number) {
        try {
            return number.stripTrailingZeros();
        } catch (ArithmeticException exponentTooLarge) {
            return number;
        }
    }
}
