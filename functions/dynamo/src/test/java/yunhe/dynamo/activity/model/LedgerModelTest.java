package yunhe.dynamo.activity.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerModelTest {
    @ParameterizedTest
    @EnumSource
    void everything_holds_whatever_the_order_of_calls_and_whoever_stops(Situation situation) {
        Walk.Result result = Walk.through(situation.without(null));

        assertNull(result.broken(), result::toString);
    }

    /** The control: a walk that finds nothing wrong is worth as much as the faults that it does find. */
    @ParameterizedTest
    @EnumSource
    void something_breaks_without(Safeguard safeguard) {
        Walk.Result result = Walk.through(safeguard.situation.without(safeguard));

        assertEquals(safeguard.breaks, result.broken(), result::toString);
    }
}
