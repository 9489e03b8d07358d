package yunhe.local.functions;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import yunhe.core.shared.Environment;
import yunhe.testkit.template.Resource;
import yunhe.testkit.template.TemplateException;
import yunhe.testkit.template.Tree;

/** Builds functions: each gets its own variables, and the clients that its constructor asks for. */
public final class Handlers {
    private final DynamoDbClient store;
    private final SqsClient queues;
    private final Clock clock;
    private final RandomGenerator random;

    public Handlers(DynamoDbClient store, SqsClient queues, Clock clock, RandomGenerator random) {
        this.store = store;
        this.queues = queues;
        this.clock = clock;
        this.random = random;
    }

    public LocalFunction build(Resource function) {
        String handler = Tree.text(function.properties(), "Handler", function.where());
        Duration timeout = Duration.ofSeconds(Tree.number(function.properties(), "Timeout", 3));
        return new LocalFunction(function.logicalId(), instance(handler, function), timeout);
    }

    private RequestHandler<?, ?> instance(String handler, Resource function) {
        Class<?> type = load(handler.replaceFirst("::.*$", ""), function);
        Map<Class<?>, Object> supplies = new HashMap<>();
        supplies.put(Environment.class, new Environment(variables(function), clock, random));
        supplies.put(DynamoDbClient.class, store);
        supplies.put(SqsClient.class, queues);
        Constructor<?> constructor = Arrays.stream(type.getConstructors())
                .filter(candidate -> supplies.keySet().containsAll(Arrays.asList(candidate.getParameterTypes())))
                .max(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow(() -> new TemplateException(function.where() + ": " + type.getName()
                        + " has no public constructor of Environment, DynamoDbClient and SqsClient"));
        Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                .map(supplies::get)
                .toArray();
        try {
            if (constructor.newInstance(arguments) instanceof RequestHandler<?, ?> built) {
                return built;
            }
            throw new TemplateException(function.where() + ": " + type.getName() + " is no RequestHandler");
        } catch (InvocationTargetException failed) {
            Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
            throw new TemplateException(function.where() + ": " + cause, cause);
        } catch (ReflectiveOperationException cause) {
            throw new TemplateException(function.where() + ": cannot build " + type.getName(), cause);
        }
    }

    private static Class<?> load(String name, Resource function) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new TemplateException(function.where() + ": there is no class " + name, missing);
        }
    }

    private static Map<String, String> variables(Resource function) {
        Map<String, Object> environment = Tree.map(function.properties().get("Environment"), function.where());
        Map<String, String> variables = new HashMap<>();
        Tree.map(Optional.ofNullable(environment.get("Variables")).orElse(Map.of()), function.where())
                .forEach((name, value) -> variables.put(name, String.valueOf(value)));
        return Map.copyOf(variables);
    }
}
