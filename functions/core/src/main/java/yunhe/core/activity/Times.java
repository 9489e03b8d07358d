package yunhe.core.activity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When it takes place, when people may sign up and cancel, and in which zone all of it is read. */
public record Times(
        ZoneId zone,
        Instant startsAt,
        Instant endsAt,
        Optional<Instant> registrationOpensAt,
        Instant registrationClosesAt,
        Instant cancelUntil) {

    public ZonedDateTime startsInZone() {
        return startsAt.atZone(zone);
    }

    public ZonedDateTime endsInZone() {
        return endsAt.atZone(zone);
    }
}
