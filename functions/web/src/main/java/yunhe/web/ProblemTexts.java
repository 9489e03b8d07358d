package yunhe.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import yunhe.core.activity.FieldError;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;
import yunhe.core.shared.Texts;

/** Words for problems: {@code problems_zh.properties} and {@code problems_en.properties}. */
public final class ProblemTexts {

    private static final Texts TEXTS = new Texts(ProblemTexts.class, "problems");
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    private ProblemTexts() {}

    static String title(ProblemCode code, Language language) {
        return TEXTS.get(language, code.code() + ".title");
    }

    static String detail(ProblemCode code, Language language) {
        return TEXTS.get(language, code.code() + ".detail");
    }

    /** The code as it stands in {@code errors[].code}. */
    public static String wireCode(FieldError.Code code) {
        return switch (code) {
            case MIN_AGE -> "minAge";
            case MAX_AGE -> "maxAge";
            case GRADUATED_TOO_LONG_AGO, GRADUATES_TOO_LATE -> "graduatedWithinYears";
            case ROOM_FOR_OTHERS -> "for";
            default -> code.name().toLowerCase(Locale.ROOT);
        };
    }

    /** One sentence that names the field. */
    public static String message(FieldError error, Map<String, Bilingual> fieldNames, Language language) {
        var name = fieldName(error.field(), fieldNames, language);
        var key = "error." + wireCode(error.code());
        var arguments =
                error.arguments().stream().map(it -> shown(it, language)).toList();
        return switch (error.code()) {
            case OUT_OF_RANGE -> outOfRange(key, name, arguments, language);
            case UNKNOWN_OPTION, TOO_LONG, MIN_AGE, MAX_AGE, GRADUATED_TOO_LONG_AGO ->
                arguments.isEmpty()
                        ? TEXTS.get(language, key, name)
                        : TEXTS.get(language, key + ".limit", name, arguments.getFirst());
            case REQUIRED ->
                TEXTS.find(language, key + "." + error.field()).orElseGet(() -> TEXTS.get(language, key, name));
            case GRADUATES_TOO_LATE -> TEXTS.get(language, key + ".later");
            case FORMAT, UNKNOWN_QUESTION, UNKNOWN_GROUP, READ_ONLY, ROOM_FOR_OTHERS, FULL ->
                TEXTS.get(language, key, name);
        };
    }

    /** How a field is called: as the activity asks, in quotes, as the texts say, or else by its path. */
    static String fieldName(String field, Map<String, Bilingual> fieldNames, Language language) {
        var path = INDEX.matcher(field).replaceAll("");
        var own = Optional.ofNullable(fieldNames.get(path))
                .map(text -> TEXTS.get(language, "question", text.in(language)));
        return own.or(() -> TEXTS.find(language, "field." + path)).orElse(field);
    }

    private static String outOfRange(String key, String name, List<String> arguments, Language language) {
        var min = arguments.isEmpty() ? "" : arguments.getFirst();
        var max = arguments.size() < 2 ? "" : arguments.get(1);
        if (min.isEmpty() && max.isEmpty()) {
            return TEXTS.get(language, key, name);
        }
        if (max.isEmpty()) {
            return TEXTS.get(language, key + ".min", name, min);
        }
        return min.isEmpty()
                ? TEXTS.get(language, key + ".max", name, max)
                : TEXTS.get(language, key + ".both", name, min, max);
    }

    private static String shown(Object argument, Language language) {
        return switch (argument) {
            case BigDecimal number -> number.toPlainString();
            case Bilingual text -> text.in(language);
            case List<?> options ->
                options.stream()
                        .map(it -> it instanceof Bilingual text ? text.in(language) : String.valueOf(it))
                        .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
            default -> argument.toString();
        };
    }
}
