package yunhe.core.roadshow;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;

/**
 * The timetable by which people meet. It is repaired when someone's place is gone, never made anew.
 *
 * @param draft which one was published
 * @param entries every meeting that anyone was told of, also those that no longer take place
 * @param people who takes part, and the revision since which they do; a later one if a meeting of theirs that was
 *     withdrawn with it is forgotten
 * @param revision counts the changes; 1 when it is published
 */
public record PublishedTimetable(
        ActivityId roadshow,
        TimetableId draft,
        Instant publishedAt,
        Setting setting,
        List<Entry> entries,
        Map<RegistrationId, Integer> people,
        int revision) {

    /** So many withdrawn meetings are remembered, the last ones: all of it has to fit into one item of the store. */
    public static final int WITHDRAWN_MAX = 1_500;

    public PublishedTimetable {
        entries = List.copyOf(entries);
        people = Map.copyOf(people);
    }

    /**
     * A meeting, and the revision with which it came, or was withdrawn.
     *
     * @param withdrawn whether it no longer takes place
     */
    public record Entry(Meeting meeting, int since, boolean withdrawn) {

        boolean isOf(RegistrationId id) {
            return meeting.pair().project().equals(id)
                    || meeting.pair().investor().equals(id);
        }
    }

    /** As it is on its publication: whoever of the draft has gone since does not meet. */
    public static PublishedTimetable of(DraftTimetable draft, Matching now, Instant at) {
        var meetings = Repair.after(draft.timetable().meetings(), now, slot -> true);
        return new PublishedTimetable(
                draft.roadshow(),
                draft.id(),
                at,
                draft.setting(),
                meetings.stream().map(meeting -> new Entry(meeting, 1, false)).toList(),
                everyone(now, Map.of(), 1),
                1);
    }

    /** What takes place. */
    public List<Meeting> meetings() {
        return entries.stream()
                .filter(entry -> !entry.withdrawn())
                .map(Entry::meeting)
                .sorted(Meeting.IN_ORDER)
                .toList();
    }

    /** One person's, in the order of time, also what no longer takes place. */
    public List<Entry> entriesOf(RegistrationId id) {
        return entries.stream()
                .filter(entry -> entry.isOf(id))
                .sorted(Comparator.comparing(entry -> slot(entry.meeting()).startsAt()))
                .toList();
    }

    /** What one person has to come to, in the order of time. */
    public List<Meeting> meetingsOf(RegistrationId id) {
        return entriesOf(id).stream()
                .filter(entry -> !entry.withdrawn())
                .map(Entry::meeting)
                .toList();
    }

    public Slot slot(Meeting meeting) {
        return setting.slots().get(meeting.slot());
    }

    /** The revision that last changed anything for this person; empty for someone who takes no part. */
    public OptionalInt revisionFor(RegistrationId id) {
        var takesPartSince = people.get(id);
        return takesPartSince == null
                ? OptionalInt.empty()
                : OptionalInt.of(entries.stream()
                        .filter(entry -> entry.isOf(id))
                        .mapToInt(Entry::since)
                        .reduce(takesPartSince, Math::max));
    }

    /**
     * The next revision: without the meetings of those who are gone, everyone else where they were, and gaps filled in
     * slots that have not begun. Empty when nothing changes for anyone.
     *
     * @param still who can meet now
     */
    public Optional<PublishedTimetable> repaired(Matching still, Instant now) {
        var before = meetings();
        var after = Repair.after(
                before, still, slot -> now.isBefore(setting.slots().get(slot).startsAt()));
        int next = revision + 1;
        var everyone = everyone(still, people, next);
        if (new HashSet<>(before).equals(new HashSet<>(after)) && everyone.equals(people)) {
            return Optional.empty();
        }
        // By pair: one that meets after all, in whatever slot, is the same appointment in a calendar.
        var latest = new LinkedHashMap<Pair, Entry>();
        entries.forEach(entry -> latest.put(entry.meeting().pair(), entry));
        for (var meeting : before) {
            latest.put(meeting.pair(), new Entry(meeting, next, true));
        }
        var known = new HashMap<Pair, Entry>();
        entries.stream()
                .filter(entry -> !entry.withdrawn())
                .forEach(entry -> known.put(entry.meeting().pair(), entry));
        for (var meeting : after) {
            var same = known.get(meeting.pair());
            latest.put(meeting.pair(), same != null ? same : new Entry(meeting, next, false));
        }
        var remembered = remembered(latest.values(), everyone);
        return Optional.of(new PublishedTimetable(roadshow, draft, publishedAt, setting, remembered, everyone, next));
    }

    /** Of too many withdrawn ones the oldest are forgotten, but not that something changed with them. */
    private static List<Entry> remembered(Collection<Entry> entries, Map<RegistrationId, Integer> people) {
        var forgotten = entries.stream()
                .filter(Entry::withdrawn)
                .sorted(Comparator.comparingInt(Entry::since).reversed())
                .skip(WITHDRAWN_MAX)
                .collect(Collectors.toSet());
        for (var entry : forgotten) {
            people.computeIfPresent(entry.meeting().pair().project(), (id, since) -> Math.max(since, entry.since()));
            people.computeIfPresent(entry.meeting().pair().investor(), (id, since) -> Math.max(since, entry.since()));
        }
        return entries.stream().filter(entry -> !forgotten.contains(entry)).toList();
    }

    private static Map<RegistrationId, Integer> everyone(
            Matching now, Map<RegistrationId, Integer> before, int revision) {
        var everyone = new HashMap<RegistrationId, Integer>();
        Stream.concat(
                        now.projects().stream().map(Participant::id),
                        now.investors().stream().map(Participant::id))
                .forEach(id -> everyone.put(id, before.getOrDefault(id, revision)));
        return everyone;
    }
}
