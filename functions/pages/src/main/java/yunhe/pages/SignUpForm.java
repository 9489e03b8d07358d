package yunhe.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the form of an activity shows again after it was refused.
 *
 * @param typed what was typed, by dotted name
 * @param errors what is wrong, by dotted name, in the order in which it is listed
 * @param trouble what is wrong with no field in particular
 */
public record SignUpForm(Map<String, List<String>> typed, Map<String, String> errors, Optional<Trouble> trouble) {
    public static final SignUpForm EMPTY = new SignUpForm(Map.of(), Map.of(), Optional.empty());

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
