package yunhe.dynamo.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import yunhe.core.activity.Activities.Action;
import yunhe.core.activity.RegistrationId;
import yunhe.core.person.PersonKey;
import yunhe.core.roadshow.DraftTimetable;
import yunhe.core.roadshow.Matching;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.MeetingRules;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.core.roadshow.RunningOrder;
import yunhe.core.roadshow.Setting;
import yunhe.core.roadshow.Slot;
import yunhe.core.roadshow.Timetable;
import yunhe.core.roadshow.TimetableId;
import yunhe.core.roadshow.Unmet;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.StoreUnavailable;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Faults;
import yunhe.testkit.Sabotage;
import yunhe.testkit.Samples;

final class DynamoTimetablesTest {

    private static EmbeddedStore store;

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private Show show;

    @BeforeAll
    static void open() {
        store = EmbeddedStore.start();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void begin() {
        show = new Show(store);
    }

    @Test
    void a_draft_is_read_back_as_it_was_made() {
        var pins = new LinkedHashSet<>(List.of(pair(3, 4), pair(1, 2)));
        var draft = draft(
                Show.setting(pins, Set.of(pair(5, 6))),
                List.of(new Meeting(0, 1, pair(3, 4), 87), new Meeting(2, 0, pair(1, 2), 1)),
                List.of(new Unmet(id(7), 0, 1)));
        assertTrue(show.timetables.keep(draft, show.deleteAt(), show.audit(Action.TIMETABLE_MADE)));

        var found = show.timetables.draft(show.id, draft.id()).orElseThrow();
        assertEquals(draft, found);
        assertEquals(List.copyOf(pins), List.copyOf(found.setting().pinned()), "problems name them by their place");
        assertEquals(Optional.empty(), show.timetables.draft(show.id, TimetableId.fresh(Samples.NOW, random)));
    }

    @Test
    void a_draft_without_meetings_pins_or_anybody_is_one() {
        var draft = draft(Show.setting(), List.of(), List.of());
        assertTrue(show.timetables.keep(draft, show.deleteAt(), show.audit(Action.TIMETABLE_MADE)));

        assertEquals(Optional.of(draft), show.timetables.draft(show.id, draft.id()));
    }

    @Test
    void the_draft_made_last_is_found_beside_what_else_is_planned() {
        assertEquals(Optional.empty(), show.timetables.lastDraft(show.id));
        var first = draft(Show.setting(), List.of(), List.of());
        show.clock.advance(Duration.ofMillis(1));
        var last = draft(Show.setting(), List.of(), List.of());
        show.timetables.keep(last, show.deleteAt(), show.audit(Action.TIMETABLE_MADE));
        show.timetables.keep(first, show.deleteAt(), show.audit(Action.TIMETABLE_MADE));
        show.timetables.publish(published(first), show.deleteAt(), show.audit(Action.TIMETABLE_PUBLISHED));
        show.timetables.put(
                new RunningOrder(show.id, List.of(), Duration.ofMinutes(8)),
                show.deleteAt(),
                show.audit(Action.RUNNING_ORDER_SET));

        assertEquals(Optional.of(last), show.timetables.lastDraft(show.id));
    }

    @Test
    void what_is_published_is_read_back_with_what_no_longer_takes_place() {
        var published = new PublishedTimetable(
                show.id,
                TimetableId.fresh(Samples.NOW, random),
                Samples.NOW.plusNanos(1_000),
                Show.setting(Set.of(pair(8, 9)), Set.of()),
                List.of(
                        new PublishedTimetable.Entry(new Meeting(0, 1, pair(3, 4), 87), 1, false),
                        new PublishedTimetable.Entry(new Meeting(2, 0, pair(1, 2), 1), 3, true)),
                Map.of(id(3), 1, id(4), 3),
                3);
        assertTrue(show.timetables.publish(published, show.deleteAt(), show.audit(Action.TIMETABLE_PUBLISHED)));
        assertEquals(Optional.of(published), show.timetables.published(show.id));
    }

    @Test
    void one_without_anybody_can_be_published() {
        var published = published(draft(Show.setting(), List.of(), List.of()));
        assertTrue(show.timetables.publish(published, show.deleteAt(), show.audit(Action.TIMETABLE_PUBLISHED)));
        assertEquals(Optional.of(published), show.timetables.published(show.id));
    }

    @Test
    void one_is_published_and_leaves_a_task_and_a_trace_and_no_other_is() {
        var first = published(draft(Show.setting(), List.of(), List.of()));
        var second = published(draft(Show.setting(), List.of(), List.of()));
        assertTrue(show.timetables.publish(first, show.deleteAt(), show.audit(Action.TIMETABLE_PUBLISHED)));
        assertFalse(show.timetables.publish(second, show.deleteAt(), show.audit(Action.TIMETABLE_PUBLISHED)));

        assertEquals(Optional.of(first), show.timetables.published(show.id));
        assertEquals(1, show.meetTasks().size());
        assertEquals(
                1,
                show.activities.auditOf(show.id.value(), 10, Optional.empty()).items().stream()
                        .filter(entry -> entry.action().equals(Action.TIMETABLE_PUBLISHED))
                        .count());
    }

    @Test
    void no_draft_is_kept_once_one_is_published() {
        var draft = draft(Show.setting(), List.of(), List.of());
        show.timetables.publish(published(draft), show.deleteAt(), show.audit(Action.TIMETABLE_PUBLISHED));

        assertFalse(show.timetables.keep(draft, show.deleteAt(), show.audit(Action.TIMETABLE_MADE)));
        assertEquals(Optional.empty(), show.timetables.draft(show.id, draft.id()));
    }

    @Test
    void control_without_the_condition_it_is_kept() {
        var draft = draft(Show.setting(), List.of(), List.of());
        show.timetables.publish(published(draft), show.deleteAt(), show.audit(Action.TIMETABLE_PUBLISHED));
        var sabotage = Sabotage.without(DynamoTimetables.NOT_PUBLISHED, show.client());

        assertTrue(show.timetables(sabotage.client()).keep(draft, show.deleteAt(), show.audit(Action.TIMETABLE_MADE)));
        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
    }

    @Test
    void only_the_revision_that_was_seen_is_repaired() {
        var first = published(draft(Show.setting(), List.of(), List.of()));
        assertFalse(show.timetables.repair(next(first, Map.of(id(1), 2))), "none is published");
        show.timetables.publish(first, show.deleteAt(), show.audit(Action.TIMETABLE_PUBLISHED));

        var second = next(first, Map.of(id(1), 2));
        assertTrue(show.timetables.repair(second));
        assertFalse(show.timetables.repair(next(first, Map.of(id(2), 2))));
        assertEquals(Optional.of(second), show.timetables.published(show.id));
    }

    @Test
    void control_without_the_condition_a_repair_is_overwritten() {
        var first = published(draft(Show.setting(), List.of(), List.of()));
        show.timetables.publish(first, show.deleteAt(), show.audit(Action.TIMETABLE_PUBLISHED));
        show.timetables.repair(next(first, Map.of(id(1), 2)));
        var sabotage = Sabotage.without(DynamoTimetables.NO_OTHER_REPAIR, show.client());
        var other = next(first, Map.of(id(2), 2));

        assertTrue(show.timetables(sabotage.client()).repair(other));
        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertEquals(Optional.of(other), show.timetables.published(show.id));
    }

    @Test
    void a_repair_that_met_a_transaction_tries_again_unseen() {
        var first = published(draft(Show.setting(), List.of(), List.of()));
        show.timetables.publish(first, show.deleteAt(), show.audit(Action.TIMETABLE_PUBLISHED));
        var faults = Faults.in(show.client());
        faults.failCall(
                1,
                Faults.When.BEFORE,
                () -> TransactionConflictException.builder().build());

        assertTrue(show.timetables(faults.client()).repair(next(first, Map.of())));
    }

    @Test
    void a_repair_leaves_what_it_does_not_know_and_for_how_long_it_is_kept() {
        var first = published(draft(Show.setting(), List.of(), List.of()));
        show.timetables.publish(first, show.deleteAt(), show.audit(Action.TIMETABLE_PUBLISHED));
        var later = show.deleteAt().plus(Duration.ofDays(400));
        show.timetables.keepUntil(show.id, later);
        var key = ActivityKeys.publishedTimetable(show.id);
        store.client()
                .updateItem(it -> it.tableName(show.table)
                        .key(key.attributes())
                        .updateExpression("SET inventedLater = :kept")
                        .expressionAttributeValues(Map.of(":kept", AttributeValue.fromS("kept"))));
        show.timetables.repair(next(first, Map.of(id(1), 2)));

        assertEquals("kept", item(key).text("inventedLater"));
        assertEquals(later.getEpochSecond(), item(key).number("expiresAt"));
    }

    @Test
    void nothing_comes_into_being_by_being_kept_longer() {
        show.timetables.keepUntil(show.id, show.deleteAt());

        assertEquals(Optional.empty(), show.timetables.published(show.id));
        assertEquals(Optional.empty(), show.timetables.runningOrder(show.id));
    }

    @Test
    void a_running_order_is_read_back_and_the_last_one_stands() {
        assertEquals(Optional.empty(), show.timetables.runningOrder(show.id));
        var order = new RunningOrder(show.id, List.of(id(2), id(1)), Duration.ofMinutes(RunningOrder.MINUTES_MAX));
        show.timetables.put(order, show.deleteAt(), show.audit(Action.RUNNING_ORDER_SET));
        assertEquals(Optional.of(order), show.timetables.runningOrder(show.id));

        var empty = new RunningOrder(show.id, List.of(), Duration.ofMinutes(1));
        show.timetables.put(empty, show.deleteAt(), show.audit(Action.RUNNING_ORDER_SET));
        assertEquals(Optional.of(empty), show.timetables.runningOrder(show.id));
    }

    /** Five hundred on each side, 24 slots of 200 tables, as many pins as there may be, and as much that is gone. */
    @Test
    void the_largest_timetable_there_may_be_fits_into_an_item() {
        var slots = IntStream.range(0, MeetingRules.SLOTS_MAX)
                .mapToObj(number ->
                        Samples.START.plus(Duration.ofMinutes(15L * number)).plusMillis(123))
                .map(start -> new Slot(start, start.plus(Duration.ofMinutes(15))))
                .toList();
        var rules = new MeetingRules(MeetingRules.SLOTS_MAX, MeetingRules.TABLES_MAX, 24, 24);
        var projects = people(Matching.PARTICIPANTS_MAX);
        var investors = people(Matching.PARTICIPANTS_MAX);
        var setting = new Setting(slots, rules, pairs(projects, investors, 1), pairs(projects, investors, 77));
        var meetings = new ArrayList<Meeting>();
        for (int slot = 0; slot < MeetingRules.SLOTS_MAX; slot++) {
            for (int table = 0; table < MeetingRules.TABLES_MAX; table++) {
                var project = projects.get((table + 37 * slot) % projects.size());
                var investor = investors.get((table * 2 + 100 * slot + slot) % investors.size());
                meetings.add(new Meeting(slot, table, new Pair(project, investor), 100));
            }
        }
        var unmet = projects.stream().map(project -> new Unmet(project, 23, 24)).toList();
        var draft = draft(setting, meetings, unmet);
        assertTrue(show.timetables.keep(draft, show.deleteAt(), show.audit(Action.TIMETABLE_MADE)));
        assertEquals(Optional.of(draft), show.timetables.draft(show.id, draft.id()));

        var entries = meetings.stream()
                .map(meeting -> new PublishedTimetable.Entry(meeting, 9_999, false))
                .collect(Collectors.toCollection(ArrayList::new));
        // Of whoever is gone each has gone with one other who is gone.
        people(PublishedTimetable.WITHDRAWN_MAX)
                .forEach(gone -> entries.add(new PublishedTimetable.Entry(
                        new Meeting(23, 199, new Pair(gone, people(1).getFirst()), 100), 9_999, true)));
        var takesPart = new HashMap<RegistrationId, Integer>();
        projects.forEach(project -> takesPart.put(project, 9_999));
        investors.forEach(investor -> takesPart.put(investor, 9_999));
        var published = new PublishedTimetable(show.id, draft.id(), Samples.NOW, setting, entries, takesPart, 9_998);
        assertTrue(show.timetables.publish(published, show.deleteAt(), show.audit(Action.TIMETABLE_PUBLISHED)));
        assertTrue(show.timetables.repair(next(published, takesPart)));

        assertEquals(Optional.of(next(published, takesPart)), show.timetables.published(show.id));
        int bytes = bytes(item(ActivityKeys.publishedTimetable(show.id)).map());
        assertTrue(bytes < 400_000, () -> bytes + " bytes, of 409,600");
    }

    @Test
    void control_a_larger_one_does_not() {
        var setting = Show.setting();
        var gone = people(5_000);
        var entries = IntStream.range(0, gone.size() / 2)
                .mapToObj(i -> new PublishedTimetable.Entry(
                        new Meeting(2, 1, new Pair(gone.get(2 * i), gone.get(2 * i + 1)), 100), 1, true))
                .collect(Collectors.toCollection(ArrayList::new));
        var all = new ArrayList<>(entries);
        IntStream.range(0, 5).forEach(again -> all.addAll(entries));
        var published = new PublishedTimetable(
                show.id, TimetableId.fresh(Samples.NOW, random), Samples.NOW, setting, all, Map.of(), 1);

        assertThrows(
                StoreUnavailable.class,
                () -> show.timetables.publish(published, show.deleteAt(), show.audit(Action.TIMETABLE_PUBLISHED)));
    }

    /** As the store counts: names and values, and a byte and three for what holds others. */
    private static int bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(attribute -> attribute.getKey().length() + bytes(attribute.getValue()))
                .sum();
    }

    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
            case N -> 21;
            case L -> 3 + value.l().stream().mapToInt(one -> 1 + bytes(one)).sum();
            default -> throw new IllegalArgumentException("no timetable holds " + value.type());
        };
    }

    private Set<Pair> pairs(List<RegistrationId> projects, List<RegistrationId> investors, int apart) {
        return IntStream.range(0, Setting.PAIRS_MAX)
                .mapToObj(i -> new Pair(projects.get(i), investors.get((i + apart) % investors.size())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<RegistrationId> people(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> {
                    var key = new byte[PersonKey.BYTES];
                    random.nextBytes(key);
                    return new RegistrationId(show.id, new PersonKey(Base64Url.encode(key)), 1);
                })
                .toList();
    }

    private DraftTimetable draft(Setting setting, List<Meeting> meetings, List<Unmet> unmet) {
        var now = show.clock.instant();
        int score = meetings.stream().mapToInt(Meeting::score).sum();
        return new DraftTimetable(
                TimetableId.fresh(now, random),
                show.id,
                now,
                setting,
                new Timetable(meetings, score, score + 1, unmet));
    }

    private PublishedTimetable published(DraftTimetable draft) {
        return new PublishedTimetable(show.id, draft.id(), Samples.NOW, draft.setting(), List.of(), Map.of(), 1);
    }

    private static PublishedTimetable next(PublishedTimetable seen, Map<RegistrationId, Integer> people) {
        return new PublishedTimetable(
                seen.roadshow(),
                seen.draft(),
                seen.publishedAt(),
                seen.setting(),
                seen.entries(),
                people,
                seen.revision() + 1);
    }

    private Attributes item(Key key) {
        return Attributes.of(store.client()
                .getItem(it -> it.tableName(show.table).key(key.attributes()))
                .item());
    }

    private Pair pair(int project, int investor) {
        return new Pair(id(project), id(investor));
    }

    private RegistrationId id(int number) {
        return new RegistrationId(
                show.id,
                Samples.PERSON_KEYS
                        .of(show.id.value(), Samples.withEmail(number))
                        .getFirst(),
                1);
    }
}
