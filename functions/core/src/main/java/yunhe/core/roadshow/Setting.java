package yunhe.core.roadshow;

import java.util.List;
import java.util.Set;

/**
 * What the organiser lays down for the meetings.
 *
 * @param slots in the order in which they were given, by which they are counted
 * @param pinned pairs that meet in any case
 * @param forbidden pairs that do not
 */
public record Setting(List<Slot> slots, MeetingRules rules, Set<Pair> pinned, Set<Pair> forbidden) {

    /** Pins, and forbidden pairs. */
    public static final int PAIRS_MAX = 500;

    public Setting {
        slots = List.copyOf(slots);
        if (slots.size() != rules.slots()) {
            throw new IllegalArgumentException(slots.size() + " slots for rules about " + rules.slots());
        }
    }
}
