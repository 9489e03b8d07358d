package yunhe.dynamo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.shared.Bilingual;

/** Reads and makes the attributes of an item. What is absent stays absent: no nulls, no empty strings. */
public final class Attributes {

    private final Map<String, AttributeValue> values;

    private Attributes(Map<String, AttributeValue> values) {
        this.values = values;
    }

    public static Attributes fresh() {
        return new Attributes(new HashMap<>());
    }

    public static Attributes of(Map<String, AttributeValue> item) {
        return new Attributes(item);
    }

    public Map<String, AttributeValue> map() {
        return values;
    }

    public AttributeValue asValue() {
        return AttributeValue.fromM(values);
    }

    public Attributes put(String name, String text) {
        values.put(name, AttributeValue.fromS(text));
        return this;
    }

    public Attributes put(String name, Optional<String> text) {
        text.ifPresent(it -> put(name, it));
        return this;
    }

    public Attributes put(String name, long number) {
        values.put(name, number(number));
        return this;
    }

    public Attributes put(String name, boolean flag) {
        values.put(name, AttributeValue.fromBool(flag));
        return this;
    }

    public Attributes put(String name, AttributeValue value) {
        values.put(name, value);
        return this;
    }

    public Attributes put(String name, Bilingual text) {
        values.put(name, bilingual(text));
        return this;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String text(String name) {
        return require(name).s();
    }

    public Optional<String> optionalText(String name) {
        return optional(name, AttributeValue::s);
    }

    public long number(String name) {
        return Long.parseLong(require(name).n());
    }

    public int smallNumber(String name) {
        return Math.toIntExact(number(name));
    }

    public Optional<Long> optionalNumber(String name) {
        return optional(name, AttributeValue::n).map(Long::valueOf);
    }

    public boolean flag(String name) {
        return optional(name, AttributeValue::bool).orElse(false);
    }

    public Instant instant(String name) {
        return Instant.parse(text(name));
    }

    public Optional<Instant> optionalInstant(String name) {
        return optionalText(name).map(Instant::parse);
    }

    public Bilingual bilingual(String name) {
        return bilingual(require(name));
    }

    public Attributes nested(String name) {
        return of(require(name).m());
    }

    public Optional<Attributes> optionalNested(String name) {
        return optional(name, AttributeValue::m).map(Attributes::of);
    }

    public List<AttributeValue> list(String name) {
        return optional(name, AttributeValue::l).orElse(List.of());
    }

    public List<String> texts(String name) {
        return list(name).stream().map(AttributeValue::s).toList();
    }

    private <T> Optional<T> optional(String name, Function<AttributeValue, @Nullable T> read) {
        AttributeValue value = values.get(name);
        return value == null ? Optional.empty() : Optional.ofNullable(read.apply(value));
    }

    private AttributeValue require(String name) {
        AttributeValue value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("stored item has no attribute " + name);
        }
        return value;
    }

    public static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    public static AttributeValue texts(List<String> texts) {
        return AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList());
    }

    public static AttributeValue bilingual(Bilingual text) {
        return AttributeValue.fromM(
                Map.of("zh", AttributeValue.fromS(text.zh()), "en", AttributeValue.fromS(text.en())));
    }

    public static Bilingual bilingual(AttributeValue value) {
        var texts = of(value.m());
        return new Bilingual(texts.text("zh"), texts.text("en"));
    }

    /** Answers: texts, numbers, flags and lists of texts. */
    public static AttributeValue answer(Object answer) {
        return switch (answer) {
            case String text -> AttributeValue.fromS(text);
            case BigDecimal number -> AttributeValue.fromN(number.toPlainString());
            case Boolean flag -> AttributeValue.fromBool(flag);
            case List<?> texts -> texts(texts.stream().map(String.class::cast).toList());
            default -> throw new IllegalArgumentException("no answer has type " + answer.getClass());
        };
    }

    public static Object answer(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> new BigDecimal(value.n());
            case BOOL -> value.bool();
            case L -> value.l().stream().map(AttributeValue::s).toList();
            default -> throw new IllegalStateException("no answer is stored as " + value.type());
        };
    }

    public static AttributeValue answers(Map<String, Object> answers) {
        return AttributeValue.fromM(answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> answer(entry.getValue()))));
    }

    public static Map<String, Object> answers(Attributes answers) {
        return answers.map().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> answer(entry.getValue())));
    }
}
