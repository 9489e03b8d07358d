package yunhe.core.activity;

import java.util.List;

/**
 * What is wrong with one field of a form.
 *
 * @param field the field's dotted name, as in {@code person.name} and {@code groups[0].capacity}
 * @param arguments what the message mentions: a limit, a list of options
 */
public record FieldError(String field, Code code, List<Object> arguments) {

    public static FieldError of(String field, Code code, Object... arguments) {
        return new FieldError(field, code, List.of(arguments));
    }

    /** Stable codes; the texts that go with them are the web's. */
    public enum Code {
        REQUIRED,
        FORMAT,
        TOO_LONG,
        OUT_OF_RANGE,
        UNKNOWN_OPTION,
        UNKNOWN_QUESTION,
        UNKNOWN_GROUP,
        READ_ONLY,
        MIN_AGE,
        MAX_AGE,
        GRADUATED_TOO_LONG_AGO,
        GRADUATES_TOO_LATE,
        /** The beds are for women, or for men. */
        ROOM_FOR_OTHERS,
        /** Nothing is free on this night. */
        FULL
    }
}
