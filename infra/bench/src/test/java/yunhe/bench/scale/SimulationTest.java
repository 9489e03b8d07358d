package yunhe.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import yunhe.bench.scale.Recordings.Situation;
import yunhe.bench.scale.Scenario.How;

final class SimulationTest {

    private static final int PEOPLE = 1_800;
    private static final int PLACES = 1_500;

    private static Recordings recordings;
    private static Steps steps;

    @BeforeAll
    static void record() {
        recordings = RealSignUps.record(new SplittableRandom(1));
        steps = Steps.of(recordings);
    }

    @Test
    void a_further_sign_up_is_one_update_and_one_put_of_two_units_in_all() {
        var calls = recordings.of(Situation.FURTHER);
        assertEquals(
                List.of("update shard", "put person"),
                calls.stream().map(StoreCall::text).toList());
        assertEquals(2, calls.stream().mapToInt(StoreCall::writeUnits).sum());
        assertEquals(4, recordings.of(Situation.ONE_TRANSACTION).getFirst().writeUnits());
    }

    @Test
    void nothing_is_simulated_when_the_real_code_calls_otherwise_than_believed() {
        var calls = new HashMap<>(recordings.calls());
        calls.put(Situation.FURTHER, recordings.of(Situation.FIRST_OF_A_PROCESS));
        var other =
                new Recordings(calls, recordings.shardBytes(), recordings.peopleKeys(), recordings.shardsByDefault());
        assertThrows(IllegalStateException.class, () -> Steps.of(other));
    }

    @Test
    void a_shard_with_thirty_marks_costs_two_units() {
        assertEquals(1, steps.shardUnits(16));
        assertEquals(2, steps.shardUnits(30));
    }

    @Test
    void all_places_are_given_and_none_twice() {
        for (var how : How.values()) {
            var result = run(4, how);
            assertEquals(PLACES, result.confirmed(), how.name());
            assertEquals(0, result.gaveUp(), how.name());
        }
    }

    @Test
    void the_ledger_knows_no_conflicts_and_the_transaction_many() {
        assertEquals(0, run(2, How.LEDGER).conflicts());
        assertTrue(run(2, How.TRANSACTION).conflicts() > PLACES);
    }

    @Test
    void four_shards_hold_more_than_one() {
        double one = run(1, How.LEDGER).perSecond();
        double four = run(4, How.LEDGER).perSecond();
        assertTrue(four > 2 * one, four + " a second beside " + one);
    }

    @Test
    void the_same_seed_tells_the_same_story() {
        assertEquals(run(2, How.LEDGER), run(2, How.LEDGER));
    }

    /** Within a second, so that one shard is not enough. */
    private static Result run(int shards, How how) {
        var scenario = new Scenario(PEOPLE, PLACES, shards, Duration.ofSeconds(1), how, false);
        return Simulation.run(scenario, steps, Limits.ofASplitTable(), 1);
    }
}
