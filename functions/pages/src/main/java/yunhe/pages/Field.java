package yunhe.pages;

import java.util.List;
import java.util.Optional;

/**
 * One field of a form, ready to be shown. Its id in the page is its dotted name, so that an error can point at it.
 *
 * @param mark a word beside the label, as in "optional"
 * @param hint a sentence below the label
 * @param error what is wrong with what was typed
 */
record Field(
        String name,
        Control control,
        String label,
        boolean required,
        Optional<String> mark,
        Optional<String> hint,
        Optional<String> error,
        List<String> values) {

    Field withValues(List<String> newValues) {
        return new Field(name, control, label, required, mark, hint, error, newValues);
    }

    Field withHint(String newHint) {
        return new Field(name, control, label, required, mark, Optional.of(newHint), error, values);
    }

    Field withMark(String newMark) {
        return new Field(name, control, label, required, Optional.of(newMark), hint, error, values);
    }

    /** How it is filled in. */
    sealed interface Control {}

    /** One line. A part that is null is left out. */
    record Line(
            String type,
            Optional<String> autocomplete,
            Optional<String> inputMode,
            Optional<String> maxLength,
            Optional<String> min,
            Optional<String> max)
            implements Control {
        static Line of(String type) {
            return new Line(
                    type, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        Line autocomplete(String value) {
            return new Line(type, Optional.of(value), inputMode, maxLength, min, max);
        }

        Line inputMode(String value) {
            return new Line(type, autocomplete, Optional.of(value), maxLength, min, max);
        }

        Line maxLength(int characters) {
            return new Line(type, autocomplete, inputMode, Optional.of(Integer.toString(characters)), min, max);
        }

        Line between(Optional<String> least, Optional<String> most) {
            return new Line(type, autocomplete, inputMode, maxLength, least, most);
        }
    }

    /** Several lines. */
    record Lines(int maxLength) implements Control {}

    /** One of many. */
    record Select(List<Option> options) implements Control {}

    /** One or several of a few. */
    record Choices(boolean several, List<Option> options) implements Control {
        /** In Latin letters; a Chinese character is as wide as two. */
        private static final long COMPACT_LABEL_MAX = 8;

        /** Whether two fit beside each other on a phone. */
        boolean isCompact() {
            return options.stream().allMatch(it -> it.note().isEmpty() && width(it.label()) <= COMPACT_LABEL_MAX);
        }

        private static long width(String label) {
            return label.codePoints()
                    .map(c -> Character.isIdeographic(c) ? 2 : 1)
                    .sum();
        }
    }

    /** @param note a few words at its end, as in "12 places left" */
    record Option(String value, String label, Optional<String> note, Tone tone, boolean available) {
        static Option of(String value, String label) {
            return new Option(value, label, Optional.empty(), Tone.CALM, true);
        }
    }

    String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    boolean isChosen(Option option) {
        return values.contains(option.value());
    }

    String errorId() {
        return name + "-error";
    }

    String hintId() {
        return name + "-hint";
    }

    /** The ids of hint and error, as far as they are there. */
    Optional<String> describedBy() {
        var ids = (hint.isPresent() ? hintId() + " " : "") + (error.isPresent() ? errorId() : "");
        return Optional.of(ids.strip()).filter(it -> !it.isEmpty());
    }
}
