package yunhe.core.lodging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activities.Actor;

/**
 * Stations in a store. Each write of an organiser names its actor, and the audit entry is part of it. Every method
 * throws {@link yunhe.core.shared.StoreUnavailable} when the store does not answer.
 */
public interface Stations {

    /** Strongly consistent. */
    Optional<Station> find(StationId id);

    Station create(StationId id, StationDetails details, Actor actor);

    /** Replaces the details if the version is still the one seen. Stays that are there already stay as they are. */
    Optional<Station> replace(Station seen, StationDetails details, Actor actor);

    /** All of them, in the order in which they were made. A city has some, not thousands. */
    List<Station> all();

    /** Notes when somebody has to look again, unless the station was changed or swept since it was seen. */
    void swept(Station seen, Instant next);

    /** Actions as they stand in the audit list. */
    final class Action {
        public static final String CREATED = "station.created";
        public static final String CHANGED = "station.changed";
        public static final String LISTED = "stays.listed";
        public static final String STAY_READ = "stay.read";
        public static final String STAY_APPROVED = "stay.approved";
        public static final String STAY_REJECTED = "stay.rejected";
        public static final String STAY_REOPENED = "stay.reopened";
        public static final String STAY_CHANGED = "stay.changed";
        public static final String STAY_CHECKED_OUT = "stay.checked_out";
        public static final String WALKED_IN = "stay.walked_in";
        public static final String CHECK_IN_UNDONE = "stay.check_in_undone";

        private Action() {}
    }
}
