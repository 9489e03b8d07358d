package yunhe.local.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import yunhe.testkit.template.TemplateException;

/** One pattern of {@code FilterCriteria}. Operators that are not known here fail at the start, not silently later. */
final class EventFilter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode pattern;

    private EventFilter(JsonNode pattern) {
        this.pattern = pattern;
    }

    static EventFilter parse(String pattern) {
        try {
            JsonNode tree = JSON.readTree(pattern);
            check(tree, pattern);
            return new EventFilter(tree);
        } catch (JsonProcessingException cause) {
            throw new TemplateException("filter pattern is not JSON: " + pattern, cause);
        }
    }

    boolean matches(JsonNode event) {
        return matches(pattern, event);
    }

    private static boolean matches(JsonNode pattern, JsonNode event) {
        for (Map.Entry<String, JsonNode> field : pattern.properties()) {
            JsonNode value = event.path(field.getKey());
            boolean fits = field.getValue().isArray() ? any(field.getValue(), value) : matches(field.getValue(), value);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(JsonNode rules, JsonNode value) {
        for (JsonNode rule : rules) {
            if (Rule.fits(rule, value)) {
                return true;
            }
        }
        return false;
    }

    private static void check(JsonNode pattern, String whole) {
        if (!pattern.isObject()) {
            throw new TemplateException("filter pattern must be an object: " + whole);
        }
        for (Map.Entry<String, JsonNode> field : pattern.properties()) {
            if (field.getKey().startsWith("$")) {
                throw new TemplateException("filter operator " + field.getKey() + " is not known here: " + whole);
            }
            if (field.getValue().isArray()) {
                List<JsonNode> rules = new ArrayList<>();
                field.getValue().forEach(rules::add);
                rules.forEach(rule -> Rule.check(rule, whole));
            } else {
                check(field.getValue(), whole);
            }
        }
    }
}
