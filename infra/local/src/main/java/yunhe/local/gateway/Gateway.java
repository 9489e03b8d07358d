package yunhe.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yunhe.local.delivery.Activity;

/** Answers requests as the HTTP API does: finds the route, asks the authorizer, calls the function. */
final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    /**
     * On the service every request has a machine of its own. Here they share cores and a store that takes one write at
     * a time: more at once only get in each other's way.
     */
    private static final int AT_ONCE_MAX = 2 * Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Semaphore atOnce = new Semaphore(AT_ONCE_MAX, true);
    private final Routes routes;
    private final GatewayEvents events;
    private final Optional<RateLimit> limit;
    private final Activity activity;

    Gateway(List<Route> routes, Clock clock, Optional<RateLimit> limit, Activity activity) {
        this.activity = activity;
        this.routes = new Routes(routes);
        this.events = new GatewayEvents(clock);
        this.limit = limit;
    }

    Reply answer(Incoming request) {
        Optional<Routes.Match> match = routes.find(request.method(), request.path());
        if (match.isEmpty()) {
            return Reply.message(404, "Not Found");
        }
        if (limit.isPresent() && !limit.get().admits()) {
            return Reply.message(429, "Too Many Requests");
        }
        Optional<JwtAuthorizer> authorizer = match.get().route().authorizer();
        if (authorizer.isEmpty()) {
            return call(match.get().route(), events.event(request, match.get(), Optional.empty()));
        }
        Optional<Map<String, String>> claims = authorizer.get().claims(header(request, "authorization"));
        return claims.isPresent()
                ? call(match.get().route(), events.event(request, match.get(), claims))
                : Reply.message(401, "Unauthorized").with("www-authenticate", "Bearer");
    }

    private Reply call(Route route, APIGatewayV2HTTPEvent event) {
        activity.requestBegins();
        atOnce.acquireUninterruptibly();
        try {
            return route.function().invoke(event).map(FunctionReplies::of).orElseGet(FunctionReplies::fault);
        } catch (RuntimeException | Error fault) {
            LOG.error("{} failed", route.function().logicalId(), fault);
            return FunctionReplies.fault();
        } finally {
            atOnce.release();
            activity.requestEnds();
        }
    }

    private static @Nullable String header(Incoming request, String name) {
        return request.headers().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
