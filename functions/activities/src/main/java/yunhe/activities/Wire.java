package yunhe.activities;

import static java.util.function.Function.identity;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import yunhe.core.activity.Kind;
import yunhe.core.activity.Question;
import yunhe.core.activity.Status;
import yunhe.web.form.Codes;

/** How the enums of activities are spelled in requests and replies. */
final class Wire {

    static final Map<String, Kind> KINDS =
            Arrays.stream(Kind.values()).collect(Collectors.toUnmodifiableMap(Wire::kind, identity()));
    static final Map<String, Question.Type> QUESTION_TYPES = Codes.byCode(Question.Type.values());
    static final Map<String, Status> STATUSES = Codes.byCode(Status.values());

    private Wire() {}

    static String kind(Kind kind) {
        return Codes.of(kind).replace('_', '-');
    }
}
