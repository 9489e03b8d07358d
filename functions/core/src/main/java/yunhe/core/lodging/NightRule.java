package yunhe.core.lodging;

import java.time.LocalDate;
import java.util.Optional;
import yunhe.core.shared.Bilingual;

/**
 * What holds for some nights only: another count, or rooms that cannot be used.
 *
 * @param until the first day on which it no longer holds
 * @param roomType empty: every one of the station
 * @param count how many there are on these nights, 0 when they are closed; of several rules the last one counts
 * @param blocked how many of them are out of use; several rules add up
 * @param reason why, for keepers and guests
 */
public record NightRule(
        LocalDate from,
        LocalDate until,
        Optional<String> roomType,
        Optional<Integer> count,
        int blocked,
        Optional<Bilingual> reason) {

    public boolean concerns(String room, LocalDate night) {
        return !night.isBefore(from)
                && night.isBefore(until)
                && roomType.filter(it -> !it.equals(room)).isEmpty();
    }
}
