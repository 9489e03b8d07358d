package yunhe.core.roadshow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Venue;
import yunhe.core.shared.Bilingual;

/**
 * Who pitches when.
 *
 * @param zone the venue's, in which its times are read
 * @param startsAt when the roadshow begins; its first pitch may be later
 * @param pitches in the order of their times; between two of them there may be a break
 */
public record Programme(Bilingual title, Optional<Venue> venue, ZoneId zone, Instant startsAt, List<Pitch> pitches) {

    public Programme {
        pitches = pitches.stream()
                .sorted(Comparator.comparing(Pitch::startsAt).thenComparingInt(Pitch::position))
                .toList();
    }

    /** Whose turn it is. */
    public Optional<Pitch> on(Instant now) {
        return pitches.stream().filter(pitch -> pitch.isOn(now)).findFirst();
    }

    /** Those whose turn has not begun. */
    public List<Pitch> after(Instant now) {
        return pitches.stream().filter(pitch -> pitch.startsAt().isAfter(now)).toList();
    }

    /** When the last of them ends; without any, when it starts. */
    public Instant endsAt() {
        return pitches.stream()
                .map(Pitch::endsAt)
                .max(Comparator.naturalOrder())
                .orElse(startsAt);
    }
}
