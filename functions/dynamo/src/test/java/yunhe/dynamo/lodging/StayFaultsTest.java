package yunhe.dynamo.lodging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.activity.Registration.Request;
import yunhe.core.activity.Review.Judgement;
import yunhe.core.lodging.AnswerStayOffer;
import yunhe.core.lodging.ChangeStay;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.MoveUp;
import yunhe.core.lodging.ReviewStay;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayArrival;
import yunhe.core.lodging.StayOutcome;
import yunhe.core.lodging.StayPolicy;
import yunhe.core.lodging.StayStatus;
import yunhe.core.lodging.Sweep;
import yunhe.core.shared.StoreUnavailable;
import yunhe.testkit.Faults;
import yunhe.testkit.Samples;
import yunhe.testkit.StaySamples;

/**
 * Every call of the store fails once, before it takes effect or after: whoever asks again finds what they asked for,
 * and no night is lost or doubled.
 */
class StayFaultsTest {

    private static final int CALLS_MAX = 60;

    private final Keeping keeping = new Keeping();

    @AfterEach
    void close() {
        keeping.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_booking_is_there_once(Faults.When when) {
        var station = open(StaySamples.policy());
        int guest = 0;
        for (int call = 1; call < CALLS_MAX; call++, guest++) {
            var faults = failing(call, when);
            var nights = StaySamples.days(1 + call % 20, 3);
            var applicant = StaySamples.applicant(Samples.withBoth(guest));
            var request = Optional.of(new Request("key-" + guest, "digest"));
            var booking = StaySamples.booking(station, applicant, nights, "single", true, request);
            var booked =
                    again(() -> keeping.bookStay(keeping.stays(faults.client())).book(booking));
            assertTrue(booked instanceof StayOutcome.Done, booked::toString);
            keeping.assertInOrder();
            if (faults.takeBack()) {
                return;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_cancelled_stay_gives_its_nights_back_once(Faults.When when) {
        everyCall(
                StaySamples.policy(),
                when,
                StayStatus.CANCELLED,
                (stay, stays) -> new EndStay(keeping.stations, stays, keeping.clock).cancel(stay.id()));
    }

    @ParameterizedTest
    @EnumSource
    void a_no_show_gives_its_nights_back_once(Faults.When when) {
        everyCall(StaySamples.policy(), when, StayStatus.NO_SHOW, (stay, stays) -> {
            var late = Clock.fixed(stay.origin().terms().noShowAt(), ZoneOffset.UTC);
            return new EndStay(keeping.stations, stays, late).noShow(stay.id());
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_stay_is_extended_by_what_it_was_to_be_extended(Faults.When when) {
        everyCall(
                StaySamples.policy(),
                when,
                StayStatus.CONFIRMED,
                (stay, stays) -> new ChangeStay(keeping.stations, stays, keeping.clock)
                        .change(
                                stay.id(),
                                new ChangeStay.Wish(
                                        Optional.of(stay.nights().arrive().plusDays(5)), Optional.of("twin")),
                                Optional.of("keeper")));
    }

    @ParameterizedTest
    @EnumSource
    void a_guest_arrives_once(Faults.When when) {
        everyCall(StaySamples.policy(), when, StayStatus.CHECKED_IN, (stay, stays) -> {
            var afternoon = stay.origin().terms().noShowAt().minusSeconds(3600);
            return new StayArrival(keeping.stations, stays, Clock.fixed(afternoon, ZoneOffset.UTC))
                    .arrive(stay.id(), new Admitted(afternoon, "keeper", "desk", "nonce"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_reviewer_decides_once(Faults.When when) {
        everyCall(
                StaySamples.reviewed(),
                when,
                StayStatus.REJECTED,
                (stay, stays) -> new ReviewStay(keeping.stations, stays, keeping.clock, keeping.random)
                        .decide(
                                stay.id(),
                                new Judgement(Verdict.REJECT, "reviewer", Optional.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @EnumSource
    void who_moves_up_has_the_nights_once(Faults.When when) {
        for (int call = 1; call < CALLS_MAX; call++) {
            var station = keeping.open(StaySamples.station(StaySamples.offering(), "single:1"));
            var nights = StaySamples.days(2, 3);
            var there = keeping.book(station, Samples.withEmail(2 * call), nights);
            var waiter = keeping.book(station, Samples.withEmail(2 * call + 1), nights);
            new EndStay(keeping.stations, keeping.stays, keeping.clock).cancel(there.id());
            var faults = failing(call, when);
            again(() -> new MoveUp(keeping.stations, keeping.stays(faults.client()), keeping.clock)
                    .moveUp(station, "single"));
            assertEquals(StayStatus.OFFERED, keeping.status(waiter));
            keeping.assertInOrder();

            var answering = failing(call, when);
            again(() -> new AnswerStayOffer(keeping.stations, keeping.stays(answering.client()), keeping.clock)
                    .answer(waiter.id(), Answer.ACCEPTED));
            assertEquals(StayStatus.CONFIRMED, keeping.status(waiter));
            keeping.assertInOrder();
            boolean noneLeft = faults.takeBack();
            if (answering.takeBack() && noneLeft) {
                return;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sweep_that_dies_is_taken_up_by_the_next(Faults.When when) {
        for (int call = 1; call < CALLS_MAX; call++) {
            var station = keeping.open(StaySamples.station(StaySamples.policy(), "single:1"));
            var nights = StaySamples.days(0, 3);
            var missing = keeping.book(station, Samples.withEmail(3 * call), nights);
            var next = keeping.book(station, Samples.withEmail(3 * call + 1), nights);
            var last = keeping.book(station, Samples.withEmail(3 * call + 2), nights);
            var late = Clock.fixed(missing.origin().terms().noShowAt(), ZoneOffset.UTC);
            var faults = failing(call, when);
            again(() -> {
                new Sweep(
                                new DynamoStations(faults.client(), keeping.table, keeping.random),
                                keeping.stays(faults.client()),
                                late)
                        .sweep(keeping.station(station));
                return station;
            });
            assertEquals(StayStatus.NO_SHOW, keeping.status(missing));
            assertEquals(StayStatus.CONFIRMED, keeping.status(next));
            assertEquals(StayStatus.EXPIRED, keeping.status(last));
            keeping.assertInOrder();
            if (faults.takeBack()) {
                return;
            }
        }
    }

    /** A stay of three nights for every call that may fail. */
    private void everyCall(StayPolicy policy, Faults.When when, StayStatus then, Act act) {
        var station = open(policy);
        for (int call = 1; call < CALLS_MAX; call++) {
            var stay = keeping.book(station, Samples.withEmail(call), StaySamples.days(2 + call % 20, 3));
            var faults = failing(call, when);
            again(() -> act.on(stay, keeping.stays(faults.client())));
            assertEquals(then, keeping.status(stay));
            keeping.assertInOrder();
            if (faults.takeBack()) {
                return;
            }
        }
    }

    private StationId open(StayPolicy policy) {
        return keeping.open(StaySamples.station(policy, "single:50", "twin:50"));
    }

    private Faults failing(int call, Faults.When when) {
        var faults = Faults.in(keeping.store.client());
        faults.failCall(call, when);
        return faults;
    }

    /** Whoever gets no answer asks again. */
    private static <T> T again(Supplier<T> act) {
        try {
            return act.get();
        } catch (StoreUnavailable unanswered) {
            return act.get();
        }
    }

    private interface Act {
        Object on(Stay stay, DynamoStays stays);
    }
}
