package yunhe.core.lodging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is taken of a station's rooms on some nights.
 *
 * @param taken by night and room type; what is missing is 0
 */
public record Availability(StationDetails details, Map<LocalDate, Map<String, Integer>> taken) {

    public int taken(String roomType, LocalDate night) {
        return taken.getOrDefault(night, Map.of()).getOrDefault(roomType, 0);
    }

    /** Never below zero: nobody is put out when a count is lowered. */
    public int free(String roomType, LocalDate night) {
        return Math.max(0, details.places(roomType, night) - taken(roomType, night));
    }

    /** The same when somebody has taken these nights. */
    Availability without(String roomType, Nights nights) {
        var more = new HashMap<>(taken);
        nights.stream().forEach(night -> {
            var rooms = new HashMap<>(more.getOrDefault(night, Map.of()));
            rooms.merge(roomType, 1, Integer::sum);
            more.put(night, rooms);
        });
        return new Availability(details, more);
    }

    /** Those of the nights on which nothing is free. */
    public List<LocalDate> full(String roomType, Nights nights) {
        return nights.stream().filter(night -> free(roomType, night) == 0).toList();
    }

    /** Runs of nights within the ones that somebody wants and cannot all have, longest first. */
    public List<Nights> partsOf(String roomType, Nights wanted) {
        var parts = new ArrayList<Nights>();
        LocalDate begin = wanted.arrive();
        for (var night = wanted.arrive(); !night.isAfter(wanted.depart()); night = night.plusDays(1)) {
            if (night.equals(wanted.depart()) || free(roomType, night) == 0) {
                if (begin.isBefore(night)) {
                    parts.add(new Nights(begin, night));
                }
                begin = night.plusDays(1);
            }
        }
        parts.sort((one, other) -> Integer.compare(other.count(), one.count()));
        return List.copyOf(parts);
    }
}
