package yunhe.dynamo.lodging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Registration.Request;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.MoveUp;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayOutcome;
import yunhe.core.lodging.StayStatus;
import yunhe.core.lodging.Stays;
import yunhe.testkit.AtOnce;
import yunhe.testkit.Sabotage;
import yunhe.testkit.Samples;
import yunhe.testkit.StaySamples;

/** Many at one moment: each rule of the store with a control that breaks without it. */
class StayRacesTest {

    private final Keeping keeping = new Keeping();

    @AfterEach
    void close() {
        keeping.close();
    }

    @Test
    void twenty_four_people_at_once_on_overlapping_ranges_of_the_last_room_share_no_night() {
        var station = keeping.open(StaySamples.station(StaySamples.policy(), "single:1"));
        var booked = overlapping(keeping.stays, station);

        assertTrue(booked >= 1 && booked <= 3, () -> booked + " stays");
        assertTrue(mostTaken() <= 1, "oversold");
        assertEquals(
                2L * booked,
                keeping.books().nightsTaken().values().stream()
                        .mapToLong(it -> it)
                        .sum());
        keeping.assertInOrder();
    }

    @Test
    void control_without_the_condition_on_the_night_the_last_room_is_oversold() {
        var station = keeping.open(StaySamples.station(StaySamples.policy(), "single:1"));
        var sabotage = Sabotage.without(NightItem.NIGHT_IS_FREE, keeping.store.client());
        overlapping(allLookFirst(keeping.stays(sabotage.client()), 24), station);

        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertTrue(mostTaken() > 1, "oversold when nobody looks at the night");
    }

    @Test
    void the_same_guest_eight_times_at_once_under_different_identities_has_one_stay() {
        var station = keeping.open(StaySamples.station(StaySamples.entitling(6, 0), "single:20"));
        var outcomes = eightTimes(keeping.stays, station);

        assertEquals(1, booked(outcomes), () -> "stays: " + outcomes);
        assertEquals(
                List.of(3L), List.copyOf(keeping.books().nightsByGuestAndYear().values()));
        keeping.assertInOrder();
    }

    @Test
    void control_without_the_condition_on_the_guest_one_has_several() {
        var station = keeping.open(StaySamples.station(StaySamples.entitling(6, 0), "single:20"));
        var sabotage = Sabotage.without(GuestItem.NOBODY_IS_KNOWN, keeping.store.client());
        var outcomes = eightTimes(allLookFirst(keeping.stays(sabotage.client()), 8), station);

        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertTrue(booked(outcomes) > 1, "several stays when nobody looks at the guest");
    }

    @Test
    void a_request_that_is_answered_while_it_is_repeated_gets_the_same_answer() {
        var request = Optional.of(new Request("key", "digest"));
        var station = keeping.open(StaySamples.station(StaySamples.entitling(3, 0), "single:1"));
        var first = new AtomicReference<StayOutcome>();
        var repeated = lastRoom(
                beforeLookingAtNights(() -> first.set(lastRoom(keeping.stays, station, request))), station, request);

        assertEquals(
                Keeping.done(first.get()).orElseThrow(), Keeping.done(repeated).orElseThrow());
        keeping.assertInOrder();
    }

    @Test
    void control_without_its_key_it_is_told_that_the_room_is_taken() {
        var station = keeping.open(StaySamples.station(StaySamples.entitling(3, 0), "single:1"));
        var repeated = lastRoom(
                beforeLookingAtNights(() -> lastRoom(keeping.stays, station, Optional.empty())),
                station,
                Optional.empty());
        assertInstanceOf(StayOutcome.Full.class, repeated);
    }

    private StayOutcome lastRoom(Stays in, StationId station, Optional<Request> request) {
        var applicant = StaySamples.applicant(Samples.withBoth(1));
        return keeping.bookStay(in)
                .book(StaySamples.booking(station, applicant, StaySamples.days(1, 3), "single", false, request));
    }

    /** Somebody else comes in between, once. */
    private Stays beforeLookingAtNights(Runnable somebodyElse) {
        var isDone = new AtomicBoolean();
        return meddled(keeping.stays, "availability", () -> {
            if (isDone.compareAndSet(false, true)) {
                somebodyElse.run();
            }
        });
    }

    @Test
    void two_stays_at_once_never_exceed_what_a_known_guest_is_entitled_to() {
        var station = keeping.open(StaySamples.station(StaySamples.entitling(6, 0), "single:20"));
        keeping.book(station, Samples.withEmail(1), StaySamples.days(1, 2));
        assertEquals(1, booked(twoAtOnce(keeping.stays, station)));
        keeping.assertInOrder();
    }

    @Test
    void control_without_the_version_of_the_guests_record_they_do() {
        var station = keeping.open(StaySamples.station(StaySamples.entitling(6, 0), "single:20"));
        keeping.book(station, Samples.withEmail(1), StaySamples.days(1, 2));
        var sabotage = Sabotage.without(GuestItem.UNCHANGED, keeping.store.client());
        var outcomes = twoAtOnce(allLookFirst(keeping.stays(sabotage.client()), 2), station);

        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertEquals(2, booked(outcomes));
    }

    @Test
    void cancelling_and_not_coming_at_one_moment_give_a_night_back_once() {
        for (int round = 0; round < 10; round++) {
            var nights = StaySamples.days(2 + 4 * round, 3);
            var taken = cancelledAndMissing(keeping.stays, nights, round);
            assertEquals(1, taken, "the other guest's night");
            keeping.assertInOrder();
        }
    }

    @Test
    void control_without_the_version_of_the_stay_it_is_given_back_twice() {
        // The guest's record, which both change, stands in the way as well.
        var sabotage = Sabotage.without(
                StayItem.UNCHANGED,
                Sabotage.without(GuestItem.UNCHANGED, keeping.store.client()).client());
        var taken = cancelledAndMissing(allLookFirst(keeping.stays(sabotage.client()), 2), StaySamples.days(2, 3), 0);

        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertEquals(0, taken, "the other guest's night is gone");
        assertFalse(keeping.books().faults().isEmpty());
    }

    @Test
    void back_to_back_stays_share_no_night() {
        var station = keeping.open(StaySamples.station(StaySamples.policy(), "single:1"));
        var outcomes = AtOnce.run(
                6, guest -> keeping.ask(station, Samples.withEmail(guest), StaySamples.days(1 + 2 * guest, 2)));
        assertEquals(6, booked(outcomes));
        keeping.assertInOrder();
    }

    @Test
    void one_freed_room_is_given_to_one_of_those_who_wait_however_many_look_after_the_line() {
        var station = keeping.open(StaySamples.station(StaySamples.policy(), "single:1"));
        var nights = StaySamples.days(5, 3);
        var first = keeping.book(station, Samples.withEmail(0), nights);
        var line = List.of(
                keeping.book(station, Samples.withEmail(1), nights),
                keeping.book(station, Samples.withEmail(2), nights));
        new EndStay(keeping.stations, keeping.stays, keeping.clock).cancel(first.id());
        AtOnce.run(8, it -> new MoveUp(keeping.stations, keeping.stays, keeping.clock).moveUp(station, "single"));

        assertEquals(
                List.of(StayStatus.CONFIRMED, StayStatus.WAITLISTED),
                line.stream().map(keeping::status).toList());
        keeping.assertInOrder();
    }

    private int overlapping(Stays stays, StationId station) {
        return booked(AtOnce.run(
                24,
                guest -> keeping.bookStay(stays)
                        .book(StaySamples.booking(
                                station,
                                Samples.withEmail(guest),
                                StaySamples.days(1 + guest % 4, 2),
                                "single",
                                false))));
    }

    /** By mail, by phone, or with both: whoever has one of them in common is the same. */
    private List<StayOutcome> eightTimes(Stays stays, StationId station) {
        return AtOnce.run(8, time -> {
            var person = time % 2 == 0 ? Samples.withBoth(1) : Samples.withEmail(1);
            return keeping.bookStay(stays)
                    .book(StaySamples.booking(station, person, StaySamples.days(1 + time % 3, 3), "single", false));
        });
    }

    private List<StayOutcome> twoAtOnce(Stays stays, StationId station) {
        return AtOnce.run(
                2,
                time -> keeping.bookStay(stays)
                        .book(StaySamples.booking(
                                station, Samples.withEmail(1), StaySamples.days(10 + 5 * time, 3), "single", false)));
    }

    /** Two guests in one house; one of them cancels while the hour of no-shows comes. The other's night is counted. */
    private int cancelledAndMissing(Stays stays, Nights nights, int round) {
        var station = keeping.open(StaySamples.station(StaySamples.policy(), "single:2"));
        keeping.book(station, Samples.withEmail(100 + 2 * round), nights);
        var stay = keeping.book(station, Samples.withEmail(101 + 2 * round), nights);
        var early = Clock.fixed(stay.origin().terms().cancelUntil().minusSeconds(1), ZoneOffset.UTC);
        var late = Clock.fixed(stay.origin().terms().noShowAt(), ZoneOffset.UTC);
        AtOnce.<Object>run(
                2,
                who -> who == 0
                        ? new EndStay(keeping.stations, stays, early).cancel(stay.id())
                        : ended(stays, late, stay));
        return keeping.taken(station, nights);
    }

    /** What the sweep does with one of them. */
    private Object ended(Stays stays, Clock late, Stay stay) {
        return new EndStay(keeping.stations, stays, late).noShow(stay.id());
    }

    private long mostTaken() {
        return keeping.books().nightsTaken().values().stream()
                .mapToLong(it -> it)
                .max()
                .orElse(0);
    }

    private static int booked(List<StayOutcome> outcomes) {
        return (int)
                outcomes.stream().filter(StayOutcome.Done.class::isInstance).count();
    }

    /** So many callers have all looked before the first of them writes: then only conditions tell them apart. */
    private static Stays allLookFirst(Stays real, int callers) {
        var everybody = new CyclicBarrier(callers);
        var isThere = ThreadLocal.withInitial(() -> false);
        return meddled(real, "write", () -> {
            if (!isThere.get()) {
                isThere.set(true);
                everybody.await(20, TimeUnit.SECONDS);
            }
        });
    }

    /** Something happens before each call of this name. */
    private static Stays meddled(Stays real, String name, Meddling before) {
        return (Stays) Proxy.newProxyInstance(
                Stays.class.getClassLoader(), new Class<?>[] {Stays.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(name)) {
                        before.happen();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private interface Meddling {
        void happen() throws Exception;
    }
}
