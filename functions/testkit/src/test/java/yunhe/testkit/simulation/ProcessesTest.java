package yunhe.testkit.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessesTest {

    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2041-04-01T00:00:00Z"));
    private final Processes processes = new Processes(clock);
    private final List<String> calls = new ArrayList<>();

    @Test
    void whoever_resumes_them_decides_how_two_interleave() {
        var one = start("one", List.of());
        var other = start("other", List.of());
        processes.resume(other);
        processes.resume(one);
        processes.finish(other);
        processes.finish(one);
        assertEquals(List.of("other 1", "one 1", "other 2", "one 2"), calls);
    }

    @Test
    void one_that_dies_before_a_call_has_not_made_it() {
        var process = start("one", List.of(new Fault(2, Fault.Kind.DIES_BEFORE)));
        processes.finish(process);
        assertTrue(process.isDead());
        assertEquals(List.of("one 1"), calls);
    }

    @Test
    void one_that_dies_after_a_call_has_made_it_and_no_other() {
        var process = start("one", List.of(new Fault(1, Fault.Kind.DIES_AFTER)));
        processes.finish(process);
        assertTrue(process.isDead());
        assertEquals(List.of("one 1"), calls);
    }

    @Test
    void one_whose_time_is_over_makes_no_further_call() {
        var process = start("one", List.of());
        processes.resume(process);
        clock.advance(Duration.ofSeconds(11));
        processes.finish(process);
        assertTrue(process.isDead());
        assertEquals(List.of("one 1"), calls);
    }

    @Test
    void what_it_throws_is_kept() {
        var process = processes.start("one", Duration.ofSeconds(10), List.of(), () -> {
            throw new IllegalStateException("wrong");
        });
        assertTrue(process.isOver());
        assertFalse(process.isDead());
        assertEquals("wrong", process.failure().orElseThrow().getMessage());
    }

    private Invocation start(String name, List<Fault> faults) {
        return processes.start(name, Duration.ofSeconds(10), faults, () -> {
            call(name + " 1");
            call(name + " 2");
        });
    }

    private void call(String name) {
        try {
            processes.call(fault -> calls.add(name));
        } catch (RuntimeException | Error expected) {
            throw expected;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
