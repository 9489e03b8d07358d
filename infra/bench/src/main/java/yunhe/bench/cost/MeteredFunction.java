package yunhe.bench.cost;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import yunhe.local.functions.Handlers;
import yunhe.local.functions.LocalFunction;
import yunhe.testkit.UnitMeter;
import yunhe.testkit.template.Resource;

/** One function of the template behind meters of its own. All functions share one thread, so that nothing overlaps. */
final class MeteredFunction implements RequestHandler<Object, @Nullable Object> {

    /** What all functions are given. */
    record World(DynamoDbClient store, SqsClient queue, Clock clock, RandomGenerator random, ExecutorService thread) {}

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final World world;
    private final UnitMeter meter;
    private final LocalFunction real;
    private long invocations;
    private long queueCalls;
    private long ownNanos;
    private Spent before = Spent.NOTHING;

    MeteredFunction(World world, Resource function) {
        this.world = world;
        this.meter = new UnitMeter(world.store());
        this.real = new Handlers(
                        outside(DynamoDbClient.class, meter.client(), () -> {}),
                        outside(SqsClient.class, world.queue(), () -> queueCalls++),
                        world.clock(),
                        world.random())
                .build(function);
    }

    @Override
    public @Nullable Object handleRequest(Object event, @Nullable Context context) {
        return CompletableFuture.supplyAsync(() -> timed(event), world.thread()).join();
    }

    private @Nullable Object timed(Object event) {
        invocations++;
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            return real.invoke(event).orElse(null);
        } finally {
            ownNanos += THREADS.getCurrentThreadCpuTime() - start;
        }
    }

    /** Since the last time that it was asked. */
    Spent taken() {
        var now = new Spent(
                invocations,
                meter.writeUnits(),
                meter.readUnits(),
                meter.writes() + meter.reads(),
                queueCalls,
                ownNanos / 1e6);
        var taken = now.minus(before);
        before = now;
        return taken;
    }

    /** A client whose time is not the function's own: on the service it is a wait. */
    private <T> T outside(Class<T> type, T client, Runnable count) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean isShorthand = arguments != null
                            && (arguments[0] instanceof Consumer
                                    || method.getName().endsWith("Paginator"));
                    if (isShorthand) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    count.run();
                    return untimed(client, method, arguments);
                }));
    }

    @SuppressWarnings("NullAway") // Proxies pass null for methods without arguments.
    private Object untimed(Object client, Method method, Object[] arguments) throws Throwable {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        } finally {
            ownNanos -= THREADS.getCurrentThreadCpuTime() - start;
        }
    }
}
