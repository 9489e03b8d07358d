package yunhe.gatherings;

import static java.util.function.Function.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Kind;
import yunhe.core.activity.Question;
import yunhe.core.activity.Status;
import yunhe.core.activity.Waitlist;
import yunhe.core.shared.Language;

/** How enums are spelled in requests and replies. */
final class Wire {

    static final Map<String, Kind> KINDS =
            Arrays.stream(Kind.values()).collect(Collectors.toUnmodifiableMap(Wire::kind, identity()));
    static final Map<String, Question.Type> QUESTION_TYPES = byCode(Question.Type.values());
    static final Map<String, Status> STATUSES = byCode(Status.values());
    static final Map<String, Language> LANGUAGES =
            Arrays.stream(Language.values()).collect(Collectors.toUnmodifiableMap(Language::code, identity()));
    static final Map<String, Approval> APPROVALS = byCode(Approval.values());
    static final Map<String, Waitlist.Promotion> PROMOTIONS = byCode(Waitlist.Promotion.values());
    static final Map<String, Verdict> VERDICTS = byCode(Verdict.values());

    private Wire() {}

    static String kind(Kind kind) {
        return code(kind).replace('_', '-');
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Map<String, E> byCode(E[] values) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(Wire::code, identity()));
    }
}
