package yunhe.lodging;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.FieldError;
import yunhe.web.Problem;
import yunhe.web.Request;

/** Days in a query. */
final class DayQuery {

    private static final int YEAR_MIN = 1000;
    private static final int YEAR_MAX = 9000;

    private final Request request;
    private final List<FieldError> errors = new ArrayList<>();

    DayQuery(Request request) {
        this.request = request;
    }

    Optional<LocalDate> required(String name) {
        var day = optional(name);
        if (day.isEmpty() && errors.stream().noneMatch(error -> error.field().equals(name))) {
            refuse(name, FieldError.Code.REQUIRED);
        }
        return day;
    }

    Optional<LocalDate> optional(String name) {
        var text = request.query(name).filter(it -> !it.isBlank());
        try {
            return text.map(LocalDate::parse)
                    .filter(day -> day.getYear() >= YEAR_MIN && day.getYear() <= YEAR_MAX)
                    .or(() -> {
                        text.ifPresent(it -> refuse(name, FieldError.Code.FORMAT));
                        return Optional.empty();
                    });
        } catch (DateTimeParseException impossible) {
            refuse(name, FieldError.Code.FORMAT);
            return Optional.empty();
        }
    }

    void refuse(String name, FieldError.Code code, Object... arguments) {
        errors.add(FieldError.of(name, code, arguments));
    }

    /** Leaves with 400 when anything was wrong. */
    void orRefuse() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
    }
}
