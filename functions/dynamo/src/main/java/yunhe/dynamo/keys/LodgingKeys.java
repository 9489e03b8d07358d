package yunhe.dynamo.keys;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import yunhe.core.activity.LinePlace;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.Stays;
import yunhe.core.person.PersonKey;

/**
 * Keys of the lodging table.
 *
 * <pre>
 * what                        pk                  sk
 * station                     stations            stn_…
 * night of a room type        stn_…#nights        2026-12-01#single
 * stay                        stn_…#stays         2026-12-01#stay_…
 * line for a room type        stn_…#line#single   place in the line
 * how many wait in it         stn_…#waiting       single
 * guest, or another identity  guest#person key    guest
 * nights held until           holds               instant#stay_…
 * audit entry                 audit#subject       instant#chance
 * </pre>
 *
 * A station's nights lie together, so that a calendar is one query; its stays lie in the order in which guests arrive.
 */
public final class LodgingKeys {

    /** Partition of all stations. */
    public static final String STATIONS = "stations";

    /** Partition of everything that is held for a while, first to end first. */
    public static final String HOLDS = "holds";

    private LodgingKeys() {}

    public static Key station(StationId id) {
        return new Key(STATIONS, id.value());
    }

    /** Partition of a station's nights. */
    public static String nights(StationId id) {
        return id.value() + "#nights";
    }

    public static Key night(StationId id, LocalDate night, String roomType) {
        return new Key(nights(id), night + "#" + roomType);
    }

    /** Partition of a station's stays. */
    public static String stays(StationId id) {
        return id.value() + "#stays";
    }

    public static Key stay(StayId id) {
        return new Key(stays(id.station()), id.arrive() + "#" + id.value());
    }

    /** Partition of the line for a room type. */
    public static String line(StationId id, String roomType) {
        return id.value() + "#line#" + roomType;
    }

    public static Key linePlace(StationId id, String roomType, LinePlace place) {
        return new Key(line(id, roomType), place.value());
    }

    /** How many wait for a room type. */
    public static Key waiting(StationId id, String roomType) {
        return new Key(id.value() + "#waiting", roomType);
    }

    /** A guest's record under one identity, or where it is. */
    public static Key guest(PersonKey identity) {
        return new Key("guest#" + identity.value(), "guest");
    }

    public static Key hold(Stays.Hold hold) {
        return new Key(HOLDS, moment(roundedUp(hold.until())) + "#" + hold.stay());
    }

    /** Greater than every hold that has ended, less than every later one. */
    public static String holdsUntil(Instant now) {
        return moment(now) + "#~";
    }

    /** Nothing is over before its time. */
    private static Instant roundedUp(Instant instant) {
        var whole = instant.truncatedTo(ChronoUnit.MILLIS);
        return whole.equals(instant) ? whole : whole.plusMillis(1);
    }

    /** All are of one length, so that they sort as texts as they do in time. */
    private static String moment(Instant instant) {
        return "%016d".formatted(instant.toEpochMilli());
    }
}
