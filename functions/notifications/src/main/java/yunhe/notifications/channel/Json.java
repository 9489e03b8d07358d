package yunhe.notifications.channel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Flat JSON objects of texts. The streaming part of Jackson is enough for them and keeps databind out of the zip. */
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

    /** Texts and numbers as texts; empty when it is no flat object. */
    public static Optional<Map<String, String>> read(String body) {
        var texts = new HashMap<String, String>();
        try (var json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                if (!json.nextToken().isScalarValue()) {
                    return Optional.empty();
                }
                texts.put(name, json.getText());
            }
            return Optional.of(texts);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
