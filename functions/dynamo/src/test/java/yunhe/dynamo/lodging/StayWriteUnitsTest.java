package yunhe.dynamo.lodging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yunhe.core.agenda.Budget;
import yunhe.core.lodging.Applicant;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.LodgingTick;
import yunhe.core.lodging.Proof;
import yunhe.core.lodging.StayOutcome;
import yunhe.testkit.Samples;
import yunhe.testkit.StaySamples;
import yunhe.testkit.UnitMeter;

/** What a stay costs: two units for each night, for the stay, and for each of its guest's identities. */
class StayWriteUnitsTest {

    private final Keeping keeping = new Keeping();
    private final UnitMeter meter = new UnitMeter(keeping.store.client());

    @AfterEach
    void close() {
        keeping.close();
    }

    @ParameterizedTest
    @CsvSource({"1,1,6", "3,1,10", "6,1,16", "1,2,8", "3,2,12", "6,2,18", "1,3,10", "3,3,14", "6,3,20"})
    void a_stay_costs_two_units_for_each_night_identity_and_itself(int nights, int identities, int units) {
        var station = keeping.open(StaySamples.station(StaySamples.policy(), "single:2"));
        assertInstanceOf(
                StayOutcome.Done.class,
                keeping.bookStay(keeping.stays(meter.client()))
                        .book(StaySamples.booking(
                                station,
                                guest(identities),
                                StaySamples.days(1, nights),
                                "single",
                                false,
                                Optional.empty())));
        assertEquals(List.of(units, 1), List.of(meter.writeUnits(), meter.writes()));
    }

    @Test
    void a_guest_who_comes_again_costs_no_more_than_one_identity() {
        var station = keeping.open(StaySamples.station(StaySamples.policy(), "single:2"));
        keeping.bookStay(keeping.stays)
                .book(StaySamples.booking(
                        station, guest(3), StaySamples.days(1, 1), "single", false, Optional.empty()));
        keeping.bookStay(keeping.stays(meter.client()))
                .book(StaySamples.booking(
                        station, guest(3), StaySamples.days(5, 1), "single", false, Optional.empty()));
        assertEquals(6, meter.writeUnits());
    }

    @Test
    void cancelling_costs_the_nights_the_stay_and_one_identity() {
        var station = keeping.open(StaySamples.station(StaySamples.policy(), "single:2"));
        var stay = keeping.book(station, Samples.withBoth(1), StaySamples.days(3, 3));
        new EndStay(keeping.stations, keeping.stays(meter.client()), keeping.clock).cancel(stay.id());
        assertEquals(10, meter.writeUnits());
    }

    @Test
    void a_tick_with_nothing_due_asks_twice_however_many_stays_there_are() {
        var station = keeping.open(StaySamples.station(StaySamples.policy(), "single:50"));
        var quiet = new UnitMeter(keeping.store.client());
        tick(quiet);
        var first = new UnitMeter(keeping.store.client());
        tick(first);
        for (int guest = 0; guest < 40; guest++) {
            keeping.book(station, Samples.withEmail(guest), StaySamples.days(2, 3));
        }
        var second = new UnitMeter(keeping.store.client());
        tick(second);
        assertEquals(List.of(2, 0, 2, 0), List.of(first.reads(), first.writes(), second.reads(), second.writes()));
    }

    @Test
    void a_calendar_of_thirty_one_nights_costs_one_query() {
        var station = keeping.station(keeping.open(StaySamples.station(StaySamples.policy(), "single:2")));
        keeping.stays(meter.client()).availability(station, StaySamples.TODAY, StaySamples.TODAY.plusDays(31));
        assertEquals(List.of(1, 0), List.of(meter.reads(), meter.writes()));
    }

    private void tick(UnitMeter through) {
        new LodgingTick(
                        new DynamoStations(through.client(), keeping.table, keeping.random),
                        keeping.stays(through.client()),
                        keeping.clock)
                .run(new Budget(100, () -> false));
    }

    /** With everything that an application usually has. */
    private static Applicant guest(int identities) {
        var plain = StaySamples.applicant(Samples.withBoth(1));
        var keys = new ArrayList<>(plain.identities());
        keys.add(Samples.PERSON_KEYS.ofDocument("stays", "id-card", "330101200001010011"));
        return new Applicant(
                plain.person(),
                plain.gender(),
                Optional.of(LocalDate.of(2026, 6, 30)),
                keys.subList(0, identities),
                Optional.of("参加面试"),
                List.of(new Proof("graduation", "https://example.com/certificates/2026/0001")),
                plain.language());
    }
}
