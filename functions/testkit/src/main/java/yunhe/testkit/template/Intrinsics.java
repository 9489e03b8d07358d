package yunhe.testkit.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Evaluates intrinsic functions and dynamic references to plain values. */
final class Intrinsics {
    /** Takes the place of {@code AWS::NoValue} until the map or list around it drops it. */
    private static final Object NO_VALUE = new Object();

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final References references;
    private final Map<String, Object> conditions;
    private final Map<String, Object> mappings;

    Intrinsics(References references, Map<String, Object> conditions, Map<String, Object> mappings) {
        this.references = references;
        this.conditions = conditions;
        this.mappings = mappings;
    }

    Object evaluate(Object node) {
        return switch (node) {
            case Map<?, ?> map
            when map.size() == 1 && isFunction(map) -> {
                Map.Entry<String, Object> call =
                        Tree.map(map, "function").entrySet().iterator().next();
                yield call(call.getKey(), call.getValue());
            }
            case Map<?, ?> map -> evaluateMap(Tree.map(map, "map"));
            case List<?> list -> evaluateList(list);
            case String text -> references.dynamic(text);
            default -> node;
        };
    }

    boolean holds(String condition) {
        Object definition = conditions.get(condition);
        if (definition == null) {
            throw new TemplateException("no condition is called " + condition);
        }
        return truth(evaluate(definition));
    }

    private static boolean isFunction(Map<?, ?> map) {
        String key = String.valueOf(map.keySet().iterator().next());
        // An IAM statement's Condition is a map; a reference to a condition is a name.
        return key.equals("Ref")
                || key.startsWith("Fn::")
                || key.equals("Condition") && map.values().iterator().next() instanceof String;
    }

    private Object call(String function, Object argument) {
        return switch (function) {
            case "Ref" -> argument.equals("AWS::NoValue") ? NO_VALUE : references.ref((String) argument);
            case "Condition" -> holds((String) argument);
            case "Fn::GetAtt" -> getAtt(arguments(argument, function));
            case "Fn::Sub" -> references.dynamic(sub(argument));
            case "Fn::If" -> branch(list(argument, function));
            case "Fn::Not" -> !truth(arguments(argument, function).getFirst());
            case "Fn::Equals" -> equal(arguments(argument, function));
            case "Fn::And" -> arguments(argument, function).stream().allMatch(Intrinsics::truth);
            case "Fn::Or" -> arguments(argument, function).stream().anyMatch(Intrinsics::truth);
            case "Fn::Join" -> join(arguments(argument, function));
            case "Fn::Split" -> split(arguments(argument, function));
            case "Fn::Select" -> select(arguments(argument, function));
            case "Fn::FindInMap" -> findInMap(arguments(argument, function));
            case "Fn::Base64" ->
                java.util.Base64.getEncoder()
                        .encodeToString(
                                String.valueOf(evaluate(argument)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            default -> throw new TemplateException("unknown function " + function);
        };
    }

    private Map<String, Object> evaluateMap(Map<String, Object> map) {
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object evaluated = evaluate(value);
            if (evaluated != NO_VALUE) {
                result.put(key, evaluated);
            }
        });
        return result;
    }

    private List<Object> evaluateList(List<?> list) {
        List<Object> result = new ArrayList<>();
        for (Object item : list) {
            Object evaluated = evaluate(item);
            if (evaluated != NO_VALUE) {
                result.add(evaluated);
            }
        }
        return result;
    }

    private List<Object> arguments(Object argument, String function) {
        return evaluateList(list(argument, function));
    }

    private static List<Object> list(Object argument, String function) {
        return argument instanceof List<?> ? Tree.list(argument, function) : List.of(argument);
    }

    private String getAtt(List<Object> path) {
        return references.attribute(String.valueOf(path.getFirst()), String.valueOf(path.get(1)));
    }

    private String sub(Object argument) {
        List<Object> parts = list(argument, "Fn::Sub");
        Map<String, Object> variables = parts.size() > 1 ? Tree.map(parts.get(1), "Fn::Sub") : Map.of();
        Matcher matcher = PLACEHOLDER.matcher(String.valueOf(parts.getFirst()));
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(2).strip();
            String value = matcher.group(1).equals("!") ? "${" + name + "}" : substitute(name, variables.get(name));
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(result).toString();
    }

    private String substitute(String name, @Nullable Object variable) {
        if (variable != null) {
            return String.valueOf(evaluate(variable));
        }
        int dot = name.indexOf('.');
        return dot < 0
                ? String.valueOf(references.ref(name))
                : references.attribute(name.substring(0, dot), name.substring(dot + 1));
    }

    private Object branch(List<Object> parts) {
        return evaluate(holds(String.valueOf(parts.getFirst())) ? parts.get(1) : parts.get(2));
    }

    private static boolean equal(List<Object> pair) {
        return String.valueOf(pair.getFirst()).equals(String.valueOf(pair.get(1)));
    }

    private static String join(List<Object> parts) {
        List<String> texts = Tree.list(parts.get(1), "Fn::Join").stream()
                .map(String::valueOf)
                .toList();
        return String.join(String.valueOf(parts.getFirst()), texts);
    }

    private static Object split(List<Object> parts) {
        return List.of(String.valueOf(parts.get(1)).split(Pattern.quote(String.valueOf(parts.getFirst())), -1));
    }

    private static Object select(List<Object> parts) {
        return Tree.list(parts.get(1), "Fn::Select").get(Integer.parseInt(String.valueOf(parts.getFirst())));
    }

    private Object findInMap(List<Object> keys) {
        Object found = mappings;
        for (Object key : keys) {
            found = Tree.map(found, "Mappings").get(String.valueOf(key));
            if (found == null) {
                throw new TemplateException("Fn::FindInMap finds nothing at " + keys);
            }
        }
        return found;
    }

    /** Of a condition that is written out, as rules have them. */
    boolean isTrue(Object condition) {
        return truth(evaluate(condition));
    }

    private static boolean truth(Object value) {
        return Boolean.parseBoolean(String.valueOf(value));
    }
}
