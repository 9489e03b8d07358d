package yunhe.core.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Keeps for old answers the options that they were given under. */
public record FormerQuestions(Activities activities) {

    /** Who has changed the questions more often loses the oldest options of whoever has not answered since. */
    private static final int LOOK_BACK_MAX = 20;

    /** The activity with its questions as this registration's person may answer them: today's, and what they chose. */
    public Activity asAnswered(Activity activity, Registration registration) {
        var questions = new HashMap<String, Question>();
        activity.details().questions().forEach(question -> questions.put(question.id(), question));
        versions(activity, registration)
                .takeWhile(version -> !offerAll(questions, registration.answers()))
                .mapToObj(version ->
                        activities.formerQuestions(activity.id(), version).orElse(List.of()))
                .forEach(former -> keep(questions, former, registration.answers()));
        return activity.asking(activity.details().questions().stream()
                .map(question -> questions.getOrDefault(question.id(), question))
                .toList());
    }

    /** First the version that the answers were given under, because an option may have meant something else since. */
    private static LongStream versions(Activity activity, Registration registration) {
        long answered = registration.history().questions();
        long last = activity.edits().questions() - 1;
        return LongStream.concat(
                LongStream.of(answered).filter(version -> version <= last),
                LongStream.iterate(last, version -> version > 0, version -> version - 1)
                        .filter(version -> version != answered)
                        .limit(LOOK_BACK_MAX));
    }

    private static boolean offerAll(Map<String, Question> questions, Map<String, Object> answers) {
        return answers.entrySet().stream()
                .allMatch(answer -> Optional.ofNullable(questions.get(answer.getKey()))
                        .filter(question -> !question.offers(answer.getValue()))
                        .isEmpty());
    }

    private static void keep(Map<String, Question> questions, List<Question> former, Map<String, Object> answers) {
        for (var before : former) {
            var answer = answers.get(before.id());
            questions.computeIfPresent(
                    before.id(), (id, question) -> answer == null ? question : question.keeping(before, answer));
        }
    }
}
