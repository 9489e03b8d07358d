package yunhe.checks;

import static yunhe.checks.Template.list;
import static yunhe.checks.Template.map;
import static yunhe.checks.Template.target;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What must hold in a template whatever the code is. Each rule answers with what breaks it. */
@SuppressWarnings("ImmutableEnumChecker") // The functions hold nothing.
enum TemplateRules {
    EVERY_STREAM_AND_QUEUE_REPORTS_ITEM_BY_ITEM(template -> events(template)
            .filter(it -> List.of("DynamoDB", "SQS").contains(it.event.type()))
            .filter(it ->
                    !list(it.event.properties().get("FunctionResponseTypes")).contains("ReportBatchItemFailures"))
            .map(Waking::toString)
            .toList()),

    WHAT_FAILS_FOR_GOOD_ENDS_IN_A_QUEUE(template -> events(template)
            .filter(it -> !it.event.type().equals("HttpApi"))
            .filter(it -> whereFailuresGo(template, it).isEmpty())
            .map(Waking::toString)
            .toList()),

    A_VISIBILITY_TIMEOUT_IS_SIX_TIMES_THE_FUNCTION_TIMEOUT(template -> events(template)
            .filter(it -> it.event.type().equals("SQS"))
            .filter(it -> !(target(it.event.properties().get("Queue"))
                                    .map(template::properties)
                                    .orElse(Map.of())
                                    .get("VisibilityTimeout")
                            instanceof Integer visibility
                    && it.function.properties().get("Timeout") instanceof Integer timeout
                    && visibility >= 6 * timeout))
            .map(Waking::toString)
            .toList()),

    NO_TWO_FUNCTIONS_SHARE_A_ROLE(template ->
            shared(template, function -> target(function.properties().get("Role")))),

    EVERY_FUNCTION_HAS_ITS_OWN_LOG_WITH_AN_END(template -> {
        var problems = new ArrayList<>(shared(template, function -> logGroup(function)));
        template.functions().stream()
                .filter(function -> logGroup(function)
                        .filter(log -> template.properties(log).containsKey("RetentionInDays"))
                        .isEmpty())
                .forEach(function -> problems.add(function.id()));
        return problems;
    }),

    NO_ROLE_MAY_DO_EVERYTHING(template -> statements(template)
            .flatMap(it -> list(it.statement.get("Action")).stream()
                    .filter(action -> action.toString().contains("*"))
                    .map(action -> it.role + ": " + action))
            .toList()),

    NO_ROLE_MAY_REACH_EVERYTHING(template -> statements(template)
            .filter(it -> list(it.statement.get("Resource")).isEmpty()
                    || list(it.statement.get("Resource")).stream()
                            .anyMatch(resource -> isTooWide(resource, list(it.statement.get("Action")))))
            .map(Permission::toString)
            .toList()),

    ROLES_ARE_WRITTEN_OUT(template -> {
        var problems = new ArrayList<String>();
        template.functions().stream()
                .filter(function -> function.properties().containsKey("Policies"))
                .forEach(function -> problems.add(function.id()));
        template.idsOf("AWS::IAM::Role").stream()
                .filter(role -> template.properties(role).containsKey("ManagedPolicyArns"))
                .forEach(problems::add);
        events(template)
                .filter(it -> it.event.type().equals("ScheduleV2"))
                .filter(it -> target(it.event.properties().get("RoleArn")).isEmpty())
                .forEach(it -> problems.add(it.toString()));
        return problems;
    }),

    NO_TWO_FUNCTIONS_ANSWER_ONE_ROUTE(template -> {
        var seen = new HashSet<Object>();
        return events(template)
                .filter(it -> it.event.type().equals("HttpApi"))
                .filter(it -> !seen.add(it.event.properties().get("Method") + " "
                        + it.event.properties().get("Path")))
                .map(Waking::toString)
                .toList();
    }),

    ADMIN_ROUTES_ASK_WHO_IT_IS(template -> events(template)
            .filter(it -> String.valueOf(it.event.properties().get("Path")).startsWith("/admin"))
            .filter(it -> !map(it.event.properties().get("Auth")).containsKey("Authorizer"))
            .map(Waking::toString)
            .toList()),

    EVERY_TABLE_CAN_BE_RESTORED(template -> template.idsOf("AWS::DynamoDB::Table").stream()
            .filter(table ->
                    !Boolean.TRUE.equals(map(template.properties(table).get("PointInTimeRecoverySpecification"))
                                    .get("PointInTimeRecoveryEnabled"))
                            || !template.properties(table).containsKey("DeletionProtectionEnabled"))
            .toList()),

    IT_WORKS_IN_EVERY_PARTITION(template -> texts(template.content())
            .filter(text -> text.contains("arn:aws")
                    || text.contains("amazonaws.com") && !text.matches("[a-z0-9]+\\.amazonaws\\.com"))
            .toList()),

    EVERY_PARAMETER_AND_CONDITION_IS_USED(template -> {
        var names = new ArrayList<>(template.parameters().keySet());
        names.addAll(map(template.content().get("Conditions")).keySet());
        var used = new HashSet<String>();
        template.content().entrySet().stream()
                .filter(section -> !section.getKey().equals("Parameters"))
                .flatMap(section -> texts(section.getValue()))
                .forEach(text -> names.stream()
                        .filter(name -> text.equals(name) || text.contains("${" + name + "}"))
                        .forEach(used::add));
        names.removeAll(used);
        return names;
    });

    private final Function<Template, List<String>> rule;

    TemplateRules(Function<Template, List<String>> rule) {
        this.rule = rule;
    }

    List<String> brokenBy(Template template) {
        return rule.apply(template);
    }

    private record Waking(yunhe.checks.Function function, yunhe.checks.Function.Event event) {
        @Override
        public String toString() {
            return function.id() + "." + event.name();
        }
    }

    private record Permission(String role, Map<String, Object> statement) {}

    private static Stream<Waking> events(Template template) {
        return template.functions().stream()
                .flatMap(function -> function.events().stream().map(event -> new Waking(function, event)));
    }

    private static Optional<String> whereFailuresGo(Template template, Waking it) {
        var properties = it.event.properties();
        var function = map(it.function.properties().get("EventInvokeConfig"));
        var queue = switch (it.event.type()) {
            case "DynamoDB" -> onFailure(properties);
            case "SQS" ->
                target(properties.get("Queue"))
                        .flatMap(
                                source -> target(map(template.properties(source).get("RedrivePolicy"))
                                        .get("deadLetterTargetArn")));
            // The scheduler does not wait for the function: what the function fails at goes another way.
            case "ScheduleV2" ->
                target(map(properties.get("DeadLetterConfig")).get("Arn")).flatMap(ignored -> onFailure(function));
            default -> Optional.<String>empty();
        };
        return queue.filter(id -> template.idsOf("AWS::SQS::Queue").contains(id));
    }

    private static Optional<String> onFailure(Map<String, Object> of) {
        return target(map(map(of.get("DestinationConfig")).get("OnFailure")).get("Destination"));
    }

    private static Optional<String> logGroup(yunhe.checks.Function function) {
        return target(map(function.properties().get("LoggingConfig")).get("LogGroup"));
    }

    /** Functions whose resource is missing or is another function's as well. */
    private static List<String> shared(Template template, Function<yunhe.checks.Function, Optional<String>> resource) {
        var seen = new HashSet<String>();
        return template.functions().stream()
                .filter(function -> resource.apply(function)
                        .filter(template.resources()::containsKey)
                        .filter(seen::add)
                        .isEmpty())
                .map(yunhe.checks.Function::id)
                .toList();
    }

    private static Stream<Permission> statements(Template template) {
        return template.idsOf("AWS::IAM::Role").stream()
                .flatMap(role -> list(template.properties(role).get("Policies")).stream()
                        .flatMap(policy ->
                                list(map(map(policy).get("PolicyDocument")).get("Statement")).stream())
                        .flatMap(TemplateRules::whicheverHolds)
                        .map(statement -> new Permission(role, map(statement))));
    }

    /** What a condition may give or leave out counts as given. */
    private static Stream<Object> whicheverHolds(Object statement) {
        var choice = list(map(statement).get("Fn::If"));
        return choice.isEmpty()
                ? Stream.of(statement)
                : choice.stream().skip(1).filter(it -> !"AWS::NoValue".equals(map(it).get("Ref")));
    }

    private static boolean isTooWide(Object resource, List<Object> actions) {
        if (actions.equals(List.of("sns:Publish")) && resource.equals("*")) {
            return false; // An SMS goes to a number, which is no resource.
        }
        return texts(resource)
                .anyMatch(text -> text.contains("*")
                        && !(actions.equals(List.of("dynamodb:ListStreams")) && text.endsWith("Table.Arn}/stream/*")));
    }

    private static Stream<String> texts(Object value) {
        return switch (value) {
            case String text -> Stream.of(text);
            case Map<?, ?> map ->
                Stream.concat(map.keySet().stream(), map.values().stream()).flatMap(TemplateRules::texts);
            case Collection<?> all -> all.stream().flatMap(TemplateRules::texts);
            case null, default -> Stream.empty();
        };
    }
}
