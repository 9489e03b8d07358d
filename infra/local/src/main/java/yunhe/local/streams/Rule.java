package yunhe.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import yunhe.testkit.template.TemplateException;

/** One alternative in a filter's list: a plain value or an operator. */
final class Rule {
    private static final Set<String> OPERATORS =
            Set.of("exists", "prefix", "suffix", "equals-ignore-case", "anything-but");

    private Rule() {}

    static boolean fits(JsonNode rule, JsonNode value) {
        if (!rule.isObject()) {
            return rule.equals(value);
        }
        Map.Entry<String, JsonNode> operator = rule.properties().iterator().next();
        JsonNode operand = operator.getValue();
        return switch (operator.getKey()) {
            // Only leaves exist in this sense.
            case "exists" -> operand.booleanValue() == value.isValueNode();
            case "prefix" -> value.isTextual() && value.textValue().startsWith(operand.asText());
            case "suffix" -> value.isTextual() && value.textValue().endsWith(operand.asText());
            case "equals-ignore-case" -> value.isTextual() && value.textValue().equalsIgnoreCase(operand.asText());
            case "anything-but" -> value.isValueNode() && !excluded(operand, value);
            default -> throw new IllegalStateException("unchecked operator " + operator.getKey());
        };
    }

    static void check(JsonNode rule, String pattern) {
        if (!rule.isObject()) {
            return;
        }
        if (rule.size() != 1 || !OPERATORS.contains(rule.fieldNames().next())) {
            throw new TemplateException("filter operator " + rule + " is not known here: " + pattern);
        }
        JsonNode operand = rule.elements().next();
        if (operand.isObject()) {
            check(operand, pattern);
        }
    }

    private static boolean excluded(JsonNode operand, JsonNode value) {
        if (operand.isArray()) {
            for (JsonNode one : operand) {
                if (one.equals(value)) {
                    return true;
                }
            }
            return false;
        }
        return fits(operand, value);
    }
}
