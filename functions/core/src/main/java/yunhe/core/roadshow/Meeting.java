package yunhe.core.roadshow;

import java.util.Comparator;

/** A pair at a table in a slot, both counted from 0. */
public record Meeting(int slot, int table, Pair pair, int score) {

    /** By slot, then by table. */
    public static final Comparator<Meeting> IN_ORDER =
            Comparator.comparingInt(Meeting::slot).thenComparingInt(Meeting::table);
}
