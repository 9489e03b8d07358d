package yunhe.activities;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.Question;
import yunhe.core.person.Email;
import yunhe.core.person.Phone;
import yunhe.core.person.PhoneNumbers;
import yunhe.core.shared.Bilingual;
import yunhe.web.Fields;

/** Answers to an activity's questions. */
record AnswersForm(List<Question> questions, PhoneNumbers phones) {

    /** The answers that are there and in order, by question id; what is wrong is noted. */
    Map<String, Object> parse(Fields answers) {
        var known = questions.stream().map(Question::id).collect(Collectors.toSet());
        for (var name : answers.names()) {
            if (!known.contains(name)) {
                answers.refuse(name, Code.UNKNOWN_QUESTION);
            }
        }
        var parsed = new HashMap<String, Object>();
        for (var question : questions) {
            answer(question, answers).ifPresent(answer -> parsed.put(question.id(), answer));
        }
        return Map.copyOf(parsed);
    }

    /** Notes every required question that these answers leave open. */
    void requireAll(Fields answers, Map<String, Object> given) {
        questions.stream()
                .filter(Question::required)
                .map(Question::id)
                .forEach(id -> answers.required(id, Optional.ofNullable(given.get(id))));
    }

    /** How the fields read in messages. */
    static Map<String, Bilingual> fieldNames(ActivityDetails details) {
        return details.questions().stream()
                .collect(Collectors.toMap(question -> "answers." + question.id(), Question::label));
    }

    private Optional<?> answer(Question question, Fields answers) {
        var id = question.id();
        return switch (question.type()) {
            case TEXT -> answers.lines(id, question.limits().maxLength());
            case NUMBER ->
                answers.decimal(id, question.limits().min(), question.limits().max());
            case CHOICE ->
                answers.line(id, QuestionsForm.OPTION_LENGTH_MAX).flatMap(option -> known(question, option, answers));
            case CHOICES -> choices(question, answers);
            case DATE -> answers.day(id).map(LocalDate::toString);
            case YESNO -> answers.bool(id);
            case PHONE -> answers.phone(id, phones).map(Phone::e164);
            case EMAIL -> answers.email(id).map(Email::address);
        };
    }

    private static Optional<List<String>> choices(Question question, Fields answers) {
        var id = question.id();
        var chosen = answers.texts(id, QuestionsForm.OPTIONS_MAX, QuestionsForm.OPTION_LENGTH_MAX)
                .orElse(List.of());
        if (new HashSet<>(chosen).size() < chosen.size()) {
            answers.refuse(id, Code.FORMAT);
            return Optional.empty();
        }
        boolean allKnown = chosen.stream()
                .allMatch(option -> known(question, option, answers).isPresent());
        return chosen.isEmpty() || !allKnown ? Optional.empty() : Optional.of(chosen);
    }

    private static Optional<String> known(Question question, String option, Fields answers) {
        if (question.options().contains(option)) {
            return Optional.of(option);
        }
        Function<String, Bilingual> label = question::optionLabel;
        answers.refuse(
                question.id(),
                Code.UNKNOWN_OPTION,
                question.options().stream().map(label).toList());
        return Optional.empty();
    }
}
