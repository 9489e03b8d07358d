package yunhe.core.lodging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;

final class StationDayTest {

    private static final RandomGenerator RANDOM = RandomGenerator.of("L64X128MixRandom");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 8);
    private static final Instant NOW = Instant.parse("2026-12-08T07:00:00Z");
    private static final Station STATION = station(List.of());

    @Test
    void whoever_is_expected_or_has_come_is_an_arrival_and_whoever_waits_or_will_not_come_is_none() {
        for (var status : StayStatus.values()) {
            boolean arrives = switch (status) {
                case CONFIRMED, PENDING, OFFERED, CHECKED_IN, CHECKED_OUT -> true;
                case WAITLISTED, REJECTED, CANCELLED, EXPIRED, NO_SHOW -> false;
            };
            var stay = stay(status, 0, 2);
            assertEquals(arrives ? List.of(stay) : List.of(), day(TODAY, stay).arrivals(), status.name());
        }
    }

    @Test
    void an_application_whose_nights_are_no_longer_held_is_no_arrival() {
        var stay = stay(StayStatus.PENDING, 0, 2);
        var held = stay.moved(StayStatus.PENDING, stay.history().heldUntil(NOW.plusSeconds(1)));
        var over = stay.moved(StayStatus.PENDING, stay.history().heldUntil(NOW));
        assertEquals(List.of(held), day(TODAY, held, over).arrivals());
    }

    @Test
    void whoever_was_let_come_a_day_later_is_an_arrival_of_today_only() {
        var late = stay(StayStatus.CONFIRMED, -1, 3);
        assertEquals(List.of(late), day(TODAY, late).arrivals());
        assertEquals(List.of(late), day(TODAY.minusDays(1), late).arrivals());
        assertEquals(List.of(), day(TODAY.plusDays(1), late).arrivals());
        var over = stay(StayStatus.CONFIRMED, -2, 2);
        assertEquals(List.of(), day(TODAY, over).arrivals());
    }

    @Test
    void guests_sleep_there_up_to_the_night_before_they_leave() {
        var guest = stay(StayStatus.CHECKED_IN, -1, 2);
        assertEquals(List.of(guest), day(TODAY, guest).inHouse());
        assertEquals(List.of(), day(TODAY.plusDays(1), guest).inHouse());
        assertEquals(List.of(guest), day(TODAY.plusDays(1), guest).departures());

        var left = guest.moved(StayStatus.CHECKED_OUT, guest.history().left(TODAY));
        assertEquals(List.of(), day(TODAY, left).inHouse());
        assertEquals(List.of(left), day(TODAY, left).departures());
        assertEquals(List.of(left), day(TODAY.minusDays(1), left).inHouse());
        assertEquals(List.of(), day(TODAY.plusDays(1), left).departures());
    }

    @Test
    void whoever_should_have_left_before_is_still_to_be_checked_out_today() {
        var overdue = stay(StayStatus.CHECKED_IN, -4, 3);
        assertEquals(List.of(overdue), day(TODAY, overdue).departures());
        assertEquals(List.of(), day(TODAY.plusDays(1), overdue).departures());
    }

    @Test
    void no_shows_are_those_of_the_day() {
        var missing = stay(StayStatus.NO_SHOW, 0, 3);
        assertEquals(List.of(missing), day(TODAY, missing).noShows());
        assertEquals(List.of(), day(TODAY.plusDays(1), missing).noShows());
    }

    @Test
    void what_is_still_to_be_done_comes_first() {
        var in = stay(StayStatus.CHECKED_IN, 0, 1);
        var out = stay(StayStatus.CHECKED_OUT, 0, 1);
        var expected = stay(StayStatus.CONFIRMED, 0, 5);
        assertEquals(List.of(expected, in, out), day(TODAY, out, in, expected).arrivals());
    }

    @Test
    void rooms_out_of_use_are_counted_apart_and_never_make_less_than_none() {
        var details = station(List.of(
                        rule(Optional.of("single"), Optional.of(4), 1),
                        rule(Optional.empty(), Optional.empty(), 5),
                        rule(Optional.of("other"), Optional.of(9), 9)))
                .details();
        assertEquals(
                List.of(4, 6, 0),
                List.of(
                        details.count("single", TODAY),
                        details.blocked("single", TODAY),
                        details.places("single", TODAY)));
        var tomorrow = TODAY.plusDays(1);
        assertEquals(
                List.of(20, 0, 20),
                List.of(
                        details.count("single", tomorrow),
                        details.blocked("single", tomorrow),
                        details.places("single", tomorrow)));
    }

    private static NightRule rule(Optional<String> room, Optional<Integer> count, int blocked) {
        return new NightRule(TODAY, TODAY.plusDays(1), room, count, blocked, Optional.empty());
    }

    private static StationDay day(LocalDate day, Stay... stays) {
        return StationDay.of(STATION, day, List.of(stays), NOW);
    }

    private static Stay stay(StayStatus status, int after, int nights) {
        var arrive = TODAY.plusDays(after);
        var person = new Person(
                "韩梅梅", Optional.of(new Email("han@example.com")), Optional.empty(), Optional.empty(), Optional.empty());
        return new Stay(
                StayId.fresh(STATION.id(), arrive, RANDOM),
                "single",
                new Nights(arrive, arrive.plusDays(nights)),
                status,
                new Applicant(
                        person,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Language.ZH),
                new Stay.Origin(NOW, "2026-11", Optional.empty(), STATION.terms(arrive), NOW),
                Optional.empty(),
                StayHistory.NONE,
                1);
    }

    private static Station station(List<NightRule> rules) {
        return new Station(
                StationId.fresh(RANDOM),
                new StationDetails(
                        new Bilingual("运河驿站", "Canal Station"),
                        "",
                        ZoneId.of("Asia/Shanghai"),
                        LocalTime.of(14, 0),
                        LocalTime.of(12, 0),
                        LocalTime.of(22, 0),
                        List.of(new RoomType("single", Bilingual.same("single"), 20, RoomType.For.ANY)),
                        StayPolicy.DEFAULT,
                        rules),
                1,
                6,
                NOW);
    }
}
