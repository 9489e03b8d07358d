package yunhe.core.roadshow;

import java.util.List;

/**
 * Who meets whom, when and where.
 *
 * @param meetings by slot and table
 * @param score the sum of its meetings' scores
 * @param upperBound what no timetable with as small a shortfall can exceed; the score itself where the best was found
 * @param unmet projects left short, by id
 */
public record Timetable(List<Meeting> meetings, int score, int upperBound, List<Unmet> unmet) {

    public Timetable {
        meetings = List.copyOf(meetings);
        unmet = List.copyOf(unmet);
    }
}
