package yunhe.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of what was measured, so that one disturbed round moves nothing. */
final class Medians {

    private Medians() {}

    static double of(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    static <T> double of(List<T> values, ToDoubleFunction<T> part) {
        return of(values.stream().map(part::applyAsDouble).toList());
    }
}
