package yunhe.bench.cost;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import yunhe.local.schedules.Rhythm;
import yunhe.testkit.template.Resource;
import yunhe.testkit.template.Template;
import yunhe.testkit.template.Tree;

/**
 * What the template costs in a month in which nobody comes. A type of resource that is not known here is an error, not
 * a cost of nothing.
 */
final class Idle {

    private static final double HOURS_OF_A_MONTH = 730;

    /** A queue's event source has five pollers that ask for 20 seconds each. */
    private static final double RECEIVES_OF_A_MONTH = 5 * HOURS_OF_A_MONTH * 3_600 / 20;

    private static final int FAST_SECONDS = 60;

    /** A year that repeats what any schedule says. */
    private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private static final Instant NEXT_YEAR = Instant.parse("2027-01-01T00:00:00Z");

    /** Paid by use, or for nothing. */
    private static final Map<String, String> FREE = Map.of(
            "AWS::Serverless::HttpApi", "by request",
            "AWS::Serverless::Function", "by invocation; snapshots of Java functions are free",
            "AWS::DynamoDB::Table", "by request; storage and point-in-time recovery ($0.25 and $0.20 a GB) of nothing",
            "AWS::SQS::Queue", "by call, below",
            "AWS::Logs::LogGroup", "by byte, with the ticks below",
            "AWS::IAM::Role", "free");

    private final Template template;
    private final Prices prices;
    private final List<Action> actions;

    Idle(Template template, List<Action> actions) {
        this.template = template;
        this.prices = new Prices(template);
        this.actions = actions;
    }

    /** One line of the list: what, how often, how it is reckoned, dollars a month. */
    record Item(String name, String arithmetic, double dollars) {}

    List<Item> items() {
        var items = new ArrayList<Item>();
        template.types().values().stream().distinct().forEach(type -> items.addAll(ofType(type)));
        for (var function : template.ofType(Deployment.FUNCTION)) {
            Deployment.events(function).forEach((name, event) -> {
                switch (Tree.text(event, "Type", name)) {
                    case "ScheduleV2" -> items.add(ticks(function, event));
                    case "SQS" ->
                        items.add(new Item(
                                function.logicalId() + " polls its queue",
                                String.format(
                                        Locale.ROOT,
                                        "%,.0f receive calls × $%.2f a million (an account's first million is free)",
                                        RECEIVES_OF_A_MONTH,
                                        Prices.QUEUE_CALL * 1e6),
                                RECEIVES_OF_A_MONTH * Prices.QUEUE_CALL));
                    case "DynamoDB" ->
                        items.add(new Item(function.logicalId() + " reads a stream (" + name + ")", "free", 0));
                    case "HttpApi" -> {}
                    default -> throw new IllegalStateException("nobody knows what the event " + name + " costs");
                }
            });
        }
        return items;
    }

    /** Functions that a schedule calls. */
    static List<String> scheduled(Template template) {
        return template.ofType(Deployment.FUNCTION).stream()
                .filter(function -> Deployment.events(function).values().stream()
                        .anyMatch(event -> "ScheduleV2".equals(event.get("Type"))))
                .map(Resource::logicalId)
                .toList();
    }

    private List<Item> ofType(String type) {
        return switch (type) {
            case "AWS::CloudWatch::Alarm" ->
                template.ofType(type).stream().map(Idle::alarm).toList();
            case "AWS::CloudWatch::CompositeAlarm" -> List.of(each(type, Prices.COMPOSITE_ALARM_MONTH));
            case "AWS::CloudWatch::Dashboard" -> List.of(each(type, Prices.DASHBOARD_MONTH));
            case "AWS::SecretsManager::Secret" -> List.of(each(type, Prices.SECRET_MONTH));
            case "AWS::KMS::Key" -> List.of(each(type, Prices.KEY_MONTH));
            default -> {
                var why = FREE.get(type);
                if (why == null) {
                    throw new IllegalStateException("nobody knows what " + type + " costs, see " + ids(type));
                }
                yield List.of(new Item(ids(type).size() + " × " + type, why, 0));
            }
        };
    }

    /** Billed by the metrics that it looks at. */
    private static Item alarm(Resource alarm) {
        var metrics = Tree.list(alarm.properties().get("Metrics"), alarm.where()).stream()
                .map(metric -> Tree.map(metric, alarm.where()))
                .filter(metric -> metric.containsKey("MetricStat"))
                .map(metric -> Tree.map(metric.get("MetricStat"), alarm.where()))
                .toList();
        var periods = metrics.isEmpty() ? List.of(alarm.properties()) : metrics;
        double each = periods.stream().anyMatch(metric -> Tree.number(metric, "Period", FAST_SECONDS) < FAST_SECONDS)
                ? Prices.ALARM_METRIC_FAST_MONTH
                : Prices.ALARM_METRIC_MONTH;
        return new Item(
                "alarm " + alarm.logicalId(),
                String.format(Locale.ROOT, "%d metric%s × $%.2f", periods.size(), periods.size() == 1 ? "" : "s", each),
                periods.size() * each);
    }

    private Item each(String type, double each) {
        int count = ids(type).size();
        return new Item(
                count + " × " + type,
                String.format(Locale.ROOT, "%d × $%.2f: %s", count, each, String.join(", ", ids(type))),
                count * each);
    }

    private Item ticks(Resource function, Map<String, Object> event) {
        var properties = Tree.map(event.get("Properties"), function.where());
        var rhythm = Tree.text(properties, "ScheduleExpression", function.where());
        double ticks = ticksOfAYear(Rhythm.parse(rhythm)) / 12.0;
        var name = Actions.idle(function.logicalId());
        var usage = actions.stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow()
                .usage();
        double each = prices.of(usage).sum() + Prices.SCHEDULED_CALL;
        return new Item(
                function.logicalId() + ", " + rhythm,
                String.format(
                        Locale.ROOT,
                        "%,.0f ticks × $%.2f a million (see “%s”, and $%.2f for the schedule)",
                        ticks,
                        each * 1e6,
                        name,
                        Prices.SCHEDULED_CALL * 1e6),
                ticks * each);
    }

    private static int ticksOfAYear(Rhythm rhythm) {
        int ticks = 0;
        for (var at = rhythm.after(YEAR); at.isBefore(NEXT_YEAR); at = rhythm.after(at)) {
            ticks++;
        }
        return ticks;
    }

    private List<String> ids(String type) {
        return template.types().entrySet().stream()
                .filter(resource -> resource.getValue().equals(type))
                .map(Map.Entry::getKey)
                .toList();
    }
}
