package yunhe.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import yunhe.core.shared.Language;
import yunhe.web.Body;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;

/**
 * What a form shows again after it was refused.
 *
 * @param typed what was typed, by dotted name
 * @param errors what is wrong, by dotted name, in the order in which it is listed
 * @param trouble what is wrong with no field in particular
 */
public record SignUpForm(Map<String, List<String>> typed, Map<String, String> errors, Optional<Trouble> trouble) {
    /** A form that nobody has filled in yet. */
    public static final SignUpForm EMPTY = new SignUpForm(Map.of(), Map.of(), Optional.empty());

    private static final int TYPED_DEPTH_MAX = 5;

    /** The form as it was sent, with what the problem says about it. */
    public static SignUpForm refused(Body sent, Problem problem, Language language) {
        var typed = new LinkedHashMap<String, List<String>>();
        sent.tree().properties().forEach(field -> flatten(field.getKey(), field.getValue(), typed, 1));
        var errors = new LinkedHashMap<String, String>();
        problem.errors().forEach(error -> errors.putIfAbsent(error.field(), problem.message(error, language)));
        // That fields are wrong is said by the fields.
        var trouble = problem.code() == ProblemCode.BODY_INVALID && !errors.isEmpty()
                ? Optional.<Trouble>empty()
                : Optional.of(new Trouble(problem.code().code(), problem.detail(language)));
        return new SignUpForm(typed, errors, trouble);
    }

    /** Nothing was typed: what the problem says. */
    public static SignUpForm refused(Problem problem, Language language) {
        return new SignUpForm(
                Map.of(), Map.of(), Optional.of(new Trouble(problem.code().code(), problem.detail(language))));
    }

    private static void flatten(String name, JsonNode value, Map<String, List<String>> typed, int depth) {
        if (value.isObject() && depth < TYPED_DEPTH_MAX) {
            value.properties()
                    .forEach(field -> flatten(name + "." + field.getKey(), field.getValue(), typed, depth + 1));
        } else if (value.isArray() && value.path(0).isObject() && depth < TYPED_DEPTH_MAX) {
            for (int i = 0; i < value.size(); i++) {
                flatten(name + "[" + i + "]", value.get(i), typed, depth + 1);
            }
        } else if (value.isArray()) {
            typed.put(
                    name,
                    StreamSupport.stream(value.spliterator(), false)
                            .map(JsonNode::asText)
                            .toList());
        } else if (!value.isNull()) {
            typed.put(name, List.of(value.asText()));
        }
    }

    /** The refusal as a whole, unless the rules that are not met say it better. */
    Optional<String> detail() {
        return trouble.filter(it -> errors.isEmpty() || !it.code().equals("not_eligible"))
                .map(Trouble::detail);
    }

    /** What is wrong with a field. */
    Optional<String> error(String field) {
        return Optional.ofNullable(errors.get(field));
    }

    String value(String field) {
        var values = typed.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    boolean has(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    /**
     * A refusal as a whole.
     *
     * @param code the problem's code, as in {@code already_registered}
     * @param detail the problem's sentence for the reader, in the page's language
     */
    public record Trouble(String code, String detail) {}

    @Override
    public String toString() {
        return "SignUpForm[hidden]";
    }
}
