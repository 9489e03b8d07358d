package yunhe.local;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.local.delivery.Poller;
import yunhe.local.functions.Handlers;
import yunhe.local.functions.LocalFunction;
import yunhe.local.gateway.GatewaySetup;
import yunhe.local.gateway.JwtAuthorizer;
import yunhe.local.queues.Queues;
import yunhe.local.schedules.Schedules;
import yunhe.local.streams.Streams;
import yunhe.testkit.template.Resource;
import yunhe.testkit.template.Template;
import yunhe.testkit.template.TemplateException;
import yunhe.testkit.template.Tree;

/** Builds every function of the template and connects it to its events. */
final class Wiring {
    /** What events can come from. */
    record Sources(GatewaySetup gateway, Streams streams, Queues queues, Schedules schedules) {}

    private final Template template;
    private final Handlers handlers;
    private final Sources sources;
    private final List<Poller> pollers = new ArrayList<>();
    private final Map<String, JwtAuthorizer> authorizers = new HashMap<>();

    Wiring(Template template, Handlers handlers, Sources sources) {
        this.template = template;
        this.handlers = handlers;
        this.sources = sources;
    }

    /** The pollers, not yet started. */
    List<Poller> connect() {
        for (Resource function : template.ofType("AWS::Serverless::Function")) {
            LocalFunction built = handlers.build(function);
            Tree.map(function.properties().get("Events"), function.where())
                    .forEach((name, event) -> connect(built, name, Tree.map(event, function.where())));
        }
        return pollers;
    }

    private void connect(LocalFunction function, String name, Map<String, Object> event) {
        String where = function.logicalId() + "." + name;
        Map<String, Object> properties = Tree.map(event.get("Properties"), where);
        String type = Tree.text(event, "Type", where);
        switch (type) {
            case "HttpApi" -> route(function, properties, where);
            case "DynamoDB" -> pollers.add(sources.streams().reader(name, properties, function, template));
            case "SQS" -> pollers.add(sources.queues().poller(name, properties, function, template));
            case "ScheduleV2" -> sources.schedules().add(name, properties, function, template);
            default -> throw new TemplateException(where + ": the local runner knows no event of type " + type);
        }
    }

    private void route(LocalFunction function, Map<String, Object> properties, String where) {
        function.expects(APIGatewayV2HTTPEvent.class);
        Map<String, Object> auth = Tree.map(properties.get("Auth"), where);
        Optional<JwtAuthorizer> authorizer = Tree.optional(auth, "Authorizer")
                .filter(name -> !name.equals("NONE"))
                .map(name -> authorizer(Tree.text(properties, "ApiId", where), name));
        sources.gateway()
                .route(
                        Tree.text(properties, "Method", where).toUpperCase(java.util.Locale.ROOT),
                        Tree.text(properties, "Path", where),
                        function,
                        authorizer);
    }

    private JwtAuthorizer authorizer(String api, String name) {
        return authorizers.computeIfAbsent(api + "." + name, key -> {
            Map<String, Object> auth =
                    Tree.map(template.resource(api).properties().get("Auth"), api);
            Map<String, Object> definition =
                    Tree.map(Tree.map(auth.get("Authorizers"), api).get(name), key);
            Map<String, Object> jwt = Tree.map(definition.get("JwtConfiguration"), key);
            List<String> audiences = Tree.list(jwt.get("audience"), key).stream()
                    .map(String::valueOf)
                    .toList();
            return new JwtAuthorizer(Tree.text(jwt, "issuer", key), audiences);
        });
    }
}
