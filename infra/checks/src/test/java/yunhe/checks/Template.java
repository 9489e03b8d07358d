package yunhe.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A SAM template, its short forms written out: {@code !Ref X} is {@code {"Ref": "X"}}. */
record Template(String text, Map<String, Object> content) {

    /** The folder of template.yaml: tests run in infra/checks. */
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    static Template ofProject() {
        try {
            return parse(Files.readString(ROOT.resolve("template.yaml")));
        } catch (IOException cause) {
            throw new IllegalStateException("template.yaml cannot be read", cause);
        }
    }

    static Template parse(String text) {
        return new Template(text, new Yaml(new ShortForms()).load(text));
    }

    Map<String, Object> resources() {
        return map(content.get("Resources"));
    }

    Map<String, Object> parameters() {
        return map(content.get("Parameters"));
    }

    /** The properties of a resource; empty for one that is not there. */
    Map<String, Object> properties(String logicalId) {
        return map(map(resources().get(logicalId)).get("Properties"));
    }

    List<String> idsOf(String type) {
        return resources().entrySet().stream()
                .filter(resource -> type.equals(map(resource.getValue()).get("Type")))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Function> functions() {
        var globals = map(map(content.get("Globals")).get("Function"));
        return idsOf("AWS::Serverless::Function").stream()
                .map(id -> new Function(id, properties(id), globals))
                .toList();
    }

    /** The resource that {@code !Ref} or {@code !GetAtt} names. */
    static Optional<String> target(Object value) {
        var reference = map(value);
        if (reference.get("Ref") instanceof String id) {
            return Optional.of(id);
        }
        return Optional.ofNullable(reference.get("Fn::GetAtt"))
                .map(path -> path.toString().split("\\.", 2)[0]);
    }

    @SuppressWarnings("unchecked") // Every key of a template is a string.
    static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** One value or a list of them, as policies may have. */
    static List<Object> list(Object value) {
        return value == null ? List.of() : value instanceof List<?> list ? List.copyOf(list) : List.of(value);
    }

    private static final class ShortForms extends SafeConstructor {
        ShortForms() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    var tag = node.getTag().getValue().substring(1);
                    var name = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
                    Object value = switch (node) {
                        case ScalarNode scalar -> constructScalar(scalar);
                        case SequenceNode sequence -> constructSequence(sequence);
                        case MappingNode mapping -> constructMapping(mapping);
                        default -> throw new IllegalArgumentException("cannot read " + node);
                    };
                    return new LinkedHashMap<>(Map.of(name, value));
                }
            });
        }
    }
}
