package yunhe.notifications.channel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small JSON objects. The streaming part of Jackson is enough for them and keeps databind out of the zip. */
public final class Json {

    private static final JsonFactory JSON = new JsonFactory();

    private Json() {}

    /** @param namesAndValues a name, its value, the next name… */
    public static String write(String... namesAndValues) {
        var out = new StringWriter();
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                json.writeStringField(namesAndValues[i], namesAndValues[i + 1]);
            }
            json.writeEndObject();
        } catch (IOException cause) {
            throw new UncheckedIOException("write to memory", cause);
        }
        return out.toString();
    }

    /** Texts, lists and objects in one another, in the order in which they are given. */
    static String write(Map<String, ?> object) {
        var out = new StringWriter();
        try (var json = JSON.createGenerator(out)) {
            write(json, object);
        } catch (IOException cause) {
            throw new UncheckedIOException("write to memory", cause);
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> object -> {
                json.writeStartObject();
                for (var field : object.entrySet()) {
                    json.writeFieldName(String.valueOf(field.getKey()));
                    write(json, field.getValue());
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (var item : list) {
                    write(json, item);
                }
                json.writeEndArray();
            }
            default -> json.writeString(value.toString());
        }
    }

    /** Texts and numbers as texts; empty when it is no flat object. */
    public static Optional<Map<String, String>> read(String body) {
        return read(body, false);
    }

    /** The same of an object that may hold others, which are passed over. */
    static Optional<Map<String, String>> readOutermost(String body) {
        return read(body, true);
    }

    private static Optional<Map<String, String>> read(String body, boolean passOverOthers) {
        var texts = new HashMap<String, String>();
        try (var json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                if (json.nextToken().isScalarValue()) {
                    texts.put(name, json.getText());
                } else if (passOverOthers) {
                    json.skipChildren();
                } else {
                    return Optional.empty();
                }
            }
            return Optional.of(texts);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
