package yunhe.local.gateway;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yunhe.local.delivery.Activity;
import yunhe.local.functions.LocalFunction;

/** The API as the template describes it. */
public final class GatewaySetup {
    private final Clock clock;
    private final Optional<RateLimit> limit;
    private final Activity activity;
    private final List<Route> routes = new ArrayList<>();

    public GatewaySetup(Clock clock, Optional<RateLimit> limit, Activity activity) {
        this.clock = clock;
        this.limit = limit;
        this.activity = activity;
    }

    public void route(String method, String path, LocalFunction function, Optional<JwtAuthorizer> authorizer) {
        routes.add(new Route(method, path, function, authorizer));
    }

    List<Route> routes() {
        return routes;
    }

    Clock clock() {
        return clock;
    }

    Optional<RateLimit> limit() {
        return limit;
    }

    Activity activity() {
        return activity;
    }
}
