package yunhe.local.schedules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import yunhe.local.functions.LocalFunction;
import yunhe.testkit.template.Template;
import yunhe.testkit.template.TemplateException;
import yunhe.testkit.template.Tree;

/** An event of type {@code ScheduleV2} as the template describes it. */
record Schedule(String name, LocalFunction function, Rhythm rhythm, int retriesMax, Optional<String> deadLettersId) {

    private static final int RETRIES_DEFAULT = 2;
    private static final Set<String> KNOWN = Set.of(
            "ScheduleExpression",
            "RoleArn",
            "RetryPolicy",
            "DeadLetterConfig",
            "Name",
            "Description",
            "State",
            "FlexibleTimeWindow",
            "PermissionsBoundary",
            "Input",
            "OmitName");

    static Schedule of(String event, Map<String, Object> properties, LocalFunction function, Template template) {
        String name = function.logicalId() + "-" + event;
        for (String property : properties.keySet()) {
            if (!KNOWN.contains(property)) {
                throw new TemplateException(name + ": " + property + " of a schedule is not known here");
            }
        }
        return new Schedule(
                name,
                function,
                Rhythm.parse(Tree.text(properties, "ScheduleExpression", name)),
                Tree.number(Tree.map(properties.get("RetryPolicy"), name), "MaximumRetryAttempts", RETRIES_DEFAULT),
                Tree.optional(Tree.map(properties.get("DeadLetterConfig"), name), "Arn")
                        .map(template::logicalIdOf));
    }

    /** As the scheduler writes it when the template gives no input of its own: the detail is a text. */
    Map<String, Object> event(Instant at) {
        return Map.of(
                "version", "0",
                "id", UUID.randomUUID().toString(),
                "detail-type", "Scheduled Event",
                "source", "aws.scheduler",
                "account", "000000000000",
                "time", at.truncatedTo(ChronoUnit.SECONDS).toString(),
                "region", "local",
                "resources", List.of("arn:aws:scheduler:local:000000000000:schedule/default/" + name),
                "detail", "{}");
    }
}
