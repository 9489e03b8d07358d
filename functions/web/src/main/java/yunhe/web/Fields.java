package yunhe.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.person.Email;
import yunhe.core.person.Phone;
import yunhe.core.person.PhoneNumbers;
import yunhe.core.shared.Bilingual;

/**
 * Reads typed values out of a body and collects what is wrong instead of stopping at the first mistake. A value that is
 * absent or wrong is empty; {@link #required} tells the two apart. Fields that nobody reads are ignored.
 */
public final class Fields {

    private final JsonNode node;
    private final String prefix;
    private final boolean isForm;
    private final List<FieldError> errors;

    private Fields(JsonNode node, String prefix, boolean isForm, List<FieldError> errors) {
        this.node = node;
        this.prefix = prefix;
        this.isForm = isForm;
        this.errors = errors;
    }

    public static Fields of(Body body) {
        return new Fields(body.tree(), "", body.isForm(), new ArrayList<>());
    }

    /** Everything found wrong so far, here and in the objects and lists below. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public void refuse(String name, Code code, Object... arguments) {
        errors.add(FieldError.of(prefix + name, code, arguments));
    }

    /** Leaves with 400 when anything was wrong. */
    public void orRefuse() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors()).exception();
        }
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        return !value(name).isMissingNode();
    }

    /** Whether the field is there, if only as null. */
    public boolean mentions(String name) {
        return node.has(name);
    }

    /** Names of the fields that are there, in order. */
    public List<String> names() {
        return node.properties().stream()
                .filter(it -> !it.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The same value, after noting that it is required when it is neither there nor noted as wrong. */
    public <T> Optional<T> required(String name, Optional<T> value) {
        var path = prefix + name;
        if (value.isEmpty()
                && errors.stream()
                        .noneMatch(it -> it.field().equals(path) || it.field().startsWith(path + "."))) {
            errors.add(FieldError.of(path, Code.REQUIRED));
        }
        return value;
    }

    /** What is inside an object; nothing when it is absent or no object. */
    public Fields object(String name) {
        var value = value(name);
        if (value instanceof ObjectNode) {
            return new Fields(value, prefix + name + ".", isForm, errors);
        }
        if (!value.isMissingNode()) {
            refuse(name, Code.FORMAT);
        }
        return new Fields(MissingNode.getInstance(), prefix + name + ".", isForm, errors);
    }

    /** A list of objects; empty when absent. */
    public Optional<List<Fields>> objects(String name, int countMin, int countMax) {
        var value = value(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (isForm && value instanceof ObjectNode) {
            // In a form one object is a list of one.
            return Optional.of(List.of(object(name)));
        }
        if (!value.isArray()) {
            refuse(name, Code.FORMAT);
            return Optional.empty();
        }
        if (value.size() < countMin || value.size() > countMax) {
            refuse(name, Code.OUT_OF_RANGE, countMin, countMax);
            return Optional.empty();
        }
        var list = new ArrayList<Fields>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i) instanceof ObjectNode object) {
                list.add(new Fields(object, prefix + name + "[" + i + "].", isForm, errors));
            } else {
                refuse(name + "[" + i + "]", Code.FORMAT);
            }
        }
        return Optional.of(List.copyOf(list));
    }

    /** A list of texts. In a form one value is a list of one. */
    public Optional<List<String>> texts(String name, int countMax, int lengthMax) {
        var value = value(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (isForm && value.isTextual()) {
            return scalar(name).text(lengthMax, false).map(List::of);
        }
        if (!value.isArray()) {
            refuse(name, Code.FORMAT);
            return Optional.empty();
        }
        if (value.size() > countMax) {
            refuse(name, Code.OUT_OF_RANGE, 0, countMax);
            return Optional.empty();
        }
        var list = new ArrayList<String>();
        for (int i = 0; i < value.size(); i++) {
            new Scalar(prefix + name, value.get(i), isForm, errors)
                    .text(lengthMax, false)
                    .ifPresent(list::add);
        }
        return Optional.of(List.copyOf(list));
    }

    /** One line, tidied. Blank is absent. */
    public Optional<String> line(String name, int lengthMax) {
        return scalar(name).text(lengthMax, false);
    }

    /** Text that may have line breaks, tidied. */
    public Optional<String> lines(String name, int lengthMax) {
        return scalar(name).text(lengthMax, true);
    }

    /** Both languages or one of them; each may have line breaks if so said. */
    public Optional<Bilingual> bilingual(String name, int lengthMax, boolean lines) {
        if (!has(name)) {
            return Optional.empty();
        }
        var languages = object(name);
        var zh = languages.scalar("zh").text(lengthMax, lines).orElse("");
        var en = languages.scalar("en").text(lengthMax, lines).orElse("");
        return zh.isEmpty() && en.isEmpty() ? Optional.empty() : Optional.of(new Bilingual(zh, en));
    }

    public Optional<Integer> integer(String name, int min, int max) {
        return whole(name, min, max).map(Math::toIntExact);
    }

    public Optional<Long> whole(String name, long min, long max) {
        return scalar(name)
                .number(Optional.of(BigDecimal.valueOf(min)), Optional.of(BigDecimal.valueOf(max)), true)
                .map(BigDecimal::longValueExact);
    }

    public Optional<BigDecimal> decimal(String name, Optional<BigDecimal> min, Optional<BigDecimal> max) {
        return scalar(name).number(min, max, false);
    }

    public Optional<Boolean> bool(String name) {
        return scalar(name).bool();
    }

    /** An instant with its offset. A day or time that does not exist is wrong. */
    public Optional<Instant> instant(String name) {
        return scalar(name).instant();
    }

    public Optional<LocalDate> day(String name) {
        return scalar(name).day();
    }

    /** One of the named values. */
    public <T> Optional<T> choice(String name, Map<String, T> options) {
        return scalar(name).choice(options);
    }

    public Optional<Email> email(String name) {
        return scalar(name).parsed(Email::parse);
    }

    public Optional<Phone> phone(String name, PhoneNumbers numbers) {
        return scalar(name).parsed(numbers::parse);
    }

    private Scalar scalar(String name) {
        return new Scalar(prefix + name, value(name), isForm, errors);
    }

    private JsonNode value(String name) {
        var value = node.path(name);
        return value.isNull() ? MissingNode.getInstance() : value;
    }
}
