package yunhe.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.shared.TypedText;

/** One value of a body, where JSON means its types and a form has only text. */
record Scalar(String path, JsonNode value, boolean isForm, List<FieldError> errors) {

    private static final int YEAR_MIN = 1000;
    private static final int YEAR_MAX = 9999;
    /** Before the point, and as many behind it: the store keeps 38. */
    private static final int DIGITS_MAX = 19;

    private static final int CONTACT_LENGTH_MAX = 300;
    private static final Pattern TYPED_NUMBER = Pattern.compile("[+-]?[0-9]{1,30}([.][0-9]{1,20})?");

    Optional<String> text(int lengthMax, boolean lines) {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            return wrong(Code.FORMAT);
        }
        // A browser sends line breaks as CR LF, a program as LF.
        var text = TypedText.tidy(value.textValue()).replace("\r\n", "\n").replace('\r', '\n');
        if (text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            return Optional.empty();
        }
        if (lines ? !TypedText.isLines(text) : !TypedText.isLine(text)) {
            return wrong(Code.FORMAT);
        }
        return TypedText.length(text) > lengthMax ? wrong(Code.TOO_LONG, lengthMax) : Optional.of(text);
    }

    Optional<BigDecimal> number(Optional<BigDecimal> min, Optional<BigDecimal> max, boolean whole) {
        var number = number();
        if (number.isEmpty()) {
            return value.isMissingNode() || isBlankText() ? Optional.empty() : wrong(Code.FORMAT);
        }
        var given = number.get();
        // 1e999999999 is one short number in JSON and a billion digits elsewhere.
        boolean tooBig = Math.abs((long) given.precision() - given.scale()) > DIGITS_MAX
                || Math.abs((long) given.scale()) > DIGITS_MAX;
        if (tooBig
                || min.filter(bound -> given.compareTo(bound) < 0).isPresent()
                || max.filter(bound -> given.compareTo(bound) > 0).isPresent()) {
            return wrong(
                    Code.OUT_OF_RANGE,
                    min.map(BigDecimal::toPlainString).orElse(""),
                    max.map(BigDecimal::toPlainString).orElse(""));
        }
        var plain = given.signum() == 0 ? BigDecimal.ZERO : given.stripTrailingZeros();
        return whole && plain.scale() > 0 ? wrong(Code.FORMAT) : Optional.of(plain);
    }

    Optional<Boolean> bool() {
        if (value.isMissingNode() || isBlankText()) {
            return Optional.empty();
        }
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        if (!isForm || !value.isTextual()) {
            return wrong(Code.FORMAT);
        }
        return switch (value.textValue().strip().toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes", "1" -> Optional.of(true);
            case "off", "false", "no", "0" -> Optional.of(false);
            default -> wrong(Code.FORMAT);
        };
    }

    Optional<Instant> instant() {
        return parsed(text -> {
            var time = OffsetDateTime.parse(text.strip());
            return isPlausible(time.getYear()) ? Optional.of(time.toInstant()) : Optional.empty();
        });
    }

    Optional<LocalDate> day() {
        return parsed(text -> Optional.of(LocalDate.parse(text.strip())).filter(day -> isPlausible(day.getYear())));
    }

    <T> Optional<T> choice(Map<String, T> options) {
        return text(CONTACT_LENGTH_MAX, false)
                .flatMap(text -> Optional.ofNullable(options.get(text))
                        .or(() -> wrong(
                                Code.UNKNOWN_OPTION,
                                options.keySet().stream().sorted().toList())));
    }

    /** Text that stands for something, by its own rules. */
    <T> Optional<T> parsed(Function<String, Optional<T>> parser) {
        if (value.isMissingNode() || isBlankText()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().length() > CONTACT_LENGTH_MAX) {
            return wrong(Code.FORMAT);
        }
        try {
            return parser.apply(value.textValue()).or(() -> wrong(Code.FORMAT));
        } catch (DateTimeException impossible) {
            return wrong(Code.FORMAT);
        }
    }

    private Optional<BigDecimal> number() {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        return Optional.of(value)
                .filter(it -> isForm && it.isTextual())
                .map(it -> it.textValue().strip())
                .filter(text -> TYPED_NUMBER.matcher(text).matches())
                .map(BigDecimal::new);
    }

    private boolean isBlankText() {
        return value.isTextual() && value.textValue().isBlank();
    }

    private static boolean isPlausible(int year) {
        return year >= YEAR_MIN && year <= YEAR_MAX;
    }

    private <T> Optional<T> wrong(Code code, Object... arguments) {
        errors.add(FieldError.of(path, code, arguments));
        return Optional.empty();
    }
}
