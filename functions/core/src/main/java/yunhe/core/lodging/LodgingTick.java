package yunhe.core.lodging;

import java.time.Clock;
import yunhe.core.agenda.Budget;

/**
 * One tick of the schedule: ends what was held for long enough, and sweeps the stations whose hour has come. With
 * nothing due it asks the store twice, however many stays there are.
 */
public final class LodgingTick {

    private static final int HOLDS_AT_ONCE = 500;

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
        var failures = new Failures("lodging.tick_failed");
        int done = endHolds(budget, failures);
        for (var station : stations.all()) {
            if (budget.isSpent()) {
                break;
            }
            if (!clock.instant().isBefore(station.sweepAt())) {
                failures.guard(station.id().value(), () -> sweep.sweep(station));
                done++;
            }
        }
        failures.orThrow();
        return done;
    }

    private int endHolds(Budget budget, Failures failures) {
        int done = 0;
        var holds = stays.holdsOver(clock.instant(), HOLDS_AT_ONCE);
        for (var hold : holds) {
            if (budget.isSpent()) {
                break;
            }
            // A hold that was noted anew has an entry of its own. One that fails stays for the next tick.
            failures.guard(hold.stay().value(), () -> {
                stays.find(hold.stay()).ifPresent(endStay::expire);
                stays.forget(hold);
            });
            done++;
        }
        return done;
    }
}
