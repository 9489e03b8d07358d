package yunhe.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the door for a request: {@code GET /gatherings/{id}/registrations/{rid}} and the like. */
public final class Router {

    private final List<Route> routes;

    private Router(List<Route> routes) {
        this.routes = routes;
    }

    public static Builder routes() {
        return new Builder();
    }

    /** An unknown path is 404, another method 405 with {@code Allow}. HEAD is answered as GET. */
    public Reply answer(Request request) {
        var segments = split(request.path());
        var matching =
                closest(routes.stream().filter(route -> route.matches(segments)).toList());
        if (matching.isEmpty()) {
            throw Problem.of(ProblemCode.NOT_FOUND).exception();
        }
        var method = request.method().equals("HEAD") ? "GET" : request.method();
        return matching.stream()
                .filter(route -> route.method().equals(method))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED)
                        .withHeader("allow", allowed(matching))
                        .exception())
                .answer(request, segments);
    }

    /** {@code /registrations/resend} is not a registration of that name, whatever the method. */
    private static List<Route> closest(List<Route> matching) {
        var literals = matching.stream().mapToLong(Route::literals).max().orElse(0);
        return matching.stream().filter(route -> route.literals() == literals).toList();
    }

    private static String allowed(List<Route> matching) {
        var methods = matching.stream().map(Route::method).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    private static List<String> split(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    /** Answers a request on one route. */
    @FunctionalInterface
    public interface Door {
        Reply answer(Request request, PathParameters path);
    }

    /** The parts of a path that stand for {@code {names}}. */
    public record PathParameters(Map<String, String> values) {

        public static PathParameters of(String name, String value, String otherName, String otherValue) {
            return new PathParameters(Map.of(name, value, otherName, otherValue));
        }

        public String get(String name) {
            return Optional.ofNullable(values.get(name))
                    .orElseThrow(() -> new IllegalStateException("the route has no {" + name + "}"));
        }
    }

    /** Collects routes. */
    public static final class Builder {

        private final List<Route> routes = new ArrayList<>();

        private Builder() {}

        /** @param route method, space, path */
        public Builder on(String route, Door door) {
            int space = route.indexOf(' ');
            routes.add(new Route(route.substring(0, space), split(route.substring(space + 1)), door));
            return this;
        }

        public Router build() {
            return new Router(List.copyOf(routes));
        }
    }

    private record Route(String method, List<String> segments, Door door) {

        boolean matches(List<String> path) {
            if (path.size() != segments.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (isName(segments.get(i))
                        ? path.get(i).isEmpty()
                        : !segments.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }

        long literals() {
            return segments.stream().filter(segment -> !isName(segment)).count();
        }

        Reply answer(Request request, List<String> path) {
            var values = new HashMap<String, String>();
            for (int i = 0; i < path.size(); i++) {
                var segment = segments.get(i);
                if (isName(segment)) {
                    values.put(segment.substring(1, segment.length() - 1), path.get(i));
                }
            }
            return door.answer(request, new PathParameters(Map.copyOf(values)));
        }

        private static boolean isName(String segment) {
            return segment.startsWith("{") && segment.endsWith("}");
        }
    }
}
