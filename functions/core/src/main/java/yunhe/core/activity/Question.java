package yunhe.core.activity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
