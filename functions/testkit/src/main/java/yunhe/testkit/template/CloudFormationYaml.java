package yunhe.testkit.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML in which {@code !Sub x} is short for {@code {"Fn::Sub": x}}, as CloudFormation has it. */
final class CloudFormationYaml {
    private CloudFormationYaml() {}

    static Map<String, Object> parse(String text) {
        Object root = new Yaml(new Tags(new LoaderOptions())).load(text);
        return Tree.map(root, "template");
    }

    private static final class Tags extends SafeConstructor {
        Tags(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new LongForm());
            // CloudFormation reads days such as a policy's version as text.
            yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
        }

        private final class LongForm extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                String name = node.getTag().getValue().substring(1);
                Object argument = argument(node);
                return switch (name) {
                    case "Ref", "Condition" -> Map.of(name, argument);
                    case "GetAtt" -> Map.of("Fn::GetAtt", argument instanceof String dotted ? split(dotted) : argument);
                    default -> Map.of("Fn::" + name, argument);
                };
            }

            private Object argument(Node node) {
                return switch (node) {
                    case ScalarNode scalar -> constructScalar(scalar);
                    case SequenceNode sequence -> constructSequence(sequence);
                    case MappingNode mapping -> constructMapping(mapping);
                    default -> throw new TemplateException("unreadable tag " + node.getTag());
                };
            }

            private List<String> split(String dotted) {
                int dot = dotted.indexOf('.');
                if (dot < 0) {
                    throw new TemplateException("!GetAtt " + dotted + " names no attribute");
                }
                return List.of(dotted.substring(0, dot), dotted.substring(dot + 1));
            }
        }
    }
}
