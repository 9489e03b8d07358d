package yunhe.testkit.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A template with values for its parameters. Resources are evaluated when asked for. */
public final class Template {
    public static final String FILE = "template.yaml";

    private final Map<String, Object> document;
    private final Map<String, String> types;
    private final References references;
    private final Intrinsics intrinsics;

    private Template(Map<String, Object> document, Map<String, String> given, Physical physical) {
        this.document = document;
        this.types = types(section("Resources"));
        this.references = new References(parameters(given), types, physical);
        this.intrinsics = new Intrinsics(references, section("Conditions"), section("Mappings"));
    }

    public static Template parse(String text, Map<String, String> parameters, Physical physical) {
        return new Template(CloudFormationYaml.parse(text), parameters, physical);
    }

    public static Template read(Path file, Map<String, String> parameters, Physical physical) {
        try {
            return parse(Files.readString(file), parameters, physical);
        } catch (IOException cause) {
            throw new UncheckedIOException("read " + file, cause);
        }
    }

    /** The template of this project, wherever in it the process was started. */
    public static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        for (Path here = folder; here != null; here = here.getParent()) {
            if (Files.isRegularFile(here.resolve(FILE))) {
                return here.resolve(FILE);
            }
        }
        throw new TemplateException("no " + FILE + " in " + folder + " or above");
    }

    /** The names of all parameters, with or without a value. */
    public static java.util.Set<String> parameterNames(Path file) {
        try {
            return Tree.map(CloudFormationYaml.parse(Files.readString(file)).get("Parameters"), "Parameters")
                    .keySet();
        } catch (IOException cause) {
            throw new UncheckedIOException("read " + file, cause);
        }
    }

    /** Types by logical id, in the template's order, without those whose condition does not hold. */
    public Map<String, String> types() {
        Map<String, String> wanted = new LinkedHashMap<>(types);
        wanted.keySet().removeIf(id -> !wanted(id));
        return wanted;
    }

    public List<Resource> ofType(String type) {
        return types().entrySet().stream()
                .filter(resource -> resource.getValue().equals(type))
                .map(resource -> resource(resource.getKey()))
                .toList();
    }

    public Resource resource(String logicalId) {
        String type = types.get(logicalId);
        if (type == null) {
            throw new TemplateException("nothing in the template is called " + logicalId);
        }
        Object own = raw(logicalId).getOrDefault("Properties", Map.of());
        Object properties = Tree.merge(globals(type), own);
        return new Resource(logicalId, type, Tree.map(intrinsics.evaluate(properties), logicalId));
    }

    /** The resource that a {@code Ref}, an {@code Arn} or a {@code StreamArn} belongs to. */
    public String logicalIdOf(String name) {
        return references
                .logicalIdOf(name)
                .orElseThrow(() -> new TemplateException("no resource of the template is called " + name));
    }

    /** The value of a parameter, when the template has it. */
    public Optional<String> parameter(String name) {
        return section("Parameters").containsKey(name) ? Optional.of(ref(name)) : Optional.empty();
    }

    /** What {@code !Ref} answers: a parameter's value or a resource's name. */
    public String ref(String name) {
        return String.valueOf(references.ref(name));
    }

    /** What the template's rules have against these parameters. */
    public List<String> brokenRules() {
        List<String> broken = new ArrayList<>();
        section("Rules").forEach((name, raw) -> {
            Map<String, Object> rule = Tree.map(raw, name);
            if (!intrinsics.isTrue(rule.getOrDefault("RuleCondition", true))) {
                return;
            }
            for (Object assertion : Tree.list(rule.get("Assertions"), name)) {
                Map<String, Object> one = Tree.map(assertion, name);
                if (!intrinsics.isTrue(one.getOrDefault("Assert", false))) {
                    broken.add(Tree.text(one, "AssertDescription", name));
                }
            }
        });
        return broken;
    }

    private boolean wanted(String logicalId) {
        return Optional.ofNullable(raw(logicalId).get("Condition"))
                .map(String::valueOf)
                .map(intrinsics::holds)
                .orElse(true);
    }

    private Object globals(String type) {
        String kind = type.startsWith("AWS::Serverless::") ? type.substring("AWS::Serverless::".length()) : "";
        return section("Globals").getOrDefault(kind, Map.of());
    }

    private Map<String, Object> raw(String logicalId) {
        return Tree.map(section("Resources").get(logicalId), logicalId);
    }

    private Map<String, Object> section(String name) {
        return Tree.map(document.get(name), name);
    }

    private Map<String, Object> parameters(Map<String, String> given) {
        Map<String, Object> values = new HashMap<>();
        section("Parameters").forEach((name, definition) -> {
            Object otherwise = Tree.map(definition, name).get("Default");
            Object value = given.containsKey(name) ? given.get(name) : otherwise;
            if (value == null) {
                throw new TemplateException("parameter " + name + " has no value");
            }
            values.put(name, String.valueOf(value));
        });
        // For a look at how it would be elsewhere.
        given.keySet().stream()
                .filter(name -> name.startsWith("AWS::"))
                .forEach(name -> values.put(name, String.valueOf(given.get(name))));
        return values;
    }

    private static Map<String, String> types(Map<String, Object> resources) {
        Map<String, String> types = new LinkedHashMap<>();
        resources.forEach((id, resource) -> types.put(id, Tree.text(Tree.map(resource, id), "Type", id)));
        return types;
    }
}
