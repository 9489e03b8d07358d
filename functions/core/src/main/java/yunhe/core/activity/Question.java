package yunhe.core.activity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import yunhe.core.shared.Bilingual;

/**
 * One question of the form.
 *
 * @param options ids of the choices, in order
 * @param optionLabels how a choice reads; one without a label reads as its id
 */
public record Question(
        String id,
        Type type,
        Bilingual label,
        boolean required,
        List<String> options,
        Map<String, Bilingual> optionLabels,
        Limits limits) {

    public static final int MAX_LENGTH_DEFAULT = 500;
    public static final int QUESTIONS_MAX = 50;

    public Bilingual optionLabel(String option) {
        return optionLabels.getOrDefault(option, Bilingual.same(option));
    }

    /** Whether every option that this answer chose is among the question's. */
    boolean offers(Object answer) {
        return switch (type) {
            case CHOICE, CHOICES -> options.containsAll(answer instanceof List<?> several ? several : List.of(answer));
            case TEXT, NUMBER, DATE, YESNO, PHONE, EMAIL -> true;
        };
    }

    /** The same question, with whatever this answer chose of an earlier version's options. */
    Question keeping(Question former, Object answer) {
        if (type != former.type || type != Type.CHOICE && type != Type.CHOICES) {
            return this;
        }
        var chosen = answer instanceof List<?> several ? several : List.of(answer);
        var kept = former.options.stream()
                .filter(option -> chosen.contains(option) && !options.contains(option))
                .toList();
        var labels = new HashMap<>(optionLabels);
        kept.forEach(option -> labels.put(option, former.optionLabel(option)));
        return new Question(
                id,
                type,
                label,
                required,
                Stream.concat(options.stream(), kept.stream()).toList(),
                Map.copyOf(labels),
                limits);
    }

    /** What is asked for. */
    public enum Type {
        TEXT,
        NUMBER,
        CHOICE,
        CHOICES,
        DATE,
        YESNO,
        PHONE,
        EMAIL
    }

    /** @param maxLength of a text, in characters; min and max are of a number, inclusive */
    public record Limits(int maxLength, Optional<BigDecimal> min, Optional<BigDecimal> max) {

        public static final Limits NONE = new Limits(MAX_LENGTH_DEFAULT, Optional.empty(), Optional.empty());
    }
}
