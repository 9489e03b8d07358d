package yunhe.web.form;

import static java.util.function.Function.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Waitlist;
import yunhe.core.shared.Language;

/** How enums are spelled in requests and replies. */
public final class Codes {

    public static final Map<String, Language> LANGUAGES =
            Arrays.stream(Language.values()).collect(Collectors.toUnmodifiableMap(Language::code, identity()));
    public static final Map<String, Approval> APPROVALS = byCode(Approval.values());
    public static final Map<String, Waitlist.Promotion> PROMOTIONS = byCode(Waitlist.Promotion.values());
    public static final Map<String, Verdict> VERDICTS = byCode(Verdict.values());

    private Codes() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public static <E extends Enum<E>> Map<String, E> byCode(E[] values) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(Codes::of, identity()));
    }
}
