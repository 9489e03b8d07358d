package yunhe.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import yunhe.testkit.simulation.Change;
import yunhe.testkit.simulation.Image;
import yunhe.testkit.template.LocalNames;
import yunhe.testkit.template.Template;
import yunhe.testkit.template.Tree;

/** What the template says about the functions: how long they may run, what they hear of the stream. */
record Deployed(Template template, Map<String, Duration> timeouts) {

    private static final JsonMapper JSON = new JsonMapper();

    static Deployed project() {
        var file = Template.find();
        Map<String, String> parameters = new HashMap<>();
        Template.parameterNames(file).forEach(name -> parameters.put(name, ""));
        return new Deployed(Template.read(file, parameters, new LocalNames()), new HashMap<>());
    }

    Duration timeout(String function) {
        return timeouts.computeIfAbsent(
                function,
                it -> Duration.ofSeconds(Tree.number(template.resource(it).properties(), "Timeout", 3)));
    }

    Duration visibilityTimeout(String queue) {
        return Duration.ofSeconds(Tree.number(template.resource(queue).properties(), "VisibilityTimeout", 30));
    }

    /** What the function's filter lets through. */
    Predicate<Change> wanted(String function) {
        var patterns = events(function).stream()
                .map(event -> Tree.map(event.get("FilterCriteria"), function))
                .flatMap(criteria -> Tree.list(criteria.get("Filters"), function).stream())
                .map(filter -> parse(Tree.text(Tree.map(filter, function), "Pattern", function)))
                .toList();
        return change -> patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, change));
    }

    private List<Map<String, Object>> events(String function) {
        return Tree.map(template.resource(function).properties().get("Events"), function).values().stream()
                .map(event -> Tree.map(event, function))
                .filter(event -> "DynamoDB".equals(event.get("Type")))
                .map(event -> Tree.map(event.get("Properties"), function))
                .toList();
    }

    private static JsonNode parse(String pattern) {
        try {
            return JSON.readTree(pattern);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("filter pattern " + pattern, cause);
        }
    }

    private static boolean matches(JsonNode pattern, Change change) {
        for (var part : pattern.properties()) {
            boolean fits = switch (part.getKey()) {
                case "eventName" -> oneOf(part.getValue(), StreamEvents.eventName(change));
                case "dynamodb" -> imagesMatch(part.getValue(), change);
                default -> throw unknown(part.getKey());
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean imagesMatch(JsonNode pattern, Change change) {
        for (var part : pattern.properties()) {
            var image = switch (part.getKey()) {
                case "NewImage" -> change.after();
                case "OldImage" -> change.before();
                case "Keys" -> change.after().or(change::before);
                default -> throw unknown(part.getKey());
            };
            if (image.isEmpty() || !matches(part.getValue(), image.get())) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(JsonNode pattern, Image image) {
        for (var attribute : pattern.properties()) {
            for (var type : attribute.getValue().properties()) {
                var value = switch (type.getKey()) {
                    case "S" -> image.text(attribute.getKey());
                    case "N" -> image.has(attribute.getKey()) ? Long.toString(image.number(attribute.getKey())) : "";
                    default -> throw unknown(type.getKey());
                };
                if (!oneOf(type.getValue(), value)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean oneOf(JsonNode rules, String value) {
        for (var rule : rules) {
            if (rule.isObject() ? operator(rule, value) : rule.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean operator(JsonNode rule, String value) {
        var operator = rule.properties().iterator().next();
        return switch (operator.getKey()) {
            case "exists" -> operator.getValue().booleanValue() != value.isEmpty();
            case "prefix" -> value.startsWith(operator.getValue().asText());
            default -> throw unknown(operator.getKey());
        };
    }

    private static IllegalStateException unknown(String name) {
        return new IllegalStateException("the simulation does not know " + name + " in filter patterns");
    }
}
