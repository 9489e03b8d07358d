package yunhe.core.roadshow;

import java.time.Instant;

/** When one round of meetings begins and ends; the end is not part of it. */
public record Slot(Instant startsAt, Instant endsAt) {

    public Slot {
        if (!startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("a slot that ends before it begins");
        }
    }

    public boolean overlaps(Slot other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }
}
