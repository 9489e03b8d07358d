package yunhe.checks;

import static yunhe.checks.Template.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A function of the template. */
record Function(String id, Map<String, Object> properties, Map<String, Object> globals) {

    /** What wakes the function. */
    record Event(String name, String type, Map<String, Object> properties) {}

    String handlerClass() {
        return String.valueOf(properties.get("Handler")).replaceFirst("::.*", "");
    }

    String handlerMethod() {
        return String.valueOf(properties.get("Handler")).replaceFirst(".*::", "");
    }

    String codeUri() {
        return String.valueOf(properties.get("CodeUri"));
    }

    /** The module that makes its zip, as {@code gatherings}. */
    String module() {
        return codeUri().replaceFirst("functions/([a-z]+)/target/\\1\\.zip", "$1");
    }

    Map<String, Object> variables() {
        var variables = new HashMap<>(variablesOf(globals));
        variables.putAll(variablesOf(properties));
        return variables;
    }

    List<Event> events() {
        return map(properties.get("Events")).entrySet().stream()
                .map(event -> new Event(
                        event.getKey(),
                        String.valueOf(map(event.getValue()).get("Type")),
                        map(map(event.getValue()).get("Properties"))))
                .toList();
    }

    private static Map<String, Object> variablesOf(Map<String, Object> of) {
        return map(map(of.get("Environment")).get("Variables"));
    }
}
