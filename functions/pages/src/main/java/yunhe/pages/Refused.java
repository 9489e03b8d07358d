package yunhe.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands above a form that was refused.
 *
 * @param detail what is wrong with no field in particular
 * @param wrong what is wrong with which field of the page
 * @param others what is wrong and no field of the page can show
 */
record Refused(Optional<String> detail, List<Mistake> wrong, List<String> others) {

    /** @param boxes fields that the page shows without a {@link Field} */
    static Refused of(SignUpForm form, List<Field> fields, List<String> boxes) {
        var shown =
                Stream.concat(fields.stream().map(Field::name), boxes.stream()).toList();
        return new Refused(
                form.detail(),
                shown.stream()
                        .flatMap(name -> form.error(name).map(text -> new Mistake(name, text)).stream())
                        .toList(),
                form.errors().entrySet().stream()
                        .filter(error -> !shown.contains(error.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    boolean isEmpty() {
        return detail.isEmpty() && wrong.isEmpty() && others.isEmpty();
    }

    record Mistake(String field, String text) {}
}
