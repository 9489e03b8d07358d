package yunhe.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yunhe.testkit.EmbeddedStore;

/** The control of {@link SimulationTest}: whatever somebody could do wrong, its rules notice. */
class MistakeTest {

    /** The first of the seeds that shows a mistake, where that is not soon: saves the time for those before it. */
    private static final Map<Mistake, Long> CAUGHT_BY = Map.of(
            Mistake.FENCE_IS_NOT_PUT_UP, 44L,
            Mistake.CANCELLATION_KEEPS_THE_MARK, 17L,
            Mistake.CANCELLED_ACTIVITY_TAKES_NEWCOMERS, 38L,
            Mistake.CANCELLED_ACTIVITY_MOVES_PEOPLE_UP, 73L,
            Mistake.GATE_OPENS_BEFORE_A_LINE, 15L,
            Mistake.CLAIM_IS_NOT_WAITED_FOR, 12L,
            Mistake.NOTICE_KEY_WITHOUT_VERSION, 8L,
            Mistake.OUTBOX_FORGETS_WHAT_FAILED, 7L);

    /** More than are run without a mistake: another history may show it later, and it must be shown. */
    private static final int SEEDS_MAX = 400;

    private static final EmbeddedStore STORE = EmbeddedStore.start();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void a_mistake_is_caught(Mistake mistake) {
        var made = new AtomicInteger();
        var seeds = LongStream.concat(
                        LongStream.of(CAUGHT_BY.getOrDefault(mistake, 1L)), LongStream.rangeClosed(1, SEEDS_MAX))
                .toArray();
        for (long seed : seeds) {
            var plan = Planner.plan(seed, SimulationTest.PEOPLE);
            var outcome = Soak.quietly(() -> Simulation.run(STORE, plan, mistake.tampering(made)));
            if (!outcome.isGood()) {
                System.out.println(mistake + " is caught by seed " + seed + ": "
                        + outcome.violations().getFirst());
                assertTrue(made.get() > 0, "something else is wrong: " + outcome.violations());
                return;
            }
        }
        fail(mistake + " was made " + made + " times, and nobody noticed");
    }
}
