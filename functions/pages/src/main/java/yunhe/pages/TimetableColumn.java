package yunhe.pages;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import yunhe.pages.TimetableView.Meeting;
import yunhe.pages.TimetableView.Pair;
import yunhe.pages.TimetableView.Rules;

/**
 * One slot with its tables: a column on a desk's screen, a list on a phone.
 *
 * @param number from 1
 * @param cells one per table, in their order
 */
record TimetableColumn(int number, String from, String hours, List<Cell> cells) {

    static List<TimetableColumn> all(
            Rules rules, List<Meeting> meetings, List<Pair> pinned, TimetableNames names, When when) {
        Map<Place, Meeting> byPlace = new HashMap<>();
        meetings.forEach(it -> byPlace.put(new Place(it.slot(), it.table()), it));
        var kept = new HashSet<>(pinned);
        return IntStream.range(0, rules.slots().size())
                .mapToObj(slot -> {
                    var hours = rules.slots().get(slot);
                    return new TimetableColumn(
                            slot + 1,
                            when.time(hours.startsAt()),
                            when.time(hours.startsAt()) + "–" + when.time(hours.endsAt()),
                            IntStream.range(0, rules.tables())
                                    .mapToObj(table -> new Cell(
                                            table + 1,
                                            Optional.ofNullable(byPlace.get(new Place(slot, table)))
                                                    .map(it -> Met.of(it, kept, names))))
                                    .toList());
                })
                .toList();
    }

    String id() {
        return "slot-" + number;
    }

    private record Place(int slot, int table) {}

    /** One table in one slot, with its number from 1. */
    record Cell(int table, Optional<Met> met) {}

    /** A meeting with names. */
    record Met(Meeting meeting, String project, String investor, boolean pinned) {

        static Met of(Meeting meeting, Set<Pair> pinned, TimetableNames names) {
            return new Met(
                    meeting,
                    names.of(meeting.project()),
                    names.of(meeting.investor()),
                    pinned.contains(new Pair(meeting.project(), meeting.investor())));
        }
    }
}
