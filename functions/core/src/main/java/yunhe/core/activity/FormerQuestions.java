package yunhe.core.activity;

import java.util.List;
import java.util.Optional;

/** Keeps for old answers the options that they were given under. */
public record FormerQuestions(Activities activities) {

    /** The activity with its questions as this registration's person may answer them: today's, and what they chose. */
    public Activity asAnswered(Activity activity, Registration registration) {
        long answered = registration.history().questions();
        if (answered == activity.edits().questions()) {
            return activity;
        }
        var former = activities.formerQuestions(activity.id(), answered).orElse(List.of());
        var questions = activity.details().questions().stream()
                .map(question -> asAnswered(question, former, registration))
                .toList();
        return activity.asking(questions);
    }

    private static Question asAnswered(Question question, List<Question> former, Registration registration) {
        var before = former.stream().filter(it -> it.id().equals(question.id())).findFirst();
        var answer = Optional.ofNullable(registration.answers().get(question.id()));
        return before.flatMap(it -> answer.map(chosen -> question.keeping(it, chosen)))
                .orElse(question);
    }
}
