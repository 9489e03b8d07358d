package yunhe.local.schedules;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
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

    ScheduledEvent event(Instant at) {
        ScheduledEvent event = new ScheduledEvent();
        event.setVersion("0");
        event.setId(UUID.randomUUID().toString());
        event.setDetailType("Scheduled Event");
        event.setSource("aws.scheduler");
        event.setAccount("000000000000");
        event.setTime(new DateTime(at.toEpochMilli(), DateTimeZone.UTC));
        event.setRegion("local");
        event.setResources(List.of("arn:aws:scheduler:local:000000000000:schedule/default/" + name));
        event.setDetail(Map.of());
        return event;
    }
}
