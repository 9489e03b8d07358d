package yunhe.core.roadshow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import yunhe.core.activity.RegistrationId;

/**
 * What becomes of a published timetable when somebody cancels: their meetings are gone, everybody else keeps slot and
 * table, and gaps are filled where both sides are free. People have made plans, so this is not solved anew.
 */
public final class Repair {

    private final Matching still;
    private final List<Meeting> meetings;
    private final Set<Pair> met = new HashSet<>();
    private final Map<RegistrationId, Set<Integer>> busy = new HashMap<>();
    private final Map<Integer, Set<Integer>> taken = new HashMap<>();

    private Repair(List<Meeting> kept, Matching still) {
        this.still = still;
        this.meetings = new ArrayList<>(kept);
        kept.forEach(this::note);
    }

    /**
     * The meetings that remain, with the score recorded, and new ones, the best first, until no further is possible.
     *
     * @param still who can meet now; what is pinned means nothing here
     * @param slotIsOpen whether a slot may be given a new meeting
     */
    public static List<Meeting> after(List<Meeting> published, Matching still, IntPredicate slotIsOpen) {
        var here = new HashSet<RegistrationId>();
        still.projects().forEach(project -> here.add(project.id()));
        still.investors().forEach(investor -> here.add(investor.id()));
        var kept = published.stream()
                .filter(meeting -> here.contains(meeting.pair().project())
                        && here.contains(meeting.pair().investor()))
                .toList();
        var repair = new Repair(kept, still);
        repair.fill(slotIsOpen);
        return repair.meetings.stream().sorted(Meeting.IN_ORDER).toList();
    }

    /**
     * Once is enough: a meeting only takes places away, so what was not possible before it is not possible after it.
     */
    private void fill(IntPredicate slotIsOpen) {
        for (var candidate : candidates()) {
            var pair = candidate.pair();
            if (meetings(pair.project()) < still.projectCap()
                    && meetings(pair.investor()) < still.cap(candidate.investor())) {
                place(pair, slotIsOpen).ifPresent(place -> {
                    var meeting = new Meeting(place.slot(), place.table(), pair, candidate.score());
                    meetings.add(meeting);
                    note(meeting);
                });
            }
        }
    }

    /** Who has not met, the best first and then by id: the sort keeps the order. */
    private List<Candidate> candidates() {
        return still.candidates().stream()
                .filter(candidate -> !met.contains(candidate.pair()))
                .sorted(Comparator.comparingInt(Candidate::score).reversed())
                .toList();
    }

    private Optional<Place> place(Pair pair, IntPredicate slotIsOpen) {
        for (int slot = 0; slot < still.rules().slots(); slot++) {
            var seats = taken.getOrDefault(slot, Set.of());
            if (slotIsOpen.test(slot)
                    && isFree(pair.project(), slot)
                    && isFree(pair.investor(), slot)
                    && seats.size() < still.rules().tables()) {
                int table = 0;
                while (seats.contains(table)) {
                    table++;
                }
                return Optional.of(new Place(slot, table));
            }
        }
        return Optional.empty();
    }

    private int meetings(RegistrationId participant) {
        return busy.getOrDefault(participant, Set.of()).size();
    }

    private boolean isFree(RegistrationId participant, int slot) {
        return !busy.getOrDefault(participant, Set.of()).contains(slot);
    }

    private void note(Meeting meeting) {
        met.add(meeting.pair());
        busy.computeIfAbsent(meeting.pair().project(), unknown -> new HashSet<>())
                .add(meeting.slot());
        busy.computeIfAbsent(meeting.pair().investor(), unknown -> new HashSet<>())
                .add(meeting.slot());
        taken.computeIfAbsent(meeting.slot(), unknown -> new HashSet<>()).add(meeting.table());
    }

    private record Place(int slot, int table) {}
}
