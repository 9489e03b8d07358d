package yunhe.core.lodging;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import yunhe.core.shared.Bilingual;

/**
 * What its organiser says of a station.
 *
 * @param noShowAt whoever has not arrived by then on the first night is a no-show
 * @param nightRules what holds for some nights only
 */
public record StationDetails(
        Bilingual name,
        String address,
        ZoneId zone,
        LocalTime checkInFrom,
        LocalTime checkOutUntil,
        LocalTime noShowAt,
        List<RoomType> rooms,
        StayPolicy policy,
        List<NightRule> nightRules) {

    public Optional<RoomType> room(String code) {
        return rooms.stream().filter(room -> room.code().equals(code)).findFirst();
    }

    /** How many can be had of a room type on a night; 0 when there is no such type. */
    public int places(String roomType, LocalDate night) {
        return Math.max(0, count(roomType, night) - blocked(roomType, night));
    }

    /** How many there are of a room type on a night, with those that are out of use. */
    public int count(String roomType, LocalDate night) {
        int count = room(roomType).map(RoomType::count).orElse(0);
        for (var rule : nightRules) {
            if (rule.concerns(roomType, night)) {
                count = rule.count().orElse(count);
            }
        }
        return count;
    }

    /** How many of them are out of use. */
    public int blocked(String roomType, LocalDate night) {
        return nightRules.stream()
                .filter(rule -> rule.concerns(roomType, night))
                .mapToInt(NightRule::blocked)
                .sum();
    }
}
