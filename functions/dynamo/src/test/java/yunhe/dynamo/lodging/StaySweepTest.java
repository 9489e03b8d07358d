package yunhe.dynamo.lodging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.agenda.Budget;
import yunhe.core.checkin.ScanResult;
import yunhe.core.lodging.AnswerStayOffer;
import yunhe.core.lodging.ChangeStay;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.GuestRecord.Objection;
import yunhe.core.lodging.LodgingTick;
import yunhe.core.lodging.MoveUp;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayArrival;
import yunhe.core.lodging.StayOutcome;
import yunhe.core.lodging.StayPolicy;
import yunhe.core.lodging.StayStatus;
import yunhe.core.lodging.Stays;
import yunhe.testkit.Samples;
import yunhe.testkit.StaySamples;

/** What time does to stays: deadlines, the hour of no-shows, the days on which clocks change. */
class StaySweepTest {

    private final Keeping keeping = new Keeping();

    @AfterEach
    void close() {
        keeping.close();
    }

    @Test
    void a_no_show_hands_tonight_and_the_rest_on_within_one_tick_and_all_its_nights_count() {
        var station = open(StaySamples.entitling(6, 0), "single:1");
        var missing = keeping.book(station, Samples.withEmail(1), StaySamples.days(1, 4));
        var next = keeping.book(station, Samples.withEmail(2), StaySamples.days(1, 2));
        tickAt(missing.origin().terms().noShowAt().minusSeconds(1));
        assertEquals(StayStatus.CONFIRMED, keeping.status(missing));

        tickAt(missing.origin().terms().noShowAt());
        assertEquals(StayStatus.NO_SHOW, keeping.status(missing));
        assertEquals(StayStatus.CONFIRMED, keeping.status(next));
        assertEquals(
                4,
                keeping.books().nightsByGuestAndYear().values().stream()
                        .mapToLong(it -> it)
                        .max()
                        .orElse(0));
        var again = keeping.ask(station, Samples.withEmail(1), StaySamples.days(10, 3));
        assertEquals(
                new Objection.Exhausted(2026, 4, 6),
                assertInstanceOf(StayOutcome.NotEntitled.class, again).objection());
        keeping.assertInOrder();
    }

    @Test
    void whoever_still_waits_for_tonight_when_the_rest_is_handed_on_has_waited_in_vain() {
        var station = open(StaySamples.policy(), "single:1");
        var there = keeping.book(station, Samples.withEmail(1), StaySamples.days(1, 2));
        var tonight = keeping.book(station, Samples.withEmail(2), StaySamples.days(1, 1));
        var later = keeping.book(station, Samples.withEmail(3), StaySamples.days(2, 1));
        arrive(there);
        tickAt(there.origin().terms().noShowAt());

        assertEquals(
                List.of(StayStatus.CHECKED_IN, StayStatus.EXPIRED, StayStatus.WAITLISTED),
                statuses(there, tonight, later));
        keeping.assertInOrder();
    }

    @Test
    void whoever_is_given_the_night_at_the_last_moment_has_a_day_to_come() {
        var station = open(StaySamples.policy(), "single:1");
        var missing = keeping.book(station, Samples.withEmail(1), StaySamples.days(1, 3));
        var late = keeping.book(station, Samples.withEmail(2), StaySamples.days(1, 3));
        var noShowAt = missing.origin().terms().noShowAt();
        tickAt(noShowAt);
        tickAt(noShowAt.plus(Duration.ofMinutes(5)));
        assertEquals(StayStatus.CONFIRMED, keeping.status(late));
        tickAt(noShowAt.plus(Duration.ofDays(1)));
        assertEquals(StayStatus.NO_SHOW, keeping.status(late));
        keeping.assertInOrder();
    }

    @Test
    void whoever_waits_goes_before_whoever_comes_in_the_moment_in_which_a_night_becomes_free() {
        var station = open(StaySamples.policy(), "single:1");
        var there = keeping.book(station, Samples.withEmail(1), StaySamples.days(3, 2));
        var next = keeping.book(station, Samples.withEmail(4), StaySamples.days(6, 1));
        var waiter = keeping.book(station, Samples.withEmail(2), StaySamples.days(3, 3));
        end().cancel(there.id());
        assertEquals(
                List.of(StayStatus.WAITLISTED, StayStatus.CONFIRMED),
                statuses(keeping.book(station, Samples.withEmail(3), StaySamples.days(4, 1)), waiter));
        assertTrue(change(next, StaySamples.TODAY.plusDays(8)).isPresent(), "nobody waits for that");
        keeping.assertInOrder();
    }

    @Test
    void ticks_that_did_not_run_for_a_week_are_caught_up() {
        var station = open(StaySamples.policy(), "single:3");
        var missing = keeping.book(station, Samples.withEmail(1), StaySamples.days(1, 2));
        var there = keeping.book(station, Samples.withEmail(2), StaySamples.days(1, 2));
        arrive(there);
        tickAt(StaySamples.NOW.plus(Duration.ofDays(9)));
        assertEquals(List.of(StayStatus.NO_SHOW, StayStatus.CHECKED_OUT), statuses(missing, there));
        keeping.assertInOrder();
    }

    @Test
    void an_application_holds_its_nights_until_its_deadline_and_no_longer() {
        var station = open(StaySamples.reviewed(), "single:1");
        var pending = keeping.book(station, Samples.withEmail(1), StaySamples.days(10, 2));
        keeping.stays.noteHold(new Stays.Hold(pending.history().deadline().orElseThrow(), pending.id()));
        tickAt(StaySamples.NOW.plus(Duration.ofHours(24)).minusSeconds(1));
        assertEquals(StayStatus.PENDING, keeping.status(pending));
        assertEquals(1, keeping.taken(station, pending.nights()));

        tickAt(StaySamples.NOW.plus(Duration.ofHours(24)));
        assertEquals(StayStatus.EXPIRED, keeping.status(pending));
        assertEquals(0, keeping.taken(station, pending.nights()));
        assertEquals(List.of(), keeping.stays.holdsOver(keeping.clock.instant(), 10));
    }

    @Test
    void a_tick_within_a_second_of_a_deadline_neither_ends_nor_forgets_what_is_still_held() {
        var station = open(StaySamples.reviewed(), "single:1");
        keeping.clock.advance(Duration.ofMillis(700));
        var pending = keeping.book(station, Samples.withEmail(1), StaySamples.days(10, 2));
        var deadline = pending.history().deadline().orElseThrow();
        keeping.stays.noteHold(new Stays.Hold(deadline, pending.id()));
        tickAt(deadline.minusMillis(400));
        assertEquals(StayStatus.PENDING, keeping.status(pending));
        tickAt(deadline);
        assertEquals(StayStatus.EXPIRED, keeping.status(pending));
    }

    @Test
    void what_has_run_out_stands_in_nobodys_way_before_a_schedule_has_noticed() {
        var station = open(StaySamples.reviewed(), "single:1");
        var nights = StaySamples.days(10, 2);
        var own = keeping.book(station, Samples.withEmail(1), nights);
        keeping.stays.noteHold(new Stays.Hold(own.history().deadline().orElseThrow(), own.id()));
        keeping.clock.advance(Duration.ofHours(25));
        var others = keeping.book(station, Samples.withEmail(1), nights);
        assertEquals(List.of(StayStatus.EXPIRED, StayStatus.PENDING), statuses(own, others));

        keeping.clock.advance(Duration.ofHours(25));
        keeping.stays.noteHold(new Stays.Hold(keeping.clock.instant(), others.id()));
        assertEquals(
                StayStatus.PENDING,
                keeping.book(station, Samples.withEmail(2), nights).status());
        keeping.assertInOrder();
    }

    @Test
    void who_waits_moves_up_by_what_was_allowed_when_they_asked() {
        var station = open(StaySamples.policy(), "single:1");
        var there = keeping.book(station, Samples.withEmail(1), StaySamples.days(5, 3));
        var waiter = keeping.book(station, Samples.withEmail(2), StaySamples.days(5, 3));
        var seen = keeping.station(station);
        keeping.stations.replace(seen, StaySamples.changed(seen.details(), policy -> strict()), keeping.actor());
        end().cancel(there.id());
        new MoveUp(keeping.stations, keeping.stays, keeping.clock).moveUp(station, "single");
        assertEquals(StayStatus.CONFIRMED, keeping.status(waiter));
    }

    @Test
    void who_may_not_have_the_nights_is_passed_over_and_who_comes_behind_is_not() {
        var station = open(StaySamples.entitling(3, 0), "single:1");
        var other = open(StaySamples.entitling(3, 0), "single:1");
        var there = keeping.book(station, Samples.withEmail(1), StaySamples.days(5, 3));
        var first = keeping.book(station, Samples.withEmail(2), StaySamples.days(5, 3));
        var second = keeping.book(station, Samples.withEmail(3), StaySamples.days(5, 3));
        keeping.book(other, Samples.withEmail(2), StaySamples.days(10, 2));
        end().cancel(there.id());
        new MoveUp(keeping.stations, keeping.stays, keeping.clock).moveUp(station, "single");
        assertEquals(List.of(StayStatus.WAITLISTED, StayStatus.CONFIRMED), statuses(first, second));
        keeping.assertInOrder();
    }

    @Test
    void two_who_turn_out_to_be_one_guest_are_judged_by_what_both_have() {
        var station = open(StaySamples.entitling(6, 0), "single:5");
        keeping.book(station, Samples.withEmail(1), StaySamples.days(1, 2));
        keeping.book(station, Samples.withPhone(1), StaySamples.days(5, 2));
        var both = keeping.ask(station, Samples.withBoth(1), StaySamples.days(10, 3));
        assertEquals(
                new Objection.Exhausted(2026, 4, 6),
                assertInstanceOf(StayOutcome.NotEntitled.class, both).objection());
        keeping.book(station, Samples.withBoth(1), StaySamples.days(10, 2));
        for (var contact : List.of(Samples.withEmail(1), Samples.withPhone(1))) {
            assertInstanceOf(StayOutcome.NotEntitled.class, keeping.ask(station, contact, StaySamples.days(15, 1)));
        }
        keeping.assertInOrder();
    }

    @Test
    void whoever_did_not_come_in_time_cannot_make_the_stay_shorter() {
        var station = open(StaySamples.policy(), "single:1");
        var stay = keeping.book(station, Samples.withEmail(1), StaySamples.days(0, 4));
        keeping.clock.moveTo(stay.origin().terms().noShowAt());
        assertTrue(change(stay, StaySamples.TODAY.plusDays(1)).isEmpty());
    }

    @Test
    void a_guest_whose_room_type_is_gone_can_still_give_nights_back() {
        var station = open(StaySamples.policy(), "single:1");
        var stay = keeping.book(station, Samples.withEmail(1), StaySamples.days(2, 4));
        var seen = keeping.station(station);
        keeping.stations.replace(seen, StaySamples.station(StaySamples.policy(), "twin:1"), keeping.actor());
        assertEquals(
                1,
                change(stay, StaySamples.TODAY.plusDays(3))
                        .orElseThrow()
                        .nights()
                        .count());
        keeping.assertInOrder();
    }

    @Test
    void an_application_that_ran_out_was_never_an_offer() {
        var station = open(StaySamples.reviewed(), "single:1");
        var stay = keeping.book(station, Samples.withEmail(1), StaySamples.days(10, 2));
        keeping.clock.advance(Duration.ofHours(25));
        end().expire(keeping.now(stay));
        assertEquals(
                new StayOutcome.Refused(Refusal.REGISTRATION_STATE),
                new AnswerStayOffer(keeping.stations, keeping.stays, keeping.clock).answer(stay.id(), Answer.ACCEPTED));
    }

    @Test
    void a_check_in_taken_back_after_the_hour_leaves_a_day_to_come() {
        var station = open(StaySamples.policy(), "single:1");
        var stay = keeping.book(station, Samples.withEmail(1), StaySamples.days(0, 3));
        arrive(stay);
        keeping.clock.moveTo(stay.origin().terms().noShowAt().plusSeconds(60));
        assertTrue(new StayArrival(keeping.stations, keeping.stays, keeping.clock)
                .undo(stay.id(), "keeper", "wrong guest"));
        tickAt(stay.origin().terms().noShowAt().plusSeconds(120));
        assertEquals(StayStatus.CONFIRMED, keeping.status(stay));
        tickAt(stay.origin().terms().noShowAtIfLate());
        assertEquals(StayStatus.NO_SHOW, keeping.status(stay));
    }

    @Test
    void a_hold_that_nobody_noted_ends_with_the_first_night_at_the_latest() {
        var station = open(StaySamples.reviewed(), "single:1");
        var pending = keeping.book(station, Samples.withEmail(1), StaySamples.days(1, 2));
        tickAt(pending.origin().terms().noShowAt());
        assertEquals(StayStatus.EXPIRED, keeping.status(pending));
        keeping.assertInOrder();
    }

    @Test
    void another_policy_does_not_touch_a_stay_that_is_there() {
        var station = open(StaySamples.policy(), "single:2");
        var stay = keeping.book(station, Samples.withEmail(1), StaySamples.days(1, 5));
        var seen = keeping.station(station);
        var earlier = new StationDetails(
                seen.details().name(),
                seen.details().address(),
                seen.details().zone(),
                seen.details().checkInFrom(),
                seen.details().checkOutUntil(),
                LocalTime.of(18, 0),
                seen.details().rooms(),
                strict(),
                List.of());
        assertTrue(keeping.stations.replace(seen, earlier, keeping.actor()).isPresent());

        tickAt(stay.origin().terms().noShowAt().minusSeconds(1));
        assertEquals(StayStatus.CONFIRMED, keeping.status(stay));
        assertEquals(5, keeping.now(stay).nights().count());
        tickAt(stay.origin().terms().noShowAt());
        assertEquals(StayStatus.NO_SHOW, keeping.status(stay));
    }

    @Test
    void a_policy_with_an_earlier_hour_holds_for_those_who_book_under_it() {
        var station = open(StaySamples.policy(), "single:2");
        var seen = keeping.station(station);
        var earlier = new StationDetails(
                seen.details().name(),
                seen.details().address(),
                seen.details().zone(),
                seen.details().checkInFrom(),
                seen.details().checkOutUntil(),
                LocalTime.of(18, 0),
                seen.details().rooms(),
                seen.details().policy(),
                List.of());
        tickAt(StaySamples.NOW);
        keeping.stations.replace(seen(station), earlier, keeping.actor());
        var stay = keeping.book(station, Samples.withEmail(1), StaySamples.days(0, 2));
        tickAt(StaySamples.NOW.plusSeconds(1));
        tickAt(stay.origin().terms().noShowAt());
        assertEquals(StayStatus.NO_SHOW, keeping.status(stay));
    }

    @Test
    void leaving_early_frees_the_nights_from_that_day_on_and_only_the_slept_ones_count() {
        var station = open(StaySamples.entitling(6, 0), "single:1");
        var stay = keeping.book(station, Samples.withEmail(1), StaySamples.days(1, 4));
        var waiter = keeping.book(station, Samples.withEmail(2), StaySamples.days(3, 2));
        arrive(stay);
        keeping.clock.advance(Duration.ofDays(2));
        var left = Keeping.done(end().checkOut(stay.id(), "keeper")).orElseThrow();
        assertEquals(Optional.of(StaySamples.TODAY.plusDays(3)), left.history().leftOn());
        assertEquals(left, Keeping.done(end().checkOut(stay.id(), "keeper")).orElseThrow());
        new MoveUp(keeping.stations, keeping.stays, keeping.clock).moveUp(station, "single");
        assertEquals(StayStatus.CONFIRMED, keeping.status(waiter));
        assertInstanceOf(StayOutcome.Done.class, keeping.ask(station, Samples.withEmail(1), StaySamples.days(20, 4)));
        keeping.assertInOrder();
    }

    @Test
    void a_guest_who_is_there_stays_on_if_there_is_room_and_gives_back_what_has_not_been_slept() {
        var station = open(StaySamples.policy(), "single:1");
        var stay = keeping.book(station, Samples.withEmail(1), StaySamples.days(1, 3));
        arrive(stay);
        keeping.clock.advance(Duration.ofDays(2));
        assertEquals(
                5,
                change(stay, StaySamples.TODAY.plusDays(6))
                        .orElseThrow()
                        .nights()
                        .count());
        // Yesterday has been slept.
        assertTrue(change(stay, StaySamples.TODAY.plusDays(2)).isEmpty());
        assertEquals(
                2,
                change(stay, StaySamples.TODAY.plusDays(3))
                        .orElseThrow()
                        .nights()
                        .count());
        keeping.assertInOrder();
    }

    @Test
    void cancelling_ends_the_hours_before_arrival_that_the_station_asks_for() {
        var station = open(StaySamples.policy(), "single:2");
        var stay = keeping.book(station, Samples.withEmail(1), StaySamples.days(3, 2));
        var other = keeping.book(station, Samples.withEmail(2), StaySamples.days(3, 2));
        keeping.clock.moveTo(stay.origin().terms().cancelUntil().minusMillis(1));
        assertEquals(
                StayStatus.CANCELLED,
                Keeping.done(end().cancel(stay.id())).orElseThrow().status());
        keeping.clock.moveTo(stay.origin().terms().cancelUntil());
        assertEquals(new StayOutcome.Refused(Refusal.CANCEL_TOO_LATE), end().cancel(other.id()));
    }

    @Test
    void the_hour_of_no_shows_is_the_stations_also_on_the_days_on_which_clocks_change() {
        var berlin = ZoneId.of("Europe/Berlin");
        for (var day : List.of(LocalDate.of(2027, 3, 28), LocalDate.of(2027, 10, 31))) {
            keeping.clock.moveTo(day.minusDays(5).atTime(9, 0).atZone(berlin).toInstant());
            var station = keeping.open(StaySamples.station(berlin, StaySamples.policy(), "single:1"));
            var stay = keeping.book(
                    station, Samples.withEmail(day.getDayOfYear()), new Nights(day.minusDays(1), day.plusDays(1)));
            var other = keeping.book(station, Samples.withPhone(day.getDayOfYear()), new Nights(day, day.plusDays(1)));
            tickAt(day.minusDays(1).atTime(21, 59).atZone(berlin).toInstant());
            assertEquals(StayStatus.CONFIRMED, keeping.status(stay));
            tickAt(day.minusDays(1).atTime(22, 0).atZone(berlin).toInstant());
            assertEquals(List.of(StayStatus.NO_SHOW, StayStatus.CONFIRMED), statuses(stay, other));
            assertEquals(
                    day.atTime(22, 0).atZone(berlin).toInstant(),
                    keeping.now(other).origin().terms().noShowAt());
            keeping.assertInOrder();
        }
    }

    @Test
    void the_twenty_ninth_of_february_is_a_night_like_any_other() {
        keeping.clock.moveTo(LocalDate.of(2028, 2, 20)
                .atTime(9, 0)
                .atZone(StaySamples.HANGZHOU)
                .toInstant());
        var station = open(StaySamples.entitling(3, 0), "single:1");
        var leap = new Nights(LocalDate.of(2028, 2, 28), LocalDate.of(2028, 3, 2));
        assertEquals(3, leap.count());
        var stay = keeping.book(station, Samples.withEmail(1), leap);
        assertEquals(1, keeping.taken(station, new Nights(LocalDate.of(2028, 2, 29), LocalDate.of(2028, 3, 1))));
        arrive(stay);
        keeping.clock.moveTo(LocalDate.of(2028, 2, 29)
                .atTime(9, 0)
                .atZone(StaySamples.HANGZHOU)
                .toInstant());
        end().checkOut(stay.id(), "keeper");
        assertEquals(
                List.of(1L), List.copyOf(keeping.books().nightsByGuestAndYear().values()));
        keeping.assertInOrder();
    }

    @Test
    void nights_on_both_sides_of_new_year_count_for_the_year_in_which_they_are() {
        var station = open(StaySamples.entitling(3, 0), "single:1");
        var stay = keeping.book(
                station, Samples.withEmail(1), new Nights(LocalDate.of(2026, 12, 29), LocalDate.of(2027, 1, 3)));
        assertEquals(5, stay.nights().count());
        assertEquals(
                List.of(3L, 2L),
                List.copyOf(keeping.books().nightsByGuestAndYear().values()));
        var objection = keeping.ask(
                station, Samples.withEmail(1), new Nights(LocalDate.of(2027, 1, 10), LocalDate.of(2027, 1, 12)));
        assertEquals(
                new Objection.Exhausted(2027, 2, 3),
                assertInstanceOf(StayOutcome.NotEntitled.class, objection).objection());
    }

    private StationId open(StayPolicy policy, String rooms) {
        return keeping.open(StaySamples.station(policy, rooms));
    }

    private Station seen(StationId id) {
        return keeping.station(id);
    }

    /** Half of everything that was allowed. */
    private static StayPolicy strict() {
        return StaySamples.entitling(2, 30);
    }

    private void tickAt(Instant instant) {
        keeping.clock.moveTo(instant);
        new LodgingTick(keeping.stations, keeping.stays, keeping.clock).run(new Budget(1000, () -> false));
    }

    private EndStay end() {
        return new EndStay(keeping.stations, keeping.stays, keeping.clock);
    }

    private Optional<Stay> change(Stay stay, LocalDate depart) {
        return Keeping.done(new ChangeStay(keeping.stations, keeping.stays, keeping.clock)
                .change(stay.id(), new ChangeStay.Wish(Optional.of(depart), Optional.empty()), Optional.empty()));
    }

    /** In the afternoon of the first day. */
    private void arrive(Stay stay) {
        keeping.clock.moveTo(stay.origin().terms().noShowAt().minus(Duration.ofHours(4)));
        var answer = new StayArrival(keeping.stations, keeping.stays, keeping.clock)
                .arrive(stay.id(), new Admitted(keeping.clock.instant(), "keeper", "desk", "nonce"));
        assertEquals(ScanResult.ADMITTED, answer.result());
    }

    private List<StayStatus> statuses(Stay... some) {
        return Arrays.stream(some).map(keeping::status).toList();
    }
}
