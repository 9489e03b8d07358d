package yunhe.testkit.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A store that only this simulation writes to: every call waits for its turn, may go wrong, and what it changes is
 * written down. The real store does the work, so that conditions mean here what they mean there.
 */
public final class SimulatedStore {

    private final DynamoDbClient real;
    private final Processes processes;
    private final SimulatedClock clock;
    private final DynamoDbClient client;
    private final TreeMap<ItemKey, Image> items = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final StoreFaults faults = new StoreFaults();
    private final Map<Invocation, Long> lookedAfter = new HashMap<>();
    private long calls;
    private long writes;

    public SimulatedStore(DynamoDbClient real, Processes processes, SimulatedClock clock) {
        this.real = real;
        this.processes = processes;
        this.clock = clock;
        this.client = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this::invoke);
    }

    public DynamoDbClient client() {
        return client;
    }

    /** Everything that was written, in order. */
    public List<Change> changes() {
        return Collections.unmodifiableList(changes);
    }

    /** The number of the last change. */
    public long lastChange() {
        return changes.size();
    }

    /** Everything that is stored now. */
    public SequencedMap<ItemKey, Image> items() {
        return Collections.unmodifiableSequencedMap(items);
    }

    public long calls() {
        return calls;
    }

    /** Leaves the real store as it was, for the next simulation. */
    public void clear() {
        for (var key : items.keySet()) {
            real.deleteItem(it -> it.tableName(key.table()).key(key.attributes()));
        }
        items.clear();
    }

    private @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean isShorthand = arguments != null && arguments[0] instanceof Consumer
                || method.getName().endsWith("Paginator");
        if (method.isDefault() && isShorthand) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        if (!method.isDefault() || arguments == null) {
            return call(method, arguments);
        }
        return processes.call(fault -> make(method, arguments, fault));
    }

    private Object make(Method method, Object[] arguments, Optional<Fault.Kind> fault) throws Throwable {
        calls++;
        var request = arguments[0];
        if (request instanceof QueryRequest) {
            processes.current().ifPresent(it -> lookedAfter.put(it, lastChange()));
        }
        faults.before(request, fault);
        var answer = write(method, arguments);
        if (fault.equals(Optional.of(Fault.Kind.REPEATED)) && faults.mayBeRepeated(request)) {
            answer = write(method, arguments);
        }
        faults.after(fault);
        return answer;
    }

    private Object write(Method method, Object[] arguments) throws Throwable {
        var answer = call(method, arguments);
        var touched = Touched.by(arguments[0]);
        if (!touched.isEmpty()) {
            writes++;
            touched.forEach(this::noteChange);
        }
        return answer;
    }

    private void noteChange(ItemKey key) {
        var read = real.getItem(
                it -> it.tableName(key.table()).key(key.attributes()).consistentRead(true));
        var before = Optional.ofNullable(items.get(key));
        var after = read.hasItem() ? Optional.of(new Image(read.item())) : Optional.<Image>empty();
        // As with the real stream: a write that changes nothing is not told.
        if (!before.equals(after)) {
            after.ifPresentOrElse(image -> items.put(key, image), () -> items.remove(key));
            changes.add(new Change(changes.size() + 1L, writes, clock.instant(), key, before, after, writer()));
        }
    }

    private Change.Writer writer() {
        var by = processes.current();
        return new Change.Writer(
                by, by.map(it -> lookedAfter.getOrDefault(it, 0L)).orElse(0L));
    }

    @SuppressWarnings("NullAway") // Proxies get null for no arguments, and a method without an answer gives null.
    private Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
