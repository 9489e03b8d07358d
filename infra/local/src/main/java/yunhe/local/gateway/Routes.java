package yunhe.local.gateway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All routes, most specific first. */
final class Routes {
    record Match(Route route, Map<String, String> pathParameters) {}

    private final List<Route> routes;

    Routes(List<Route> routes) {
        this.routes =
                routes.stream().sorted(Comparator.comparing(Route::specificity)).toList();
    }

    Optional<Match> find(String method, String path) {
        List<String> segments = segments(path);
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.takes(method) ? route.match(segments) : Optional.empty();
            if (variables.isPresent()) {
                return Optional.of(new Match(route, variables.get()));
            }
        }
        return Optional.empty();
    }

    /** The root has none; a slash at the end makes an empty last one. */
    static List<String> segments(String path) {
        String inner = path.startsWith("/") ? path.substring(1) : path;
        return inner.isEmpty() ? List.of() : new ArrayList<>(Arrays.asList(inner.split("/", -1)));
    }
}
