package yunhe.local.queues;

import java.util.Map;
import java.util.Set;
import yunhe.testkit.template.Template;
import yunhe.testkit.template.TemplateException;
import yunhe.testkit.template.Tree;

/** An event of type {@code SQS} as the template describes it. */
record QueueSource(String name, String queueId, int batchSize, int concurrencyMax, boolean reportsFailures) {
    private static final int RECEIVED_AT_ONCE_MAX = 10;
    private static final int CONCURRENCY_DEFAULT = 10;
    private static final Set<String> KNOWN = Set.of(
            "Queue",
            "BatchSize",
            "MaximumBatchingWindowInSeconds",
            "FunctionResponseTypes",
            "ScalingConfig",
            "Enabled");

    static QueueSource of(String name, Map<String, Object> properties, Template template) {
        for (String property : properties.keySet()) {
            if (!KNOWN.contains(property)) {
                throw new TemplateException(name + ": " + property + " of a queue's event is not known here");
            }
        }
        Map<String, Object> scaling = Tree.map(properties.get("ScalingConfig"), name);
        return new QueueSource(
                name,
                template.logicalIdOf(Tree.text(properties, "Queue", name)),
                Math.min(RECEIVED_AT_ONCE_MAX, Tree.number(properties, "BatchSize", RECEIVED_AT_ONCE_MAX)),
                Tree.number(scaling, "MaximumConcurrency", CONCURRENCY_DEFAULT),
                Tree.list(properties.get("FunctionResponseTypes"), name).contains("ReportBatchItemFailures"));
    }
}
