package yunhe.testkit.template;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What names in a template stand for: parameters, pseudo parameters, resources, secrets. */
final class References {
    private static final Pattern SECRET =
            Pattern.compile("\\{\\{resolve:secretsmanager:(arn:[^}]*?)(?::SecretString)?:*}}");

    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::Region", LocalNames.REGION,
            "AWS::AccountId", LocalNames.ACCOUNT,
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::StackName", "yunhe",
            "AWS::StackId", "yunhe");

    private final Map<String, Object> parameters;
    private final Map<String, String> types;
    private final Physical physical;

    References(Map<String, Object> parameters, Map<String, String> types, Physical physical) {
        this.parameters = parameters;
        this.types = types;
        this.physical = physical;
    }

    Object ref(String name) {
        Object parameter = parameters.get(name);
        if (parameter != null) {
            return parameter;
        }
        String pseudo = PSEUDO.get(name);
        return pseudo != null ? pseudo : physical.ref(name, type(name));
    }

    String attribute(String logicalId, String attribute) {
        return physical.attribute(logicalId, type(logicalId), attribute);
    }

    /** Replaces {@code {{resolve:secretsmanager:…}}} by the secret's value. */
    String dynamic(String text) {
        if (!text.contains("{{resolve:")) {
            return text;
        }
        Matcher matcher = SECRET.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String logicalId = logicalIdOf(matcher.group(1))
                    .orElseThrow(() -> new TemplateException("not a secret of this template: " + text));
            matcher.appendReplacement(result, Matcher.quoteReplacement(physical.secret(logicalId)));
        }
        String resolved = matcher.appendTail(result).toString();
        if (resolved.contains("{{resolve:")) {
            throw new TemplateException("unknown dynamic reference " + text);
        }
        return resolved;
    }

    /** Which resource a name belongs to: its {@code Ref}, {@code Arn} or {@code StreamArn}. */
    Optional<String> logicalIdOf(String name) {
        return types.entrySet().stream()
                .filter(resource -> name.equals(physical.ref(resource.getKey(), resource.getValue()))
                        || name.equals(physical.attribute(resource.getKey(), resource.getValue(), "Arn"))
                        || name.equals(physical.attribute(resource.getKey(), resource.getValue(), "StreamArn")))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private String type(String logicalId) {
        String type = types.get(logicalId);
        if (type == null) {
            throw new TemplateException("nothing in the template is called " + logicalId);
        }
        return type;
    }
}
