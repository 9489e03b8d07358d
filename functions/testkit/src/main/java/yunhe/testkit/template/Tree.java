package yunhe.testkit.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Typed access to the maps, lists and scalars that YAML gives. */
public final class Tree {
    private Tree() {}

    public static Map<String, Object> map(@Nullable Object node, String where) {
        if (node == null) {
            return Map.of();
        }
        if (!(node instanceof Map<?, ?> map)) {
            throw new TemplateException(where + " is not a map: " + node);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                result.put(String.valueOf(key), value);
            }
        });
        return result;
    }

    public static List<Object> list(@Nullable Object node, String where) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof List<?> list)) {
            throw new TemplateException(where + " is not a list: " + node);
        }
        return new ArrayList<>(list);
    }

    public static String text(Map<String, Object> map, String key, String where) {
        return optional(map, key).orElseThrow(() -> new TemplateException(where + " has no " + key));
    }

    public static Optional<String> optional(Map<String, Object> map, String key) {
        return Optional.ofNullable(map.get(key)).map(String::valueOf);
    }

    public static int number(Map<String, Object> map, String key, int otherwise) {
        return optional(map, key).map(Tree::integer).orElse(otherwise);
    }

    public static boolean flag(Map<String, Object> map, String key) {
        return optional(map, key).map(Boolean::parseBoolean).orElse(false);
    }

    private static int integer(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new TemplateException("not a whole number: " + text, notANumber);
        }
    }

    /** As SAM merges globals into a resource: maps key by key, lists one after the other, anything else replaced. */
    static Object merge(@Nullable Object global, Object own) {
        if (global instanceof Map<?, ?> && own instanceof Map<?, ?>) {
            Map<String, Object> merged = map(global, "Globals");
            map(own, "Globals").forEach((key, value) -> merged.put(key, merge(merged.get(key), value)));
            return merged;
        }
        if (global instanceof List<?> first && own instanceof List<?> second) {
            List<Object> merged = new ArrayList<>(first);
            merged.addAll(second);
            return merged;
        }
        return own;
    }
}
