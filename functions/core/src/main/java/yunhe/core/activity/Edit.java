package yunhe.core.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import yunhe.core.shared.Language;

/** A registration as its person wants it to read: everything they may change, whether it differs or not. */
public record Edit(String name, Optional<String> organisation, Map<String, Object> answers, Language language) {

    /** What is to be stored; empty when nothing differs. */
    public Optional<Registrations.Changes> of(Registration seen, Activity activity, Instant now) {
        boolean otherAnswers = !areSame(answers, seen.answers());
        boolean otherPerson = otherAnswers
                || !name.equals(seen.person().name())
                || !organisation.equals(seen.person().organisation());
        if (!otherPerson && language == seen.language()) {
            return Optional.empty();
        }
        return Optional.of(new Registrations.Changes(
                name,
                organisation,
                answers,
                language,
                otherPerson && isReviewed(seen, activity, now) ? Status.PENDING : seen.status(),
                otherAnswers ? activity.edits().questions() : seen.history().questions()));
    }

    /** What a reviewer approved must not become something else unseen; after the start nobody reviews any more. */
    public static boolean isReviewed(Registration seen, Activity activity, Instant now) {
        return seen.status() == Status.CONFIRMED
                && seen.admitted().isEmpty()
                && now.isBefore(activity.times().startsAt())
                && activity.details()
                        .group(seen.group())
                        .filter(group -> activity.details().approvalFor(group) == Approval.REVIEW)
                        .isPresent();
    }

    private static boolean areSame(Map<String, Object> one, Map<String, Object> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(answer -> Optional.ofNullable(other.get(answer.getKey()))
                                .filter(there -> isSame(answer.getValue(), there))
                                .isPresent());
    }

    /** However a number is written and in whatever order choices are sent. */
    private static boolean isSame(Object one, Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal otherNumber) {
            return number.compareTo(otherNumber) == 0;
        }
        if (one instanceof Collection<?> chosen && other instanceof Collection<?> otherChosen) {
            return new HashSet<>(chosen).equals(new HashSet<>(otherChosen));
        }
        return one.equals(other);
    }
}
