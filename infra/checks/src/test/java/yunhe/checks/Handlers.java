package yunhe.checks;

import static yunhe.checks.Template.map;
import static yunhe.checks.Template.target;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import yunhe.core.shared.Environment;
import yunhe.web.HttpHandler;

/** Holds the handlers that a template names against the template. Each method answers with what is wrong. */
record Handlers(Template template) {

    /** For parameters without a default, and for one that is empty only where it is not needed. */
    private static final Map<String, String> SAMPLES =
            Map.of("OidcIssuer", "https://issuer.example.org", "SmtpHost", "mail.example.org");

    List<String> inTheWrongPlace() {
        return problems((function, problems) -> {
            var module = function.module();
            if (!Template.ROOT
                    .resolve("functions/" + module + "/pom.xml")
                    .toFile()
                    .isFile()) {
                problems.add("is not made by a module: " + function.codeUri());
            }
            if (!function.handlerClass().startsWith("yunhe." + module + ".")) {
                problems.add("is not in " + module);
            }
        });
    }

    List<String> ofTheWrongType() {
        return problems((function, problems) -> {
            var handler = typeOf(function);
            if (!RequestHandler.class.isAssignableFrom(handler)) {
                problems.add("is not a RequestHandler");
            }
            // The one that Lambda calls; a missing one is an exception.
            if (!Modifier.isPublic(handler.getConstructor().getModifiers())) {
                problems.add("cannot be made by Lambda");
            }
            if (Arrays.stream(handler.getMethods()).noneMatch(it -> it.getName().equals(function.handlerMethod()))) {
                problems.add("has no " + function.handlerMethod());
            }
            var method = handleRequest(handler);
            for (var event : function.events()) {
                if (!fits(event.type(), method)) {
                    problems.add("cannot be woken by " + event.type() + ": " + method);
                }
            }
        });
    }

    /** What a function rehearses before it is kept as a snapshot has to be what it does. */
    List<String> rehearsedInVain() {
        // Lambda says it to every function; a client that is built, though not used, asks.
        System.setProperty("aws.region", Region.EU_CENTRAL_1.id());
        return problems((function, problems) -> {
            var handler = typeOf(function);
            if (HttpHandler.class.isAssignableFrom(handler)) {
                var rehearse = handler.getDeclaredMethod("rehearse", Environment.class);
                rehearse.setAccessible(true);
                var environment = new Environment(variables(function), Clock.systemUTC(), new Random(1));
                var status = (int) rehearse.invoke(null, environment);
                if (status >= 400) {
                    problems.add("rehearses what is answered with " + status);
                }
            }
        });
    }

    private Map<String, String> variables(Function function) {
        var variables = new HashMap<String, String>();
        function.variables().forEach((name, value) -> variables.put(name, sample(value)));
        return variables;
    }

    List<String> withOtherVariables() {
        return problems((function, problems) -> {
            var variables = variables(function);
            var read = new TreeSet<String>();
            make(typeOf(function), new Environment(new Recording(variables, read), Clock.systemUTC(), new Random(1)));
            var unset = new TreeSet<>(read);
            unset.removeAll(variables.keySet());
            unset.forEach(name -> problems.add("reads " + name + ", which is not set"));
            var unread = new TreeSet<>(variables.keySet());
            unread.removeAll(read);
            unread.forEach(name -> problems.add("does not read " + name));
        });
    }

    private interface Look {
        void at(Function function, List<String> problems) throws ReflectiveOperationException;
    }

    private List<String> problems(Look look) {
        var all = new ArrayList<String>();
        for (var function : template.functions()) {
            var problems = new ArrayList<String>();
            try {
                look.at(function, problems);
            } catch (InvocationTargetException cause) {
                problems.add("cannot be made: " + cause.getCause());
            } catch (ReflectiveOperationException cause) {
                problems.add(cause.toString());
            }
            problems.forEach(problem -> all.add(function.id() + " " + problem));
        }
        return all;
    }

    private static Class<?> typeOf(Function function) throws ClassNotFoundException {
        return Class.forName(function.handlerClass());
    }

    private static Method handleRequest(Class<?> handler) throws NoSuchMethodException {
        return Arrays.stream(handler.getMethods())
                .filter(method -> method.getName().equals("handleRequest") && !method.isBridge())
                .filter(method -> method.getParameterCount() == 2 && method.getParameterTypes()[1] == Context.class)
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException("handleRequest"));
    }

    private static boolean fits(String event, Method method) {
        var input = method.getParameterTypes()[0];
        var output = method.getReturnType();
        return switch (event) {
            case "HttpApi" -> input == APIGatewayV2HTTPEvent.class && output == APIGatewayV2HTTPResponse.class;
            case "DynamoDB" -> input == DynamodbEvent.class && output == StreamsEventResponse.class;
            case "SQS" -> input == SQSEvent.class && output == SQSBatchResponse.class;
            // Nothing of what the scheduler says is needed.
            case "ScheduleV2" -> Set.of(Object.class, Map.class).contains(input);
            default -> false;
        };
    }

    private static Object make(Class<?> handler, Environment environment) throws ReflectiveOperationException {
        for (Constructor<?> constructor : handler.getConstructors()) {
            if (constructor.getParameterCount() > 0 && constructor.getParameterTypes()[0] == Environment.class) {
                return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                        .map(type -> argument(type, environment))
                        .toArray());
            }
        }
        throw new NoSuchMethodException("public constructor with an Environment");
    }

    private static Object argument(Class<?> type, Environment environment) {
        if (type == Environment.class) {
            return environment;
        }
        if (type == DynamoDbClient.class) {
            return DynamoDbClient.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(AnonymousCredentialsProvider.create())
                    .build();
        }
        if (type == SqsClient.class) {
            return SqsClient.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(AnonymousCredentialsProvider.create())
                    .build();
        }
        throw new IllegalArgumentException("a handler takes its environment and clients, not " + type);
    }

    /** A value like the one that the function would be given. */
    private String sample(Object value) {
        var reference = target(value);
        if (reference.isPresent()) {
            var parameter = map(template.parameters().get(reference.get()));
            var otherwise = String.valueOf(parameter.getOrDefault("Default", reference.get()));
            return SAMPLES.getOrDefault(reference.get(), otherwise);
        }
        if (map(value).get("Fn::If") instanceof List<?> choice) {
            return sample(choice.getLast());
        }
        // Secrets and addresses that are put together.
        return map(value).containsKey("Fn::Sub") && value.toString().contains("https://")
                ? "https://yunhe.example.org"
                : value instanceof Map ? "s".repeat(64) : String.valueOf(value);
    }

    /** Remembers what was asked for. */
    private static final class Recording extends AbstractMap<String, String> {
        private final Map<String, String> values;
        private final Set<String> read;

        Recording(Map<String, String> values, Set<String> read) {
            this.values = values;
            this.read = read;
        }

        @Override
        public String get(Object name) {
            read.add((String) name);
            return values.get(name);
        }

        @Override
        public boolean containsKey(Object name) {
            read.add((String) name);
            return values.containsKey(name);
        }

        @Override
        public String getOrDefault(Object name, String otherwise) {
            return containsKey(name) ? get(name) : otherwise;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            throw new UnsupportedOperationException("a function asks for the variables that it needs, by name");
        }
    }
}
