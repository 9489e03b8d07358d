package yunhe.local.streams;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yunhe.testkit.template.Template;
import yunhe.testkit.template.TemplateException;
import yunhe.testkit.template.Tree;

/** An event of type {@code DynamoDB} as the template describes it. */
record StreamSource(
        String name,
        String tableId,
        boolean fromTheBeginning,
        int batchSize,
        int retriesMax,
        boolean bisects,
        boolean reportsFailures,
        List<EventFilter> filters,
        Optional<String> onFailureQueueId) {

    private static final int BATCH_SIZE_DEFAULT = 100;
    static final int FOR_EVER = -1;

    /** Windows and parallel batches change when records come, not which: they are read over. */
    private static final Set<String> KNOWN = Set.of(
            "Stream",
            "StartingPosition",
            "BatchSize",
            "MaximumBatchingWindowInSeconds",
            "ParallelizationFactor",
            "MaximumRetryAttempts",
            "BisectBatchOnFunctionError",
            "FunctionResponseTypes",
            "FilterCriteria",
            "DestinationConfig",
            "Enabled");

    static StreamSource of(String name, Map<String, Object> properties, Template template) {
        for (String property : properties.keySet()) {
            if (!KNOWN.contains(property)) {
                throw new TemplateException(name + ": " + property + " of a stream's event is not known here");
            }
        }
        return new StreamSource(
                name,
                template.logicalIdOf(Tree.text(properties, "Stream", name)),
                Tree.text(properties, "StartingPosition", name).equals("TRIM_HORIZON"),
                Tree.number(properties, "BatchSize", BATCH_SIZE_DEFAULT),
                Tree.number(properties, "MaximumRetryAttempts", FOR_EVER),
                Tree.flag(properties, "BisectBatchOnFunctionError"),
                Tree.list(properties.get("FunctionResponseTypes"), name).contains("ReportBatchItemFailures"),
                filters(properties, name),
                onFailure(properties, name, template));
    }

    private static List<EventFilter> filters(Map<String, Object> properties, String name) {
        Map<String, Object> criteria = Tree.map(properties.get("FilterCriteria"), name);
        return Tree.list(criteria.get("Filters"), name).stream()
                .map(filter -> EventFilter.parse(Tree.text(Tree.map(filter, name), "Pattern", name)))
                .toList();
    }

    private static Optional<String> onFailure(Map<String, Object> properties, String name, Template template) {
        Map<String, Object> destinations = Tree.map(properties.get("DestinationConfig"), name);
        return Tree.optional(Tree.map(destinations.get("OnFailure"), name), "Destination")
                .map(template::logicalIdOf);
    }
}
