package yunhe.core.roadshow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import yunhe.core.activity.RegistrationId;

/** Gives each meeting a table: where the investor sat last, or else the project, or else the first that is free. */
final class Tables {

    private final int tables;
    private final Map<RegistrationId, Integer> last = new HashMap<>();
    private final List<Meeting> meetings = new ArrayList<>();

    private Tables(int tables) {
        this.tables = tables;
    }

    /** The meetings of all slots, by slot and table. */
    static List<Meeting> seat(List<List<Candidate>> slots, int tables) {
        var seats = new Tables(tables);
        for (int slot = 0; slot < slots.size(); slot++) {
            seats.seat(slot, slots.get(slot));
        }
        return seats.meetings.stream().sorted(Meeting.IN_ORDER).toList();
    }

    private void seat(int slot, List<Candidate> pairs) {
        var free = new TreeSet<>(IntStream.range(0, tables).boxed().toList());
        var seated = new HashMap<Pair, Integer>();
        for (var pair : pairs) {
            stay(pair, pair.investor().id(), free, seated);
        }
        for (var pair : pairs) {
            stay(pair, pair.project().id(), free, seated);
        }
        for (var pair : pairs) {
            int table = seated.computeIfAbsent(pair.pair(), standing -> free.removeFirst());
            last.put(pair.project().id(), table);
            last.put(pair.investor().id(), table);
            meetings.add(new Meeting(slot, table, pair.pair(), pair.score()));
        }
    }

    private void stay(Candidate pair, RegistrationId who, Set<Integer> free, Map<Pair, Integer> seated) {
        var table = last.get(who);
        if (table != null && !seated.containsKey(pair.pair()) && free.remove(table)) {
            seated.put(pair.pair(), table);
        }
    }
}
