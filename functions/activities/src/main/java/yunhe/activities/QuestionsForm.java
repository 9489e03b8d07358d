package yunhe.activities;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.Question;
import yunhe.core.shared.Bilingual;
import yunhe.web.Fields;

/** The questions that an organiser adds to the form. */
final class QuestionsForm {

    static final int LABEL_LENGTH_MAX = 300;
    static final int OPTIONS_MAX = 100;
    static final int OPTION_LENGTH_MAX = 80;
    static final int ANSWER_LENGTH_MAX = 5_000;

    private QuestionsForm() {}

    static List<Question> parse(Fields fields) {
        var list = fields.objects("questions", 0, Question.QUESTIONS_MAX).orElse(List.of());
        var ids = new HashSet<String>();
        var questions = new ArrayList<Question>();
        for (var one : list) {
            var id = ActivityForm.id(one, ids::add);
            var type = one.required("type", one.choice("type", Wire.QUESTION_TYPES));
            var label = one.required("label", one.bilingual("label", LABEL_LENGTH_MAX, false));
            boolean required = one.bool("required").orElse(false);
            if (id.isPresent() && type.isPresent() && label.isPresent()) {
                questions.add(question(one, id.get(), type.get(), label.get(), required));
            }
        }
        return List.copyOf(questions);
    }

    private static Question question(Fields one, String id, Question.Type type, Bilingual label, boolean required) {
        return switch (type) {
            case CHOICE, CHOICES -> {
                var options = options(one);
                yield new Question(
                        id, type, label, required, options, optionLabels(one, options), Question.Limits.NONE);
            }
            case TEXT -> {
                int maxLength = one.integer("maxLength", 1, ANSWER_LENGTH_MAX).orElse(Question.MAX_LENGTH_DEFAULT);
                var limits = new Question.Limits(maxLength, Optional.empty(), Optional.empty());
                yield new Question(id, type, label, required, List.of(), Map.of(), limits);
            }
            case NUMBER -> {
                var min = one.decimal("min", Optional.empty(), Optional.empty());
                var max = one.decimal("max", Optional.empty(), Optional.empty());
                if (min.isPresent()
                        && max.filter(it -> it.compareTo(min.get()) < 0).isPresent()) {
                    one.refuse(
                            "max",
                            Code.OUT_OF_RANGE,
                            min.map(BigDecimal::toPlainString).get(),
                            "");
                }
                var limits = new Question.Limits(Question.MAX_LENGTH_DEFAULT, min, max);
                yield new Question(id, type, label, required, List.of(), Map.of(), limits);
            }
            case DATE, YESNO, PHONE, EMAIL ->
                new Question(id, type, label, required, List.of(), Map.of(), Question.Limits.NONE);
        };
    }

    private static List<String> options(Fields one) {
        var options = one.required("options", one.texts("options", OPTIONS_MAX, OPTION_LENGTH_MAX))
                .orElse(List.of());
        if (one.has("options") && options.isEmpty()) {
            one.required("options", Optional.empty());
        }
        if (new HashSet<>(options).size() < options.size()) {
            one.refuse("options", Code.FORMAT);
        }
        return options;
    }

    private static Map<String, Bilingual> optionLabels(Fields one, List<String> options) {
        var labels = new HashMap<String, Bilingual>();
        var given = one.object("optionLabels");
        for (var option : given.names()) {
            if (options.contains(option)) {
                given.bilingual(option, LABEL_LENGTH_MAX, false).ifPresent(label -> labels.put(option, label));
            } else {
                given.refuse(option, Code.UNKNOWN_OPTION, options);
            }
        }
        return Map.copyOf(labels);
    }
}
