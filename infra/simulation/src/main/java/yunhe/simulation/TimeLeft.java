package yunhe.simulation;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What Lambda tells a function about one call; here only how much time is left. */
final class TimeLeft {

    private TimeLeft() {}

    static Context until(Instant deadline, Clock clock) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getRemainingTimeInMillis")) {
                        return (int) Duration.between(clock.instant(), deadline).toMillis();
                    }
                    throw new UnsupportedOperationException("no function asks for " + method.getName());
                });
    }
}
