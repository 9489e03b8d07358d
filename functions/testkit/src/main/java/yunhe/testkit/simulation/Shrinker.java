package yunhe.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks for a short history that still fails, by leaving out ever smaller parts of it (after Zeller and Hildebrandt,
 * "Simplifying and isolating failure-inducing input").
 */
public final class Shrinker {

    private Shrinker() {}

    /** @param triesMax how often it may be tried; what is found by then is answered */
    public static <T> List<T> shortest(List<T> steps, Predicate<List<T>> stillFails, int triesMax) {
        var shortest = List.copyOf(steps);
        int tries = 0;
        for (int size = Math.max(1, steps.size() / 2); size >= 1; ) {
            boolean shorter = false;
            for (int from = 0; from < shortest.size() && tries < triesMax; ) {
                var candidate = without(shortest, from, Math.min(shortest.size(), from + size));
                tries++;
                if (stillFails.test(candidate)) {
                    shortest = candidate;
                    shorter = true;
                } else {
                    from += size;
                }
            }
            if (tries >= triesMax || size == 1 && !shorter) {
                return shortest;
            }
            size = size == 1 ? 1 : size / 2;
        }
        return shortest;
    }

    private static <T> List<T> without(List<T> steps, int from, int to) {
        var left = new ArrayList<>(steps.subList(0, from));
        left.addAll(steps.subList(to, steps.size()));
        return List.copyOf(left);
    }
}
