package yunhe.checkin;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Waitlist;
import yunhe.core.lodging.Applicant;
import yunhe.core.lodging.BookStay;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.NightRule;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayOutcome;
import yunhe.core.lodging.StayPolicy;
import yunhe.core.lodging.Sweep;
import yunhe.core.person.Person;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.Tickets;
import yunhe.dynamo.lodging.DynamoStations;
import yunhe.dynamo.lodging.DynamoStays;
import yunhe.testkit.Samples;

/** A station beside the hall, with its guests: single rooms, and beds for women. */
final class Inn {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The hall's day. */
    static final LocalDate TODAY = LocalDate.of(2026, 12, 8);

    private static final AtomicInteger GUESTS = new AtomicInteger();

    final Hall hall;
    final DynamoStations stations;
    final DynamoStays stays;
    final Station station;

    Inn(Hall hall) {
        this(hall, Approval.AUTOMATIC, List.of());
    }

    Inn(Hall hall, Approval approval, List<NightRule> rules) {
        this.hall = hall;
        var table = hall.variables.get("LODGING_TABLE");
        stations = new DynamoStations(hall.client(), table, hall.random);
        stays = new DynamoStays(hall.client(), table, hall.random);
        station = stations.create(
                StationId.fresh(hall.random), details(approval, rules), new Activities.Actor("organiser", Samples.NOW));
    }

    private static StationDetails details(Approval approval, List<NightRule> rules) {
        return new StationDetails(
                new Bilingual("运河驿站", "Canal Station"),
                "拱宸桥 1 号",
                ZONE,
                LocalTime.of(14, 0),
                LocalTime.of(12, 0),
                LocalTime.of(22, 0),
                List.of(
                        new RoomType("single", new Bilingual("单人间", "Single room"), 20, RoomType.For.ANY),
                        new RoomType("bed-women", new Bilingual("女生床位", "Bed for women"), 4, RoomType.For.WOMEN)),
                new StayPolicy(
                        6,
                        6,
                        0,
                        30,
                        approval,
                        Duration.ofHours(24),
                        Optional.of(2),
                        Optional.empty(),
                        Duration.ofHours(24),
                        Waitlist.DEFAULT,
                        false,
                        List.of()),
                rules);
    }

    static Instant at(LocalDate day, String time) {
        return LocalDateTime.of(day, LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    /** Somebody of this name, from today on; asked for some days before. */
    Stay guest(String name, int nights) {
        return guest(name, "single", TODAY, nights);
    }

    Stay guest(String name, String room, LocalDate arrive, int nights) {
        var before = hall.clock.instant();
        hall.clock.set(at(arrive, "09:00").minus(Duration.ofDays(3)));
        try {
            return book(applicant(name), room, new Nights(arrive, arrive.plusDays(nights)));
        } finally {
            hall.clock.set(before);
        }
    }

    private Stay book(Applicant applicant, String room, Nights nights) {
        var outcome = new BookStay(stations, stays, hall.environment(), Duration.ofDays(180))
                .book(new BookStay.Application(
                        Optional.of(station.id()),
                        applicant.identities(),
                        Optional.empty(),
                        Optional.empty(),
                        found -> new BookStay.Form.Valid(
                                found.details().room(room).orElseThrow(), nights, applicant, false)));
        return assertInstanceOf(StayOutcome.Done.class, outcome).stay();
    }

    private Applicant applicant(String name) {
        var someone = Samples.withEmail(GUESTS.incrementAndGet());
        var person = new Person(name, someone.email(), someone.phone(), Optional.empty(), Optional.empty());
        return new Applicant(
                person,
                Optional.of(RoomType.Gender.FEMALE),
                Optional.of(LocalDate.of(2026, 6, 30)),
                Samples.PERSON_KEYS.of(station.id().value(), person),
                Optional.of("面试"),
                List.of(),
                Language.ZH);
    }

    String ticket(Stay stay) {
        return new Tickets(Secrets.signing(hall.environment())).ticketFor(stay.id());
    }

    Stay stored(Stay stay) {
        return stays.find(stay.id()).orElseThrow();
    }

    EndStay endStay() {
        return new EndStay(stations, stays, hall.clock);
    }

    void sweep() {
        new Sweep(stations, stays, hall.clock).sweep(station);
    }
}
