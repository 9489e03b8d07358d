package yunhe.testkit.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkerTest {

    private final List<Integer> steps = IntStream.range(0, 200).boxed().toList();

    @Test
    void only_what_is_needed_stays_in_its_order() {
        assertEquals(
                List.of(3, 77, 150), Shrinker.shortest(steps, left -> left.containsAll(List.of(3, 77, 150)), 1_000));
    }

    @Test
    void what_fails_without_any_step_has_the_empty_history() {
        assertEquals(List.of(), Shrinker.shortest(steps, left -> true, 1_000));
    }

    @Test
    void when_it_may_not_try_on_it_answers_what_it_has() {
        assertEquals(100, Shrinker.shortest(steps, left -> true, 1).size());
    }
}
