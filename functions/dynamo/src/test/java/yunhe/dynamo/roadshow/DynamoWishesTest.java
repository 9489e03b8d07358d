package yunhe.dynamo.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.RegistrationId;
import yunhe.core.roadshow.Participant;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.testkit.AtOnce;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Sabotage;
import yunhe.testkit.Samples;

final class DynamoWishesTest {

    private static EmbeddedStore store;

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
    void a_wish_is_read_back_in_its_order_and_the_last_one_stands() {
        var mine = id(1);
        assertEquals(List.of(), show.wishes.of(mine));

        var ranked = IntStream.range(2, 2 + Participant.WISHES_MAX)
                .mapToObj(this::id)
                .toList();
        assertTrue(show.wishes.put(mine, ranked, show.deleteAt()));
        assertEquals(ranked, show.wishes.of(mine));
        assertTrue(show.wishes.put(mine, ranked.reversed(), show.deleteAt()));
        assertEquals(ranked.reversed(), show.wishes.of(mine));
        assertTrue(show.wishes.put(mine, List.of(), show.deleteAt()));
        assertEquals(List.of(), show.wishes.of(mine));
    }

    @Test
    void everybodys_are_read_together_however_many_and_nobody_elses() {
        var other = new Show(store);
        other.wishes.put(new RegistrationId(other.id, id(1).person(), 1), List.of(), show.deleteAt());
        var ranked =
                IntStream.range(0, Participant.WISHES_MAX).mapToObj(this::id).toList();
        // Together more than one page of the store, which ends after a megabyte.
        var people =
                IntStream.range(0, 1_100).mapToObj(number -> id(1_000 + number)).toList();
        people.forEach(who -> show.wishes.put(who, ranked, show.deleteAt()));

        var all = show.wishes.all(show.id);
        assertEquals(people.size(), all.size());
        people.forEach(who -> assertEquals(ranked, all.get(who)));
    }

    @Test
    void a_later_attempt_of_a_person_wishes_anew() {
        show.wishes.put(id(1), List.of(id(2)), show.deleteAt());

        assertEquals(List.of(), show.wishes.of(id(1).next()));
        show.wishes.put(id(1).next(), List.of(id(3)), show.deleteAt());
        assertEquals(List.of(id(2)), show.wishes.of(id(1)));
    }

    @Test
    void nothing_can_be_wished_any_more_once_the_timetable_is_published() {
        var project = show.project(1);
        var investor = show.investor(1);
        show.wishes.put(project.id(), List.of(investor.id()), show.deleteAt());
        show.publish();

        assertFalse(show.wishes.put(project.id(), List.of(), show.deleteAt()));
        assertEquals(List.of(investor.id()), show.wishes.of(project.id()));
    }

    @Test
    void control_without_the_condition_it_can() {
        var project = show.project(1);
        show.publish();
        var sabotage = Sabotage.without(DynamoTimetables.NOT_PUBLISHED, show.client());

        assertTrue(new DynamoWishes(sabotage.client(), show.table, show.random)
                .put(project.id(), List.of(), show.deleteAt()));
        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
    }

    @Test
    void of_many_wishes_of_one_person_at_once_one_is_stored_whole() {
        var lists = IntStream.range(0, 12)
                .mapToObj(number -> List.of(id(number), id(number + 100)))
                .toList();
        AtOnce.run(12, number -> show.wishes.put(id(1), lists.get(number), show.deleteAt()));

        assertTrue(lists.contains(show.wishes.of(id(1))));
    }

    @Test
    void it_is_kept_as_long_as_the_registration_also_when_the_roadshow_is_moved() {
        var project = show.project(1);
        var silent = show.project(2);
        show.wishes.put(project.id(), List.of(), show.deleteAt());
        var later = Duration.ofDays(400);
        var activity = Changed.moved(show, later);

        show.registrations.noteMoved(
                project, activity.version(), show.deleteAt().plus(later));
        show.registrations.noteMoved(silent, activity.version(), show.deleteAt().plus(later));
        assertEquals(
                Map.of(project.id(), show.deleteAt().plus(later).getEpochSecond()),
                Map.of(project.id(), expiresAt(project.id())));
        assertEquals(Map.of(project.id(), List.of()), show.wishes.all(show.id), "nobody wishes by being told");
    }

    private long expiresAt(RegistrationId id) {
        var item = show.client()
                .getItem(it ->
                        it.tableName(show.table).key(ActivityKeys.wishes(id).attributes()))
                .item();
        return Attributes.of(item).number("expiresAt");
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
