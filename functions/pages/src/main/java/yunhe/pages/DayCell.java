package yunhe.pages;

import java.util.Locale;
import java.util.Optional;

/**
 * One day of a calendar.
 *
 * @param note how many rooms are free in the night that begins on it, or what the day is to the guest
 * @param link the page with this day chosen
 * @param label how it is read out
 * @param isTurn whether another month begins on it, which its number says
 */
record DayCell(
        String number, String note, State state, Mark mark, Optional<String> link, String label, boolean isTurn) {

    /** The night that begins on the day. */
    enum State {
        FREE,
        FULL,
        CLOSED,
        /** Past, or too far ahead. */
        BEYOND
    }

    /** What the day is to the guest. */
    enum Mark {
        NONE,
        ARRIVE,
        WITHIN,
        DEPART,
        /** May be the day of departure. */
        NEXT;

        boolean isEnd() {
            return this == ARRIVE || this == DEPART;
        }
    }

    String css() {
        return "is-" + lower(state) + " is-" + lower(mark) + (isTurn ? " is-turn" : "");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
