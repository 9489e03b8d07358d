package yunhe.local.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.local.functions.LocalFunction;

/** A route of the API: {@code /exact/path}, {@code /with/{variable}} or {@code /all/{proxy+}}. */
record Route(String method, String path, LocalFunction function, Optional<JwtAuthorizer> authorizer) {

    static final String ANY = "ANY";

    String key() {
        return method + " " + path;
    }

    boolean takes(String requestMethod) {
        return method.equals(ANY) || method.equals(requestMethod);
    }

    /** The values of the path's variables, or nothing when the path is another. */
    Optional<Map<String, String>> match(List<String> segments) {
        List<String> pattern = Routes.segments(path);
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String wanted = pattern.get(i);
            if (isGreedy(wanted)) {
                return i < segments.size() ? Optional.of(withRest(variables, wanted, segments, i)) : Optional.empty();
            }
            if (i >= segments.size()) {
                return Optional.empty();
            }
            if (isVariable(wanted)) {
                variables.put(wanted.substring(1, wanted.length() - 1), segments.get(i));
            } else if (!wanted.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return pattern.size() == segments.size() ? Optional.of(variables) : Optional.empty();
    }

    /** Smaller is more specific: an exact segment beats a variable beats all the rest, from left to right. */
    String specificity() {
        StringBuilder order = new StringBuilder();
        for (String segment : Routes.segments(path)) {
            order.append(isGreedy(segment) ? '2' : isVariable(segment) ? '1' : '0');
        }
        return order.append(method.equals(ANY) ? 'B' : 'A').toString();
    }

    private static Map<String, String> withRest(
            Map<String, String> variables, String greedy, List<String> segments, int from) {
        String rest = String.join("/", segments.subList(from, segments.size()));
        variables.put(greedy.substring(1, greedy.length() - 2), rest);
        return variables;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return segment.endsWith("+}");
    }
}
