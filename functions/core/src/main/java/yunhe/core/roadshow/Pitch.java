package yunhe.core.roadshow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.RegistrationId;
import yunhe.core.shared.Bilingual;

/**
 * A project's minutes on stage. It holds what a visitor may read; never a person.
 *
 * @param position counts from 1
 * @param id the project's registration
 * @param sectors codes of the catalogue, as is the stage
 * @param pitch what it is about, in a sentence or a few
 */
public record Pitch(
        int position,
        RegistrationId id,
        String organisation,
        List<String> sectors,
        Optional<String> stage,
        Optional<Bilingual> pitch,
        Instant startsAt,
        Duration length) {

    public Pitch {
        if (position < 1) {
            throw new IllegalArgumentException("position " + position);
        }
        if (!length.isPositive()) {
            throw new IllegalArgumentException("length " + length);
        }
        sectors = List.copyOf(sectors);
    }

    public Instant endsAt() {
        return startsAt.plus(length);
    }

    /** From its first moment on, until the one in which the next may begin. */
    public boolean isOn(Instant now) {
        return !now.isBefore(startsAt) && now.isBefore(endsAt());
    }
}
