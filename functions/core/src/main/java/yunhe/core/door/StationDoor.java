package yunhe.core.door;

import yunhe.core.checkin.ScanResult;
import yunhe.core.door.CheckIn.Scan;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.StayArrival;
import yunhe.core.lodging.StayId;
import yunhe.core.shared.Environment;

/** Admits guests to their station. Whether the ticket still admits is decided by the write that checks them in. */
public final class StationDoor {

    private final Stations stations;
    private final StayArrival arrival;
    private final Environment environment;

    public StationDoor(Stations stations, StayArrival arrival, Environment environment) {
        this.stations = stations;
        this.arrival = arrival;
        this.environment = environment;
    }

    ScanAnswer scan(StayId ticket, Scan scan) {
        if (scan.isElsewhere(ticket.station().value())) {
            return stations.find(ticket.station())
                    .map(station -> ScanAnswer.of(ScanResult.WRONG_ACTIVITY, station))
                    .orElseGet(ScanAnswer::unknown);
        }
        return ScanAnswer.of(
                arrival.arrive(ticket, scan.admitted(environment.clock().instant(), environment.random())));
    }
}
