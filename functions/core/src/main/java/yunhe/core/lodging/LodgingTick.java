package yunhe.core.lodging;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import yunhe.core.agenda.Budget;
import yunhe.core.shared.Log;

/**
 * One tick of the schedule: ends what was held for long enough, and sweeps the stations whose hour has come. With
 * nothing due it asks the store twice, however many stays there are.
 */
public final class LodgingTick {

    private static final int HOLDS_AT_ONCE = 100;

    private final Stations stations;
    private final Stays stays;
    private final Clock clock;
    private final EndStay endStay;
    private final Sweep sweep;

    public LodgingTick(Stations stations, Stays stays, Clock clock) {
        this.stations = stations;
        this.stays = stays;
        this.clock = clock;
        this.endStay = new EndStay(stations, stays, clock);
        this.sweep = new Sweep(stations, stays, clock);
    }

    /** Returns how many stays and stations it looked after. What it has no time for is the next one's. */
    public int run(Budget budget) {
        int done = endHolds(budget);
        @Nullable RuntimeException failure = null;
        for (var station : stations.all()) {
            if (budget.isSpent()) {
                break;
            }
            if (clock.instant().isBefore(station.sweepAt())) {
                continue;
            }
            try {
                sweep.sweep(station);
                done++;
            } catch (RuntimeException fault) {
                // One station that cannot be swept must not keep all others from it.
                Log.event(
                        "station.sweep_failed",
                        Map.of(
                                "station", station.id().value(),
                                "exception", fault.getClass().getName()));
                failure = fault;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return done;
    }

    private int endHolds(Budget budget) {
        int done = 0;
        while (!budget.isSpent()) {
            var holds = stays.holdsOver(clock.instant(), HOLDS_AT_ONCE);
            for (var hold : holds) {
                // A hold that was noted anew has an entry of its own.
                stays.find(hold.stay()).ifPresent(endStay::expire);
                stays.forget(hold);
                done++;
            }
            if (holds.size() < HOLDS_AT_ONCE) {
                break;
            }
        }
        return done;
    }
}
