package yunhe.testkit.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as the store has it. */
public record Image(Map<String, AttributeValue> attributes) {

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    /** Empty when it is not there. */
    public String text(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s).orElse("");
    }

    /** 0 when it is not there. */
    public long number(String name) {
        return Optional.ofNullable(attributes.get(name))
                .map(AttributeValue::n)
                .map(Long::valueOf)
                .orElse(0L);
    }

    /** Empty when it is not there. */
    public Set<Long> numbers(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::ns).orElse(List.of()).stream()
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean is(String type) {
        return text("type").equals(type);
    }
}
