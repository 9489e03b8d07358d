package yunhe.testkit.template;

import java.util.Map;

/** One resource, its properties evaluated. */
public record Resource(String logicalId, String type, Map<String, Object> properties) {
    public Resource {
        properties = Map.copyOf(properties);
    }

    /** How messages name it. */
    public String where() {
        return logicalId + " (" + type + ")";
    }
}
