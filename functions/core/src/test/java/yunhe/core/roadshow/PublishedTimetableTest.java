package yunhe.core.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;
import yunhe.core.person.PersonKey;
import yunhe.core.profile.Profile;
import yunhe.core.roadshow.PublishedTimetable.Entry;
import yunhe.core.shared.Base64Url;

/** Projects are 1 to 99, investors 101 to 199, and all of them suit each other. */
final class PublishedTimetableTest {

    private static final ActivityId ROADSHOW =
            ActivityId.parse("show_AAAAAAAAAAE").orElseThrow();
    private static final Instant MORNING = Instant.parse("2026-12-05T01:00:00Z");
    private static final Instant THE_DAY_BEFORE = MORNING.minus(Duration.ofDays(1));
    private static final TimetableId DRAFT = new TimetableId("tt_000000000001-00000002");

    /** The second slot given is the first of the day. */
    private static final Setting SETTING = new Setting(
            List.of(slot(1), slot(0), slot(2)), new MeetingRules(3, 2, 2, 0), Set.of(), Set.of(pair(3, 101)));

    @Test
    void whoever_of_the_draft_is_gone_on_its_publication_does_not_meet_and_everyone_who_is_there_takes_part() {
        var published = PublishedTimetable.of(
                draft(meeting(0, 0, 1, 101), meeting(0, 1, 2, 102)), there(1, 3, 101, 102), THE_DAY_BEFORE);

        assertEquals(1, published.revision());
        assertEquals(DRAFT, published.draft());
        // A gap is filled at once, but never with those who were kept apart.
        assertEquals(Set.of(pair(1, 101), pair(1, 102), pair(3, 102)), pairs(published));
        assertEquals(Map.of(id(1), 1, id(3), 1, id(101), 1, id(102), 1), published.people());
        published.entries().forEach(entry -> assertEquals(new Entry(entry.meeting(), 1, false), entry));
    }

    @Test
    void someone_without_a_meeting_is_told_as_well() {
        var published = PublishedTimetable.of(draft(meeting(0, 0, 1, 101)), there(1, 101, 3), THE_DAY_BEFORE);

        assertEquals(List.of(), published.entriesOf(id(3)));
        assertEquals(OptionalInt.of(1), published.revisionFor(id(3)));
    }

    @Test
    void nothing_is_repaired_while_nobody_comes_or_goes() {
        var there = there(1, 2, 101, 102);
        var published = PublishedTimetable.of(draft(meeting(0, 0, 1, 101)), there, THE_DAY_BEFORE);

        assertEquals(Optional.empty(), published.repaired(there, THE_DAY_BEFORE));
    }

    @Test
    void whoever_goes_takes_their_meetings_along_and_nobody_else_hears_of_it() {
        var published = full(1, 2, 101, 102);
        var next = published.repaired(there(1, 101, 102), THE_DAY_BEFORE).orElseThrow();

        assertEquals(2, next.revision());
        assertEquals(List.of(meeting(0, 0, 1, 101), meeting(1, 0, 1, 102)), next.meetings());
        assertEquals(
                Set.of(new Entry(meeting(1, 1, 2, 101), 2, true), new Entry(meeting(0, 1, 2, 102), 2, true)),
                Set.copyOf(withdrawn(next)));
        assertEquals(OptionalInt.of(1), next.revisionFor(id(1)));
        assertEquals(OptionalInt.of(2), next.revisionFor(id(101)));
        assertEquals(OptionalInt.of(2), next.revisionFor(id(102)));
        assertEquals(List.of(meeting(0, 0, 1, 101)), next.meetingsOf(id(101)));
        assertEquals(2, next.entriesOf(id(101)).size(), "what they were told is known to be gone");
    }

    @Test
    void nobody_but_the_newcomer_and_whom_they_meet_hears_of_one() {
        var published = PublishedTimetable.of(
                draft(meeting(0, 0, 1, 101), meeting(1, 0, 1, 102)), there(1, 101, 102), THE_DAY_BEFORE);
        var next = published.repaired(there(1, 3, 101, 102), THE_DAY_BEFORE).orElseThrow();

        assertEquals(
                List.of(pair(3, 102)),
                next.meetingsOf(id(3)).stream().map(Meeting::pair).toList());
        assertEquals(OptionalInt.of(2), next.revisionFor(id(3)));
        assertEquals(OptionalInt.of(2), next.revisionFor(id(102)));
        assertEquals(OptionalInt.of(1), next.revisionFor(id(1)));
        assertEquals(OptionalInt.of(1), next.revisionFor(id(101)));
    }

    @Test
    void a_newcomer_whom_nobody_can_meet_any_more_takes_part_and_is_told() {
        var published = full(1, 2, 101, 102);
        var next = published
                .repaired(there(1, 2, 3, 101, 102), MORNING.plus(Duration.ofDays(1)))
                .orElseThrow();

        assertEquals(published.entries(), next.entries());
        assertEquals(OptionalInt.of(2), next.revisionFor(id(3)));
        assertEquals(OptionalInt.of(1), next.revisionFor(id(1)));
    }

    @Test
    void nobody_is_sent_to_a_slot_that_has_begun() {
        var published = PublishedTimetable.of(draft(), there(1), THE_DAY_BEFORE);
        var there = there(1, 101);

        assertEquals(
                List.of(2), slots(published.repaired(there, slot(1).startsAt()).orElseThrow()));
        assertEquals(
                List.of(0),
                slots(published
                        .repaired(there, slot(1).startsAt().minusMillis(1))
                        .orElseThrow()));
        assertEquals(
                List.of(), slots(published.repaired(there, slot(2).startsAt()).orElseThrow()));
    }

    @Test
    void a_pair_that_meets_after_all_is_one_appointment() {
        var published = full(1, 2, 101, 102);
        var without = published.repaired(there(1, 101, 102), THE_DAY_BEFORE).orElseThrow();
        var again = without.repaired(there(1, 2, 101, 102), THE_DAY_BEFORE).orElseThrow();

        assertEquals(3, again.revision());
        assertEquals(pairs(published), pairs(again));
        assertEquals(4, again.entries().size());
        assertEquals(List.of(), withdrawn(again));
        assertEquals(OptionalInt.of(3), again.revisionFor(id(2)));
        assertEquals(OptionalInt.of(1), again.revisionFor(id(1)));
    }

    @Test
    void whoever_takes_no_part_any_more_is_not_told_of_meetings_until_they_do_again() {
        var published = full(1, 2, 101, 102);
        var without = published.repaired(there(1, 101, 102), THE_DAY_BEFORE).orElseThrow();

        assertEquals(2, without.entriesOf(id(2)).size());
        assertEquals(OptionalInt.empty(), without.revisionFor(id(2)));
        assertEquals(OptionalInt.empty(), without.revisionFor(id(99)));
    }

    @Test
    void one_persons_meetings_are_in_the_order_of_time_and_not_of_their_numbers() {
        var published = full(1, 2, 101, 102);

        assertEquals(
                List.of(1, 0),
                published.meetingsOf(id(1)).stream().map(Meeting::slot).toList());
        assertEquals(slot(0), published.slot(published.meetingsOf(id(1)).getFirst()));
    }

    @Test
    void withdrawn_meetings_are_forgotten_when_they_are_too_many_but_not_that_they_were_withdrawn() {
        var entries = new ArrayList<>(full(1, 2, 101, 102).entries());
        var people = new HashMap<>(Map.of(id(1), 1, id(2), 1, id(101), 1, id(102), 1, id(103), 1));
        entries.add(new Entry(meeting(0, 0, 1_000, 103), 2, true));
        IntStream.range(1, PublishedTimetable.WITHDRAWN_MAX)
                .forEach(gone -> entries.add(new Entry(meeting(0, 0, 1_000 + gone, 102), 3, true)));
        var many = new PublishedTimetable(ROADSHOW, DRAFT, THE_DAY_BEFORE, SETTING, entries, people, 3);
        assertEquals(OptionalInt.of(2), many.revisionFor(id(103)));

        // At once, so that nobody has a gap that could be filled.
        var next = many.repaired(there(1, 101, 102, 103), MORNING.plus(Duration.ofDays(1)))
                .orElseThrow();
        assertEquals(PublishedTimetable.WITHDRAWN_MAX, withdrawn(next).size());
        assertEquals(
                2, withdrawn(next).stream().filter(entry -> entry.since() == 4).count(), "the last ones are there");
        assertEquals(List.of(), next.entriesOf(id(103)), "the oldest is forgotten");
        assertEquals(OptionalInt.of(2), next.revisionFor(id(103)));
        assertTrue(next.entries().containsAll(List.of(new Entry(meeting(0, 0, 1, 101), 1, false))));
    }

    /** Both projects and both investors meet crosswise, so that nothing is left to be filled. */
    private static PublishedTimetable full(int... people) {
        return PublishedTimetable.of(
                draft(meeting(0, 0, 1, 101), meeting(0, 1, 2, 102), meeting(1, 0, 1, 102), meeting(1, 1, 2, 101)),
                there(people),
                THE_DAY_BEFORE);
    }

    private static DraftTimetable draft(Meeting... meetings) {
        return new DraftTimetable(
                DRAFT, ROADSHOW, THE_DAY_BEFORE, SETTING, new Timetable(List.of(meetings), 0, 0, List.of()));
    }

    private static Matching there(int... people) {
        return new Matching(
                IntStream.of(people)
                        .filter(who -> who < 100)
                        .mapToObj(PublishedTimetableTest::project)
                        .toList(),
                IntStream.of(people)
                        .filter(who -> who > 100)
                        .mapToObj(PublishedTimetableTest::investor)
                        .toList(),
                SETTING.rules(),
                SETTING.pinned(),
                SETTING.forbidden());
    }

    private static Participant<Profile.Project> project(int number) {
        return new Participant<>(
                id(number),
                new Profile.Project(
                        List.of("ai"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of());
    }

    private static Participant<Profile.Investor> investor(int number) {
        return new Participant<>(
                id(number),
                new Profile.Investor(List.of("ai"), List.of(), Optional.empty(), Optional.empty(), 2),
                List.of());
    }

    private static Set<Pair> pairs(PublishedTimetable timetable) {
        return timetable.meetings().stream().map(Meeting::pair).collect(Collectors.toSet());
    }

    private static List<Integer> slots(PublishedTimetable timetable) {
        return timetable.meetings().stream().map(Meeting::slot).toList();
    }

    private static List<Entry> withdrawn(PublishedTimetable timetable) {
        return timetable.entries().stream().filter(Entry::withdrawn).toList();
    }

    private static Meeting meeting(int slot, int table, int project, int investor) {
        return new Meeting(slot, table, pair(project, investor), 40);
    }

    private static Pair pair(int project, int investor) {
        return new Pair(id(project), id(investor));
    }

    /** A quarter of an hour each. */
    private static Slot slot(int number) {
        var start = MORNING.plus(Duration.ofMinutes(15L * number));
        return new Slot(start, start.plus(Duration.ofMinutes(15)));
    }

    private static RegistrationId id(int number) {
        var key = ByteBuffer.allocate(PersonKey.BYTES).putInt(number).array();
        return new RegistrationId(ROADSHOW, new PersonKey(Base64Url.encode(key)), 1);
    }
}
