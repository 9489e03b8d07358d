package yunhe.dynamo.lodging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.checkin.ScanResult;
import yunhe.core.lodging.Applicant;
import yunhe.core.lodging.BookStay;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayArrival;
import yunhe.core.lodging.StayOutcome;
import yunhe.core.lodging.StayPolicy;
import yunhe.core.lodging.StayStatus;
import yunhe.core.lodging.Sweep;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.testkit.AtOnce;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Sabotage;
import yunhe.testkit.Samples;

/** Guests arrive with their ticket, once, whoever else does something to their stay at the same moment. */
final class StayArrivalTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate ARRIVE = LocalDate.of(2026, 12, 1);
    private static final Instant BOOKED = at("2026-11-29T09:00");
    private static final Instant OPEN = at("2026-12-01T14:00");
    private static final Instant NO_SHOW = at("2026-12-01T22:00");

    private static EmbeddedStore store;

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final AtomicInteger guests = new AtomicInteger();
    private final AtomicInteger scans = new AtomicInteger();
    private String table;
    private DynamoStations stations;
    private DynamoStays stays;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.start();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void open() {
        table = store.tableName("LodgingTable");
        stations = new DynamoStations(store.client(), table, random);
        stays = new DynamoStays(store.client(), table, random);
    }

    @Test
    void a_guest_who_arrives_is_checked_in_and_anyone_can_see_it() {
        var stay = booked(inn());
        var scan = scan("east", OPEN);
        var answer = arrival(OPEN).arrive(stay.id(), scan);

        assertEquals(ScanResult.ADMITTED, answer.result());
        assertEquals(Optional.of(scan), answer.admitted());
        var stored = stored(stay);
        assertEquals(StayStatus.CHECKED_IN, stored.status());
        assertEquals(Optional.of(scan), stored.history().checkedIn());
        assertEquals(stay.version() + 1, stored.version());
        assertEquals(stay.nights().list(), stored.held());
    }

    @Test
    void the_same_scan_again_is_the_same_answer_and_another_is_told_who_was_first() {
        var stay = booked(inn());
        var first = scan("east", OPEN);
        arrival(OPEN).arrive(stay.id(), first);
        var before = stored(stay);

        var later = OPEN.plusSeconds(90);
        var repeated = arrival(later).arrive(stay.id(), new Admitted(later, "li", "east", first.nonce()));
        assertEquals(ScanResult.ADMITTED, repeated.result());
        assertEquals(Optional.of(first), repeated.admitted());
        var other = arrival(later).arrive(stay.id(), scan("west", later));
        assertEquals(ScanResult.ALREADY_ADMITTED, other.result());
        assertEquals(Optional.of(first), other.admitted());
        assertEquals(before, stored(stay));
    }

    @Test
    void check_in_begins_at_the_stations_hour_and_ends_with_the_last_night() {
        var station = inn();
        var stay = booked(station);
        assertEquals(ScanResult.TOO_EARLY, scanned(stay, OPEN.minusMillis(1)));
        assertEquals(StayStatus.CONFIRMED, stored(stay).status());
        var departure = station.startOf(stay.nights().depart());
        assertEquals(ScanResult.TOO_LATE, scanned(stay, departure));
        // Nobody has swept the station yet: whoever comes late in the night is let in.
        assertEquals(ScanResult.ADMITTED, scanned(stay, departure.minusMillis(1)));
    }

    @Test
    void a_cancelled_stay_is_revoked_and_one_that_is_not_confirmed_does_not_admit() {
        var station = inn();
        var cancelled = booked(station);
        assertInstanceOf(
                StayOutcome.Done.class,
                new EndStay(stations, stays, Clock.fixed(BOOKED, ZoneOffset.UTC)).cancel(cancelled.id()));
        assertEquals(ScanResult.REVOKED, scanned(cancelled, OPEN));

        var gone = booked(station);
        scanned(gone, OPEN);
        new EndStay(stations, stays, Clock.fixed(OPEN, ZoneOffset.UTC)).checkOut(gone.id(), "li");
        assertEquals(ScanResult.NOT_CONFIRMED, scanned(gone, OPEN));

        var missing = booked(station);
        sweep(station, NO_SHOW);
        assertEquals(ScanResult.NOT_CONFIRMED, scanned(missing, NO_SHOW));
    }

    @Test
    void two_scanners_at_once_check_in_once() {
        var station = inn();
        for (int round = 0; round < 5; round++) {
            var stay = booked(station);
            var answers = AtOnce.run(4, door -> arrival(OPEN).arrive(stay.id(), scan("door " + door, OPEN)));

            assertEquals(1, count(answers, ScanResult.ADMITTED));
            assertEquals(3, count(answers, ScanResult.ALREADY_ADMITTED));
            var winner = stored(stay).history().checkedIn();
            assertTrue(answers.stream().allMatch(answer -> answer.admitted().equals(winner)));
            assertEquals(stay.version() + 1, stored(stay).version());
        }
    }

    @Test
    void control_without_the_condition_two_scanners_check_in_twice() {
        var station = inn();
        var sabotage = Sabotage.without(StayItem.UNCHANGED, store.client());
        for (int round = 0; round < 50; round++) {
            var stay = booked(station);
            var answers = AtOnce.run(
                    4, door -> arrival(sabotage.client(), OPEN).arrive(stay.id(), scan("door " + door, OPEN)));
            if (count(answers, ScanResult.ADMITTED) > 1) {
                assertTrue(sabotage.timesMet() > 0);
                return;
            }
        }
        throw new AssertionError("the condition is not what keeps the second scanner out");
    }

    @Test
    void a_check_in_that_is_undone_leaves_room_for_another_but_not_for_its_own_scan() {
        var stay = booked(inn());
        var first = scan("east", OPEN);
        assertFalse(arrival(OPEN).undo(stay.id(), "wang", "nobody is in yet"));
        arrival(OPEN).arrive(stay.id(), first);

        assertTrue(arrival(OPEN).undo(stay.id(), "wang", "the wrong guest"));
        assertEquals(StayStatus.CONFIRMED, stored(stay).status());
        var undone = stored(stay);
        assertTrue(arrival(OPEN).undo(stay.id(), "wang", "the wrong guest"), "asked again, it answers the same");
        assertEquals(undone, stored(stay));

        assertEquals(ScanResult.ADMITTED, arrival(OPEN).arrive(stay.id(), first).result());
        assertEquals(undone, stored(stay), "a late repetition checks nobody in");
        assertEquals(ScanResult.ADMITTED, scanned(stay, OPEN));
        assertEquals(StayStatus.CHECKED_IN, stored(stay).status());
    }

    @Test
    void undoing_a_check_in_leaves_one_audit_entry() {
        var stay = booked(inn());
        arrival(OPEN).arrive(stay.id(), scan("east", OPEN));
        var results = AtOnce.run(4, turn -> arrival(OPEN).undo(stay.id(), "wang", "the wrong guest"));

        assertEquals(List.of(true, true, true, true), results);
        var entry = new AuditEntry(
                OPEN, "wang", Stations.Action.CHECK_IN_UNDONE, stay.id().value());
        assertEquals(
                List.of(entry),
                stays.auditOf(stay.id().value(), 10, Optional.empty()).items());
    }

    @Test
    void whoever_arrives_at_the_moment_of_no_shows_is_in_or_is_not() {
        var station = inn();
        var outcomes = new ArrayList<StayStatus>();
        for (int round = 0; round < 10; round++) {
            var stay = booked(station);
            var answers = AtOnce.run(
                    2,
                    turn -> turn == 0
                            ? arrival(NO_SHOW)
                                    .arrive(stay.id(), scan("east", NO_SHOW))
                                    .result()
                            : sweep(station, NO_SHOW));

            var stored = stored(stay);
            boolean isIn = answers.getFirst() == ScanResult.ADMITTED;
            assertEquals(isIn ? StayStatus.CHECKED_IN : StayStatus.NO_SHOW, stored.status());
            assertEquals(isIn ? stay.nights().list() : List.of(), stored.held());
            assertEquals(stay.version() + 1, stored.version());
            outcomes.add(stored.status());
        }
        var nights = stays.availability(station, ARRIVE, ARRIVE.plusDays(3));
        int inHouse =
                (int) outcomes.stream().filter(StayStatus.CHECKED_IN::equals).count();
        assertEquals(inHouse, nights.taken("single", ARRIVE));
        assertEquals(inHouse, nights.taken("single", ARRIVE.plusDays(2)));
    }

    private ScanResult sweep(Station station, Instant now) {
        new Sweep(stations, stays, Clock.fixed(now, ZoneOffset.UTC)).sweep(station);
        return ScanResult.NOT_CONFIRMED;
    }

    private static long count(List<StayArrival.Answer> answers, ScanResult result) {
        return answers.stream().filter(answer -> answer.result() == result).count();
    }

    private ScanResult scanned(Stay stay, Instant now) {
        return arrival(now).arrive(stay.id(), scan("east", now)).result();
    }

    private StayArrival arrival(Instant now) {
        return arrival(store.client(), now);
    }

    private StayArrival arrival(DynamoDbClient client, Instant now) {
        return new StayArrival(stations, new DynamoStays(client, table, random), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Admitted scan(String device, Instant now) {
        return new Admitted(now, "li", device, "scan " + scans.incrementAndGet());
    }

    private Stay stored(Stay stay) {
        return stays.find(stay.id()).orElseThrow();
    }

    private Station inn() {
        var details = new StationDetails(
                new Bilingual("运河驿站", "Canal Station"),
                "拱宸桥 1 号",
                ZONE,
                LocalTime.of(14, 0),
                LocalTime.of(12, 0),
                LocalTime.of(22, 0),
                List.of(new RoomType("single", new Bilingual("单人间", "Single room"), 100, RoomType.For.ANY)),
                StayPolicy.DEFAULT,
                List.of());
        return stations.create(StationId.fresh(random), details, new Activities.Actor("organiser", BOOKED));
    }

    /** Three nights from {@link #ARRIVE} on, each time for somebody else. */
    private Stay booked(Station station) {
        var person = Samples.withEmail(guests.incrementAndGet());
        var applicant = new Applicant(
                person,
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 6, 30)),
                Samples.PERSON_KEYS.of(station.id().value(), person),
                Optional.empty(),
                List.of(),
                Language.ZH);
        var nights = new Nights(ARRIVE, ARRIVE.plusDays(3));
        var environment = new Environment(Map.of(), Clock.fixed(BOOKED, ZoneOffset.UTC), random);
        var outcome = new BookStay(stations, stays, environment, Duration.ofDays(180))
                .book(new BookStay.Application(
                        Optional.of(station.id()),
                        applicant.identities(),
                        Optional.empty(),
                        Optional.empty(),
                        found -> new BookStay.Form.Valid(
                                found.details().room("single").orElseThrow(), nights, applicant, false)));
        return assertInstanceOf(StayOutcome.Done.class, outcome).stay();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
