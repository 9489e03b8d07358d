package yunhe.testkit.simulation;

import java.util.Map;
import java.util.Optional;
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

    public boolean is(String type) {
        return text("type").equals(type);
    }
}
